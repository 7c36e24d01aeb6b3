import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

export const homeStrings = defineStrings({
  nl: {
    overview: 'Overzicht',
    ourQuestion: 'Onze vraag',
    noQuestion: 'Nog geen vraag',
    questionHint: 'Begin met ‘Hoe zorgen we dat …’. Noem nog geen oplossing.',
    whatWeMake: 'Wat we samen maken',
    open: 'Open',
    openNamed: (title: string) => `Open ${title}`,
    here: (names: string) => `${names} nu hier`,
    changed: (when: string) => `Laatst gewijzigd ${when}`,
    untouched: 'Nog niets ingevuld',
    locked: 'Op slot',
    atTable: 'Aan tafel',
    atTableHint: 'Elke groep telt even zwaar. De volgorde is geloot.',
    present: (here: number, all: number) => `${here} van ${all} nu hier`,
    nobodyYet: 'Nog niemand',
    missing: 'Nog niet aan tafel',
    missingHint: (count: number) =>
      plural(
        'nl',
        count,
        'Deze groep is hard geraakt en doet niet mee:',
        'Deze groepen zijn hard geraakt en doen niet mee:',
      ),
    since: 'Kort geleden',
    sinceNothing: 'Nog niets. Wat mensen toevoegen, zie je hier.',
    added: (who: string, what: string) => `${who} voegde toe: ${what}`,
    somebody: 'Iemand',
    voicesMissing: (count: number) => plural('nl', count, '# stem mist', '# stemmen missen'),
    allMet: 'Alles gehaald',
    tellProblem: ({ lived, system, parts }: { lived: number; system: number; parts: number }) =>
      [
        plural('nl', lived, '# regel over wat mensen merken', '# regels over wat mensen merken'),
        plural('nl', system, '# over het systeem', '# over het systeem'),
        plural('nl', parts, '# deelprobleem', '# deelproblemen'),
      ].join(', ') + '.',
    tellMap: (count: number) =>
      plural('nl', count, '# mens of organisatie op de kaart.', '# mensen en organisaties op de kaart.'),
    tellExperiment: (count: number, met: number) =>
      `${plural('nl', count, '# meting', '# metingen')}, ${met === 0 ? 'nog geen gehaald' : plural('nl', met, '# gehaald', '# gehaald')}.`,
    add: 'Onderdeel erbij',
    more: (count: number) => `en ${plural('nl', count, '# ander', '# anderen')}`,
  },
  en: {
    overview: 'Overview',
    ourQuestion: 'Our question',
    noQuestion: 'No question yet',
    questionHint: 'Begin with ‘How do we make sure that …’. Name no solution yet.',
    whatWeMake: 'What we make together',
    open: 'Open',
    openNamed: (title) => `Open ${title}`,
    here: (names) => `${names} here now`,
    changed: (when) => `Last changed ${when}`,
    untouched: 'Nothing filled in yet',
    locked: 'Locked',
    atTable: 'At the table',
    atTableHint: 'Every group counts equally. The order was drawn by lot.',
    present: (here, all) => `${here} of ${all} here now`,
    nobodyYet: 'Nobody yet',
    missing: 'Not at the table yet',
    missingHint: (count) =>
      plural(
        'en',
        count,
        'This group is hit hard and does not take part:',
        'These groups are hit hard and do not take part:',
      ),
    since: 'Recently',
    sinceNothing: 'Nothing yet. What people add shows here.',
    added: (who, what) => `${who} added: ${what}`,
    somebody: 'Somebody',
    voicesMissing: (count) => plural('en', count, '# voice is missing', '# voices are missing'),
    allMet: 'All met',
    tellProblem: ({ lived, system, parts }) =>
      [
        plural('en', lived, '# line about what people notice', '# lines about what people notice'),
        plural('en', system, '# about the system', '# about the system'),
        plural('en', parts, '# part of the problem', '# parts of the problem'),
      ].join(', ') + '.',
    tellMap: (count) =>
      plural('en', count, '# person or organisation on the map.', '# people and organisations on the map.'),
    tellExperiment: (count, met) =>
      `${plural('en', count, '# measure', '# measures')}, ${met === 0 ? 'none met yet' : plural('en', met, '# met', '# met')}.`,
    add: 'Add a part',
    more: (count) => `and ${plural('en', count, '# other', '# others')}`,
  },
})
