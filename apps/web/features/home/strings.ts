import { formatList, plural } from '#i18n/format.ts'
import { defineStrings, type Locale } from '#i18n/strings.ts'

type Counted = readonly [count: number, one: string, other: string]

// What there is none of is left out, which can be everything.
const counted = (locale: Locale, parts: readonly Counted[]): string => {
  const said = parts.flatMap(([count, one, other]) => (count === 0 ? [] : plural(locale, count, one, other)))
  return said.length === 0 ? '' : `${formatList(locale, said)}.`
}

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
    showAll: (count: number) => `Laat alle ${count} zien`,
    sinceNothing: 'Nog niets. Wat mensen toevoegen, zie je hier.',
    added: 'voegde toe:',
    somebody: 'Iemand',
    voicesMissing: (count: number) => plural('nl', count, '# stem mist', '# stemmen missen'),
    allMet: 'Alles gehaald',
    tellProblem: ({ parts, causes, rules }: { parts: number; causes: number; rules: number }) =>
      counted('nl', [
        [parts, '# deelprobleem', '# deelproblemen'],
        [causes, '# oorzaak', '# oorzaken'],
        [rules, '# regel in de weg', '# regels in de weg'],
      ]),
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
    showAll: (count) => `Show all ${count}`,
    sinceNothing: 'Nothing yet. What people add shows here.',
    added: 'added:',
    somebody: 'Somebody',
    voicesMissing: (count) => plural('en', count, '# voice is missing', '# voices are missing'),
    allMet: 'All met',
    tellProblem: ({ parts, causes, rules }) =>
      counted('en', [
        [parts, '# part of the problem', '# parts of the problem'],
        [causes, '# cause', '# causes'],
        [rules, '# rule in the way', '# rules in the way'],
      ]),
    tellMap: (count) =>
      plural('en', count, '# person or organisation on the map.', '# people and organisations on the map.'),
    tellExperiment: (count, met) =>
      `${plural('en', count, '# measure', '# measures')}, ${met === 0 ? 'none met yet' : plural('en', met, '# met', '# met')}.`,
    add: 'Add a part',
    more: (count) => `and ${plural('en', count, '# other', '# others')}`,
  },
})
