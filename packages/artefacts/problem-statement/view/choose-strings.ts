import { formatNumber } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of choosing among sentences. */
export const chooseStrings = defineStrings({
  nl: {
    title: 'Kiezen',
    askOpinion: 'Vraag wat iedereen van de zin vindt',
    askDots: 'Laat stippen geven',
    opinion: 'Geef aan wat je vindt',
    opinionQuestion: 'Kun je leven met deze zin?',
    dotsQuestion: 'Met welke zin gaan we verder?',
    close: 'Sluit en tel',
    failed: 'Dit lukte niet. Probeer het nog eens.',
    closeness: 'Naar één zin',
    closenessNote: 'Hoe dicht ligt de gedeelde zin bij elke groep?',
    near: (value: number) => `${formatNumber('nl', value)} van 10 dichtbij`,
    round: (at: number) => `Ronde ${formatNumber('nl', at)}`,
    shared: 'de gedeelde zin',
    picture: 'Per ronde hoe ver elke groep van de gedeelde zin af ligt. De getallen staan ernaast.',
  },
  en: {
    title: 'Choosing',
    askOpinion: 'Ask what everyone thinks of the sentence',
    askDots: 'Let people give dots',
    opinion: 'Say what you think',
    opinionQuestion: 'Can you live with this sentence?',
    dotsQuestion: 'With which sentence do we go on?',
    close: 'Close and count',
    failed: 'This did not work. Please try again.',
    closeness: 'Towards one sentence',
    closenessNote: 'How close is the shared sentence to each group?',
    near: (value) => `${formatNumber('en', value)} of 10 close`,
    round: (at) => `Round ${formatNumber('en', at)}`,
    shared: 'the shared sentence',
    picture: 'For each round how far each group is from the shared sentence. The numbers stand beside it.',
  },
})
