import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of the table of who gains, pays, bears risk and has a say. */
export const valueStrings = defineStrings({
  nl: {
    title: 'Wie wint, wie betaalt?',
    note: 'Vul dit in voor iedereen die het raakt.',
    add: 'Zet een groep erbij',
    choose: 'Kies een groep',
    none: 'Nog niemand in de tabel.',
    noneHint: 'Begin met de mensen om wie het gaat.',
    missing: (names: string) => `Nog niet in de tabel, wel geraakt: ${names}.`,
    addMissing: 'Zet ze erbij',
    levels: { 0: 'Niets', 1: 'Beetje', 2: 'Flink', 3: 'Veel' },
    unknown: '?',
    cell: (what: string, who: string) => `${what}: ${who}`,
    balanceOf: (value: string) => `samen ${value}`,
    notKnown: 'nog niet bekend',
    note2: 'Toelichting',
    picture: 'Wie wint en wie verliest',
    row: (who: string, benefit: string, cost: string, risk: string, say: string, balance: string) =>
      `${who}: wint ${benefit}, betaalt ${cost}, risico ${risk}, zeggenschap ${say}, samen ${balance}`,
    legend: { gives: 'betaalt', risks: 'risico', gains: 'wint', says: 'zeggenschap' },
    told: (count: number) =>
      plural('nl', count, '# groep loopt risico zonder zeggenschap.', '# groepen lopen risico zonder zeggenschap.'),
    order: 'Wie het meest verliest staat boven.',
    edit: 'Vul in of wijzig',
    already: 'Deze groep staat er al in.',
    gone: 'Deze groep is verwijderd en telt niet mee.',
  },
  en: {
    title: 'Who gains, who pays?',
    note: 'Fill this in for everybody it affects.',
    add: 'Add a group',
    choose: 'Choose a group',
    none: 'Nobody in the table yet.',
    noneHint: 'Start with the people it is about.',
    missing: (names) => `Affected, but not in the table yet: ${names}.`,
    addMissing: 'Add them',
    levels: { 0: 'Nothing', 1: 'A little', 2: 'A lot', 3: 'Very much' },
    unknown: '?',
    cell: (what, who) => `${what}: ${who}`,
    balanceOf: (value) => `together ${value}`,
    notKnown: 'not known yet',
    note2: 'Note',
    picture: 'Who gains and who loses',
    row: (who, benefit, cost, risk, say, balance) =>
      `${who}: gains ${benefit}, pays ${cost}, risk ${risk}, say ${say}, together ${balance}`,
    legend: { gives: 'pays', risks: 'risk', gains: 'gains', says: 'say' },
    told: (count) => plural('en', count, '# group bears risk without a say.', '# groups bear risk without a say.'),
    order: 'Who loses most stands on top.',
    edit: 'Fill in or change',
    already: 'This group is in the table already.',
    gone: 'This group was removed and does not count.',
  },
})
