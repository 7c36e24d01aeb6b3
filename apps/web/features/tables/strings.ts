import { formatNumber, plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of working at tables. */
export const tableStrings = defineStrings({
  nl: {
    sheet: (table: string) => `Blad van ${table}`,
    sheetHint: 'Iedereen aan deze tafel schrijft hier. Elke regel is een punt.',
    noTable: 'Je hebt nog geen tafel. De begeleider geeft je er een.',
    title: 'Aan de tafels',
    points: (count: number) => (count === 0 ? 'nog geen punten' : plural('nl', count, '# punt', '# punten')),
    ready: (ready: number, all: number) => `${formatNumber('nl', ready)} van ${formatNumber('nl', all)} klaar`,
    look: (table: string) => `Lees en schrijf mee met ${table}`,
    merge: 'Breng alles bij elkaar',
    mergeHint: 'Elk punt komt bij de kaartjes van iedereen, met de tafel erbij. De bladen blijven staan.',
    left: (count: number) =>
      count === 0 ? 'Alles is bij elkaar gebracht.' : plural('nl', count, '# nieuw punt', '# nieuwe punten'),
    merged: (count: number) =>
      `${plural('nl', count, '# punt staat', '# punten staan')} nu bij de kaartjes van iedereen. In het logboek maak je dit ongedaan.`,
    failed: 'Dit lukte niet. De bladen staan er nog. Probeer het nog eens.',
  },
  en: {
    sheet: (table) => `Sheet of ${table}`,
    sheetHint: 'Everyone at this table writes here. Each line is a point.',
    noTable: 'You have no table yet. The facilitator will give you one.',
    title: 'At the tables',
    points: (count) => (count === 0 ? 'no points yet' : plural('en', count, '# point', '# points')),
    ready: (ready, all) => `${formatNumber('en', ready)} of ${formatNumber('en', all)} done`,
    look: (table) => `Read and write along with ${table}`,
    merge: 'Bring everything together',
    mergeHint: 'Each point joins the cards of all, with its table. The sheets stay.',
    left: (count) =>
      count === 0 ? 'Everything was brought together.' : plural('en', count, '# new point', '# new points'),
    merged: (count) =>
      `${plural('en', count, '# point now stands', '# points now stand')} with the cards of all. You undo this in the log.`,
    failed: 'This did not work. The sheets are still there. Try again.',
  },
})
