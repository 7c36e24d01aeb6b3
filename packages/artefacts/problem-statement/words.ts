import { words } from '#i18n/strings.ts'

/** What people call it, what it is for, and what the first one is called; apart, so that lists need nothing else of it. */
export const name = words('Probleem', 'Problem')
export const purpose = words(
  'Wat is er aan de hand, voor wie, en waar past het systeem niet?',
  'What is the matter, for whom, and where does the system not fit?',
)
export const firstTitle = words('Het probleem', 'The problem')
