import { words } from '#i18n/strings.ts'

/** What people call the places that take the words of a card; apart, so that a screen needs no more than these. */
export const placeNames = {
  idea: words('Een nieuw experiment', 'A new experiment'),
  assumptions: words('Wat nemen we aan?', 'What do we assume?'),
  effects: words('Wat kan er misgaan?', 'What can go wrong?'),
} as const

/** The place that makes a plan for the words. */
export const placeOfNew: keyof typeof placeNames = 'idea'
