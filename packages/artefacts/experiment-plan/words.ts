import { words } from '#i18n/strings.ts'

/** What people call it, what it is for, and what the first one is called; apart, so that lists need nothing else of it. */
export const name = words('Experiment', 'Experiment')
export const purpose = words(
  'Wat proberen we, en hoe zien we of het werkt?',
  'What do we try, and how do we see whether it works?',
)
export const firstTitle = words('Nieuwe proef', 'New trial')
