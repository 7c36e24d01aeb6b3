import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words around the questions that content raises. */
export const hintStrings = defineStrings({
  nl: {
    title: 'Vragen om over na te denken',
    aside: 'Niet nu',
    asideNamed: (question: string) => `Niet nu: ${question}`,
    why: 'Waarom laten jullie deze vraag liggen?',
    putAside: 'Leg de vraag weg',
    keep: 'Laat de vraag staan',
    failed: 'Dat is niet bewaard. Je reden staat er nog. Probeer het nog eens.',
    more: (count: number) => plural('nl', count, 'en nog # vraag', 'en nog # vragen'),
    asideCount: (count: number) => plural('nl', count, '# vraag weggelegd', '# vragen weggelegd'),
    showAgain: 'Vraag het weer',
  },
  en: {
    title: 'Questions to think about',
    aside: 'Not now',
    asideNamed: (question) => `Not now: ${question}`,
    why: 'Why do you leave this question?',
    putAside: 'Put the question aside',
    keep: 'Keep the question',
    failed: 'That was not saved. Your reason is still there. Please try again.',
    more: (count) => plural('en', count, 'and # more question', 'and # more questions'),
    asideCount: (count) => plural('en', count, '# question put aside', '# questions put aside'),
    showAgain: 'Ask it again',
  },
})
