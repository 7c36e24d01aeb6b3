import { words } from '#i18n/strings.ts'

/** What people call the places that take the words of a card; apart, so that a screen needs no more than these. */
export const placeNames = {
  lived: words('Wat mensen merken', 'What people notice'),
  system: words('Wat regels doen', 'What rules do'),
  causes: words('Waardoor komt dit?', 'Why is that?'),
  effects: words('Wat komt ervan?', 'What follows?'),
  rules: words('Regels in de weg', 'Rules in the way'),
  assumptions: words('Wat nemen we aan?', 'What do we assume?'),
  formulations: words('Zinnen om uit te kiezen', 'Sentences to choose from'),
  whatHappens: words('Wat gebeurt er?', 'What happens?'),
  desiredChange: words('Wat moet anders zijn?', 'What should be different?'),
} as const
