import { words } from '#i18n/strings.ts'

/** What the list of explained words is called; apart, because its button stands on every page. */
export const glossaryTitle = words('Woordenlijst', 'Words explained')
