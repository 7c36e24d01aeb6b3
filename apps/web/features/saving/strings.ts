import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

export const savingStrings = defineStrings({
  nl: {
    opening: 'Wordt geopend',
    saved: 'Bewaard',
    saving: 'Bezig met bewaren',
    notSaved: 'Niet bewaard',
    offline: 'Geen verbinding',
    offlineKept: (count: number) =>
      count === 0
        ? 'Werk gerust door, we bewaren het op dit apparaat.'
        : `Werk gerust door, we bewaren het op dit apparaat (${plural('nl', count, '# wijziging', '# wijzigingen')}).`,
    offlineNotKept: 'Dit apparaat kan niets bewaren. Laat deze pagina open tot er weer verbinding is.',
    back: (count: number) =>
      count === 0
        ? 'Weer verbonden.'
        : `Weer verbonden. ${plural('nl', count, '# wijziging', '# wijzigingen')} samengevoegd.`,
    refusedTitle: 'Je laatste woorden zijn niet opgenomen.',
    refusedLocked: 'De begeleider zette dit op slot terwijl je schreef.',
    refusedOther: 'De server kon deze wijziging niet aannemen.',
    refusedWords: 'Dit schreef je nog:',
    copy: 'Kopieer mijn woorden',
    copied: 'Gekopieerd',
    goOn: 'Ga verder met de tekst van iedereen',
    goneTitle: 'Dit is er niet meer.',
    endedTitle: 'Je doet hier niet meer mee.',
    endedRemoved: 'Je toegang is gestopt. Wat je eerder schreef, staat er nog. Vraag de begeleider als dit niet klopt.',
    endedGone: 'Dit onderdeel is weggehaald.',
    toStart: 'Naar het begin',
    locked: 'Op slot. De begeleider leest even mee.',
    reading: 'Alleen lezen',
    readOnly: 'Je leest mee. Schrijven kan hier niet.',
  },
  en: {
    opening: 'Opening',
    saved: 'Saved',
    saving: 'Saving',
    notSaved: 'Not saved',
    offline: 'No connection',
    offlineKept: (count) =>
      count === 0
        ? 'Feel free to go on, we keep it on this device.'
        : `Feel free to go on, we keep it on this device (${plural('en', count, '# change', '# changes')}).`,
    offlineNotKept: 'This device cannot keep anything. Leave this page open until there is a connection.',
    back: (count) =>
      count === 0 ? 'Connected again.' : `Connected again. ${plural('en', count, '# change', '# changes')} merged.`,
    refusedTitle: 'Your last words were not taken in.',
    refusedLocked: 'The facilitator locked this while you were writing.',
    refusedOther: 'The server could not accept this change.',
    refusedWords: 'This is what you wrote:',
    copy: 'Copy my words',
    copied: 'Copied',
    goOn: 'Go on with everybody’s text',
    goneTitle: 'This is no longer here.',
    endedTitle: 'You no longer take part here.',
    endedRemoved: 'Your access has ended. What you wrote before is still there. Ask the facilitator if this is wrong.',
    endedGone: 'This part was taken away.',
    toStart: 'To the start',
    locked: 'Locked. The facilitator is reading along.',
    reading: 'Reading only',
    readOnly: 'You are reading along. You cannot write here.',
  },
})
