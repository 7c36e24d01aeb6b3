import { words } from '#i18n/strings.ts'

/** What people call it, what it is for, and what the first one is called; apart, so that lists need nothing else of it. */
export const name = words('Betrokkenen', 'People involved')
export const purpose = words(
  'Wie is betrokken, wie heeft invloed en wie missen we?',
  'Who is involved, who has influence and who is missing?',
)
export const firstTitle = words('Wie is betrokken?', 'Who is involved?')
