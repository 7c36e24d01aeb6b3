import { defineStrings } from '#i18n/strings.ts'

/** The words around the letter to those who took part. */
export const letterStrings = defineStrings({
  nl: {
    pageTitle: 'Wat is ermee gedaan?',
    loading: 'De brief wordt gehaald.',
    hallTitle: 'Zaalscherm',
    hallOpens: 'Het zaalscherm gaat open.',
    hallGone: 'Deze link werkt niet meer. Vraag een nieuwe aan wie de sessie leidt.',
    gone: 'Deze link werkt niet meer.',
    goneHint: 'Vraag een nieuwe aan wie de bijeenkomst leidde.',
    again: 'Probeer het nog eens',
    print: 'Print deze pagina',
    noSecret: 'Deze link is niet compleet. Kopieer hem nog eens, helemaal.',
  },
  en: {
    pageTitle: 'What was done with it?',
    loading: 'The letter is on its way.',
    hallTitle: 'Hall screen',
    hallOpens: 'The hall screen is opening.',
    hallGone: 'This link no longer works. Ask whoever leads the session for a new one.',
    gone: 'This link no longer works.',
    goneHint: 'Ask whoever led the meeting for a new one.',
    again: 'Try again',
    print: 'Print this page',
    noSecret: 'This link is not complete. Copy it once more, the whole of it.',
  },
})
