import { defineStrings } from '#i18n/strings.ts'

/** The words of the list of explained words. */
export const glossaryStrings = defineStrings({
  nl: {
    hint: 'Woorden die niet iedereen kent. Op de pagina staan er stippen onder.',
    none: 'Nog geen woorden uitgelegd. Kom je een moeilijk woord tegen? Leg het hier uit.',
    word: 'Welk woord?',
    meaning: 'Wat betekent het?',
    add: 'Leg uit',
    needsBoth: 'Schrijf het woord op, en wat het betekent.',
    failed: 'Dat is niet bewaard. Wat je schreef staat er nog. Probeer het nog eens.',
    removeOne: (word: string) => `Haal de uitleg van ${word} weg`,
    editOne: (word: string) => `Wijzig de uitleg van ${word}`,
  },
  en: {
    hint: 'Words that not everybody knows. On the page they have dots under them.',
    none: 'No words explained yet. Did you find a difficult word? Explain it here.',
    word: 'Which word?',
    meaning: 'What does it mean?',
    add: 'Explain',
    needsBoth: 'Write the word, and what it means.',
    failed: 'That was not saved. What you wrote is still there. Please try again.',
    removeOne: (word) => `Take the explanation of ${word} away`,
    editOne: (word) => `Change the explanation of ${word}`,
  },
})
