import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects } from '#crdt/json.ts'
import type { CheckContext } from '#domain/check.ts'
import { createDirectory, type DirectoryEntry } from '#domain/directory.ts'
import { evidenceShape, type EvidenceDraft } from '#domain/evidence.ts'
import type { Locale } from '#i18n/strings.ts'
import { addCarrier } from './carrier-commands.ts'
import { checks, type CheckId } from './checks.ts'
import { checkWords } from './check-words.ts'
import { addSubQuestion } from './commands.ts'
import { file } from './file.ts'
import { holdsSolution, laysBlame } from './lexicon.ts'
import { addRule } from './rule-commands.ts'
import { holdsPersonalData, passesElevenTest } from './personal-data.ts'
import { isHardToRead, readingOf } from './plain-language.ts'
import { shape, type ProblemStatement, type ProblemStatementDraft } from './shape.ts'
import { addWhy } from './why-commands.ts'

const party = (id: string, attributes: DirectoryEntry['attributes']): DirectoryEntry => ({
  id,
  kind: 'stakeholder',
  label: id,
  document: 'map-1',
  attributes,
})
const parties = [
  party('sh-old', { livedExperience: true, world: 1 }),
  party('sh-club', { livedExperience: false, world: 2 }),
  party('sh-council', { livedExperience: false, world: 5 }),
]

const registerOf = (fill: (draft: EvidenceDraft) => void) => {
  const document = openDocument(new Y.Doc(), evidenceShape)
  document.change({ perspective: '' }, fill)
  return document.content()
}
const statementOf = (...fills: readonly ((draft: ProblemStatementDraft) => void)[]): ProblemStatement => {
  const document = openDocument(new Y.Doc(), shape)
  fills.forEach((fill) => document.change({ perspective: '' }, fill))
  return document.content()
}

const said = {
  nl: {
    happens: 'Mensen spreken dagen niemand.',
    question: 'Hoe kunnen we zorgen dat mensen elke week iemand spreken?',
    other: 'Hoe merken we dat iemand alleen is?',
    quote: 'Op zondag praat ik met de radio.',
    figure: 'In de wijk wonen 412 mensen alleen.',
  },
  en: {
    happens: 'People speak to nobody for days.',
    question: 'How might we make sure that people talk to somebody every week?',
    other: 'How do we notice that somebody is alone?',
    quote: 'On Sundays I talk to the radio.',
    figure: 'In the district 412 people live alone.',
  },
} as const

/** A statement about which there is nothing to ask. */
const whole =
  (locale: Locale, beliefs = true) =>
  (draft: ProblemStatementDraft): void => {
    const words = said[locale]
    draft.problems.add({ kind: 'main', title: 'X', place: 'Waterhof', since: '2024' }, { id: 'pr-1' })
    const problem = draft.problems.get('pr-1')
    problem?.whatHappens.append(words.happens)
    problem?.structures.append(words.happens)
    if (beliefs) problem?.beliefs.append(words.happens)
    problem?.scaleCount.set(412)
    for (const id of ['ev-1', 'ev-2']) problem?.evidenceIds.add(id)
    problem?.affectedIds.add('sh-old')
    draft.formulations.add(
      { problemId: 'pr-1', perspective: 'resident', text: words.question, status: 'chosen', form: 'hmw' },
      { id: 'fo-1' },
    )
    problem?.chosenFormulationId.set('fo-1')
    draft.formulations.add({ problemId: 'pr-1', perspective: 'policy', text: words.other, form: 'hmw' }, { id: 'fo-2' })
    addRule(draft, 'pr-1', { name: words.figure, ownerId: 'sh-council' }, { id: 'ru-1' })
    addCarrier(draft, 'pr-1', 'sh-old')
    addCarrier(draft, 'pr-1', 'sh-council')
    addWhy(draft, 'causes', 'pr-1', { text: words.happens }, { id: 'ca-1' })
    addWhy(draft, 'causes', 'pr-1', { text: words.figure }, { id: 'ca-2', parentId: 'ca-1' })
  }

const evidence = (locale: Locale, change: (draft: EvidenceDraft) => void = () => {}) =>
  registerOf((draft) => {
    draft.evidence.add(
      { text: said[locale].quote, kind: 'quote', world: 'lived', sourceKind: 'resident' },
      { id: 'ev-1' },
    )
    draft.evidence.add(
      { text: said[locale].figure, kind: 'figure', world: 'system', sourceKind: 'register' },
      { id: 'ev-2' },
    )
    change(draft)
  })
const contextOf = (locale: Locale, more: Partial<CheckContext> = {}): CheckContext => ({
  documentId: 'a-1',
  directory: createDirectory(parties),
  evidence: evidence(locale),
  decisions: [],
  explained: [],
  ballots: [],
  today: '2026-11-25',
  ...more,
})
const gradients = (worst: number, closed = true): Partial<CheckContext> => ({
  ballots: [{ id: 'ba-1', method: 'gradients8', closed, worst: { 'fo-1': worst } }],
})

type Case = {
  readonly beliefs?: boolean
  readonly change?: (draft: ProblemStatementDraft) => void
  readonly context?: Partial<CheckContext>
  /** Every place that is hit: `target` or `target item`. */
  readonly hits: readonly string[]
}
const type = (id: string, words: string) => (draft: ProblemStatementDraft) =>
  draft.formulations.get(id)?.text.append(words)

const cases = (locale: Locale): { readonly [Id in CheckId]: readonly Case[] } => {
  const pick = (nl: string, en: string) => ({ nl, en })[locale]
  return {
    P01: [
      {
        change: type('fo-2', pick('Er moet een meldpunt komen.', 'There should be a hotline for this.')),
        hits: ['fo-2'],
      },
    ],
    P02: [
      { change: (draft) => draft.problems.get('pr-1')?.affectedIds.remove('sh-old'), hits: ['pr-1'] },
      // A party that is gone, or that does not live it, is no answer.
      {
        context: { directory: createDirectory([party('sh-old', { world: 1 }), party('sh-council', { world: 5 })]) },
        hits: ['pr-1'],
      },
    ],
    P03: [
      {
        context: { evidence: evidence(locale, (draft) => draft.evidence.get('ev-1')?.world.set('system')) },
        hits: ['pr-1'],
      },
      {
        context: { evidence: evidence(locale, (draft) => draft.evidence.get('ev-1')?.kind.set('figure')) },
        hits: ['pr-1'],
      },
    ],
    P04: [
      {
        context: { evidence: evidence(locale, (draft) => draft.evidence.get('ev-2')?.sourceKind.set('resident')) },
        hits: ['pr-1'],
      },
    ],
    P05: [{ change: (draft) => draft.rules.remove('ru-1'), hits: ['pr-1'] }],
    P06: [{ change: (draft) => draft.rules.get('ru-1')?.ownerId.set(null), hits: ['pr-1 ru-1'] }],
    P07: [
      { change: (draft) => draft.carriers.remove(draft.carriers.all()[0]?.id ?? ''), hits: ['pr-1'] },
      { change: (draft) => draft.carriers.all()[1]?.stakeholderId.set('sh-club'), hits: ['pr-1'] },
      { change: (draft) => draft.carriers.all()[1]?.stakeholderId.set('sh-gone'), hits: ['pr-1'] },
    ],
    P08: [
      { change: type('fo-2', pick(' Ouderen willen niet.', ' They just do not want to.')), hits: ['fo-2'] },
      {
        change: (draft) => draft.causes.get('ca-2')?.text.splice(0, 0, pick('Zorgmijders. ', 'Care avoiders. ')),
        hits: ['pr-1 ca-2'],
      },
    ],
    P09: [
      { change: (draft) => draft.problems.get('pr-1')?.place.set(' '), hits: ['pr-1'] },
      { change: (draft) => draft.problems.get('pr-1')?.since.set(''), hits: ['pr-1'] },
    ],
    P10: [{ change: (draft) => draft.problems.get('pr-1')?.scaleCount.set(null), hits: ['pr-1'] }],
    P11: [{ beliefs: false, hits: ['pr-1'] }],
    P12: [{ change: (draft) => draft.causes.remove('ca-2'), hits: ['pr-1'] }],
    P13: [
      {
        change: type(
          'fo-2',
          ` ${pick('en dan gaat het maar door en door', 'and so it goes on and on here')}`.repeat(4),
        ),
        hits: ['fo-2'],
      },
      { change: type('fo-2', pick(' De Wlz helpt niet.', ' The CSDPA does not help.')), hits: ['fo-2'] },
      {
        change: (draft) => draft.problems.get('pr-1')?.tried.append(pick('De GGD kwam langs.', 'The NHS came by.')),
        hits: ['pr-1'],
      },
    ],
    P14: [
      { change: (draft) => draft.formulations.remove('fo-2'), hits: ['pr-1'] },
      { change: (draft) => draft.formulations.get('fo-2')?.perspective.set('resident'), hits: ['pr-1'] },
    ],
    P15: [{ context: gradients(6), hits: ['fo-1'] }],
    P16: [
      {
        change: (draft) => {
          for (let at = 0; at < 8; at += 1) addSubQuestion(draft, 'pr-1', `Deel ${at}`)
        },
        hits: ['pr-1'],
      },
      {
        change: (draft) => {
          draft.problems.add({ kind: 'sub', parentId: 'pr-1', title: 'a' }, { id: 'pr-a' })
          draft.problems.add({ kind: 'sub', parentId: 'pr-a', title: 'b' }, { id: 'pr-b' })
          draft.problems.add({ kind: 'sub', parentId: 'pr-b', title: 'c' }, { id: 'pr-c' })
        },
        hits: ['pr-1'],
      },
    ],
    P17: [
      {
        change: (draft) =>
          draft.problems.get('pr-1')?.livedWorld.append(pick('Mevrouw Jansen zegt het.', 'Mrs Jones says so.')),
        hits: ['pr-1'],
      },
      {
        change: type('fo-2', pick(' Bel 06-12345678.', ' Call 020 123 45 67.')),
        hits: ['fo-2'],
      },
      {
        context: {
          evidence: evidence(locale, (draft) =>
            draft.evidence.get('ev-1')?.sourceLabel.set(pick('Meneer De Vries, 82', 'Mr Smith, 82')),
          ),
        },
        hits: ['pr-1 ev-1'],
      },
    ],
  }
}

const placesOf = (checkId: string, statement: ProblemStatement, context: CheckContext): readonly string[] =>
  checks
    .hits(statement, context)
    .filter((hit) => hit.checkId === checkId && /^(?:pr-1|fo-\d)$/.test(hit.targetId))
    .map(({ targetId, itemId }) => (itemId === undefined ? targetId : `${targetId} ${itemId}`))

describe.each(['nl', 'en'] as const)('in %s', (locale) => {
  test('a statement that lacks nothing raises nothing', () => {
    expect(checks.hits(statementOf(whole(locale)), contextOf(locale))).toEqual([])
  })

  test.each(Object.entries(cases(locale)))('%s', (checkId, list) => {
    for (const { beliefs, change = () => {}, context, hits } of list) {
      const statement = statementOf(whole(locale, beliefs), change)
      expect(placesOf(checkId, statement, contextOf(locale, context))).toEqual(hits)
    }
  })

  test('every check asks a question in words of its own', () => {
    const asked = Object.values(checkWords).map((words) => words[locale])
    expect(new Set(asked).size).toBe(17)
    expect(asked.filter((words) => !/[?.]$/.test(words))).toEqual([])
  })
})

test('a minority note, an open vote or a milder answer leaves nothing to ask about an objection', () => {
  const noted = (draft: ProblemStatementDraft) => draft.formulations.get('fo-1')?.minorityNote.splice(0, 0, 'De avond.')
  expect(placesOf('P15', statementOf(whole('nl'), noted), contextOf('nl', gradients(7)))).toEqual([])
  expect(placesOf('P15', statementOf(whole('nl')), contextOf('nl', gradients(5)))).toEqual([])
  expect(placesOf('P15', statementOf(whole('nl')), contextOf('nl', gradients(7, false)))).toEqual([])
})

test('a word that the glossary or the text itself explains is no riddle', () => {
  const statement = statementOf(whole('nl'), type('fo-2', ' De Wmo helpt niet.'))
  expect(placesOf('P13', statement, contextOf('nl'))).toEqual(['fo-2'])
  expect(placesOf('P13', statement, contextOf('nl', { explained: ['WMO'] }))).toEqual([])
  expect(isHardToRead(readingOf('De Wmo (de wet voor hulp thuis) helpt.'), new Set())).toBe(false)
})

test('only the main problem is asked how big it is; a part is asked the rest', () => {
  const statement = statementOf(whole('nl'), (draft) =>
    draft.problems.add({ kind: 'sub', parentId: 'pr-1', title: 'Deel' }, { id: 'pr-2' }),
  )
  const about = checks.hits(statement, contextOf('nl')).filter(({ targetId }) => targetId === 'pr-2')
  expect(about.map(({ checkId }) => checkId)).toEqual(['P02', 'P03', 'P14', 'P07', 'P05', 'P12', 'P09'])
})

test.each([
  ['Er moet een meldpunt eenzaamheid komen waar professionals signalen kunnen doorgeven.', true],
  ['Een buurtapp maken voor ouderen', true],
  ['Er is een gebrek aan dagbesteding', true],
  ['We roll out a portal', true],
  ['Build an app for the street', true],
  ['Hoe kunnen we tijd maken voor een praatje?', false],
  ['Hoe kunnen we verantwoorden eenvoudiger maken?', false],
  ['Er komen zeven mensen per week over de vloer.', false],
  ['Een klap in het gezicht, de stap is te groot', false],
  ['We appen via WhatsApp met de buren', false],
  ['How can we build on the contact that is there?', false],
])('a solution inside: %s', (text, expected) => {
  expect(holdsSolution(text)).toBe(expected)
})

test.each([
  ['Ze willen niet geholpen worden', true],
  ['Bewoners zijn ongemotiveerd', true],
  ['Residents are hard to reach', true],
  ['Mensen willen niet alleen hulp krijgen', false],
  ['Ouderen die binnen blijven', false],
])('blame: %s', (text, expected) => {
  expect(laysBlame(text)).toBe(expected)
})

test.each([
  ['mail naar ada@voorbeeld.nl', true],
  ['Dorpsstraat 12, 1234 AB 12', true],
  ['bsn 111222333', true],
  ['mevrouw Van der Berg', true],
  ['Na vijf weken vroeg mevrouw of ik haar dochter wilde bellen.', false],
  ['In 2026 wonen er 412 mensen', false],
  ['kenmerk 123456789', false],
])('personal data: %s', (text, expected) => {
  expect(holdsPersonalData(text)).toBe(expected)
})

test('the eleven test', () => {
  expect(passesElevenTest('111222333')).toBe(true)
  expect(passesElevenTest('111222334')).toBe(false)
  expect(passesElevenTest('000000000')).toBe(false)
})

describe('the example', () => {
  const read: unknown = JSON.parse(
    readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
  )
  const example = isJsonObject(read) ? read : {}
  const textOf = (raw: unknown) => (typeof raw === 'string' ? raw : '')
  const directory = createDirectory(
    jsonObjects(example['stakeholders']).map(({ id, livedExperience = null, world = null }) =>
      party(textOf(id), { livedExperience, world }),
    ),
  )
  const hits = file
    .read(example, { locale: 'nl', perspectiveOf: () => '' })
    .documents.flatMap(({ id, fill }) =>
      checks.hits(statementOf(fill), { ...contextOf('nl', { directory }), documentId: id }),
    )
  test('the smuggled solution is the only one that is found', () => {
    expect(hits.filter(({ checkId }) => checkId === 'P01').map(({ targetId }) => targetId)).toEqual(['fo-103'])
  })
  test('nobody is named and nobody is blamed', () => {
    expect(hits.filter(({ checkId }) => checkId === 'P17' || checkId === 'P08')).toEqual([])
  })
})
