import { words } from '#i18n/strings.ts'

/** What people call the places that take the words of a card; apart, so that a screen needs no more than these. */
export const placeNames = {
  stakeholders: words('Wie is betrokken?', 'Who is involved?'),
} as const
