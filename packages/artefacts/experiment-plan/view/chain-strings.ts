import { defineStrings } from '#i18n/strings.ts'

/** The words of the chain from doing to effect. */
export const chainStrings = defineStrings({
  nl: {
    title: 'Van doen naar effect',
    note: 'Welke stap leidt tot welke?',
    add: 'Schakel',
    new: 'Wat komt erbij?',
    kind: 'Welk deel',
    kinds: {
      input: 'Wat erin gaat',
      activity: 'Wat we doen',
      output: 'Wat er ligt',
      outcome: 'Wat verandert',
      impact: 'Waar het toe leidt',
    },
    none: 'Nog niets in dit deel.',
    text: 'Schakel',
    assumptions: 'Dan moet waar zijn',
  },
  en: {
    title: 'From doing to effect',
    note: 'Which step leads to which?',
    add: 'Link',
    new: 'What do you add?',
    kind: 'Which part',
    kinds: {
      input: 'What goes in',
      activity: 'What we do',
      output: 'What is there',
      outcome: 'What changes',
      impact: 'What it leads to',
    },
    none: 'Nothing in this part yet.',
    text: 'Link',
    assumptions: 'Then must be true',
  },
})
