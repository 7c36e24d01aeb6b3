import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject } from '#crdt/json.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { createDirectory } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import type { Block } from '#domain/outline.ts'
import { experimentPlan } from './model.ts'
import { shape } from './shape.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const documents = experimentPlan.file
  .read(isJsonObject(example) ? example : {}, { locale: 'nl', perspectiveOf: () => '' })
  .documents.map(({ fill }) => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, fill)
    return document.content()
  })
const names: Record<string, string> = { 'sh-ouderen': 'Ouderen', 'sh-mantelzorgers': 'Mantelzorgers' }
const context = (locale: 'nl' | 'en'): OutlineContext => ({
  locale,
  directory: createDirectory([]),
  perspectives: [],
  evidence: openDocument(new Y.Doc(), evidenceShape).content(),
  nameOf: (id) => names[id] ?? '',
})
const outlineOf = (at: number, locale: 'nl' | 'en' = 'nl'): readonly Block[] => {
  const plan = documents[at]
  return plan ? experimentPlan.outline(plan, context(locale)) : []
}
const tableOf = (blocks: readonly Block[], caption: string) =>
  blocks.flatMap((block) => (block.type === 'table' && block.caption === caption ? [block.rows] : []))[0]

test('measures go from begin to target to result, with how many and a verdict in words', () => {
  expect(tableOf(outlineOf(0), 'Metingen')?.slice(0, 2)).toEqual([
    ['Gevoel van eenzaamheid (punten (0-6))', '3,4 (n = 38)', 'hoogstens 2,9', '2,8', '34', 'Gehaald'],
    [
      'Tijd kwijt aan vastleggen (minuten per medewerker per dag)',
      '62 (n = 12)',
      'hoogstens 42',
      '47',
      '12',
      'Deels gehaald',
    ],
  ])
  expect(tableOf(outlineOf(1, 'en'), 'Measures')?.[1]?.slice(2)).toEqual([
    'less than 10',
    'unknown',
    'unknown',
    'No result yet',
  ])
})

test('the card is one sentence after the other, and no opening stands twice', () => {
  const card = outlineOf(0).find((block) => block.type === 'quote')
  const text = card?.type === 'quote' ? card.runs.map((run) => run.text).join('') : ''
  expect(text).toMatch(/^Wij denken dat een kwartier per week zonder klok/)
  expect(text).toContain(' Daarom krijgen 40 bewoners')
  expect(text).not.toContain('Daarom proberen we')
})

test('a field that does not open itself gets its opening', () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => draft.cardRightIf.append('zes van de tien mensen meedoen.'))
  const card = experimentPlan.outline(document.content(), context('nl')).find((block) => block.type === 'quote')
  expect(card).toEqual({
    type: 'quote',
    runs: [{ text: 'Het klopt als', bold: true }, { text: ' zes van de tien mensen meedoen. ' }],
  })
})

test('who bears risk without a say and who pays more is said, and who is gone is marked', () => {
  const rows = tableOf(outlineOf(0), 'Wie wint, wie betaalt, wie loopt risico?')
  expect(rows?.[0]?.slice(0, 6)).toEqual(['Ouderen', '3', '0', '1', '2', '2'])
  expect(rows?.[1]?.[0]).toBe('verwijderd')
  expect(rows?.[1]?.[6]).toContain('Loopt risico zonder zeggenschap')
  expect(rows?.[4]?.[6]).toContain('Betaalt meer dan het oplevert')
})

test('what we learned and how it goes further stand in it', () => {
  const text = JSON.stringify(outlineOf(0))
  for (const words of [
    'Wat we leerden',
    'Vast gezicht werkt sterker',
    'Breder',
    'Route 3 en 4',
    'Vastleggen van zorg per vijf minuten',
    'Gekregen',
    'Gezien',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('Niet groter maken')
})

test('the stop rules that were hit, the room with its four facts, and the questions that are open stand in it', () => {
  const text = JSON.stringify(outlineOf(1))
  expect(text).toContain(
    'Stoppen of betalen als onbetaalde tijd boven 15 minuten per week komt. (geraakt op 1 oktober 2026)',
  )
  expect(text).toContain(
    'Doel: Overleg is betaald werk. Voor wie en waar: Tien hulpen. Afwijken van: Uurafspraak. Hoe lang: 12 weken',
  )
  expect(text).toContain('Is er gekeken naar de privacy (DPIA)? Nog open. Nog niet afgerond.')
  expect(text).not.toContain('Doet iedereen vrijwillig mee?')
})

test('on one page it keeps to the card, how measures came out, who bears what, and what was learned last', () => {
  const plan = documents[0]
  const blocks = plan ? experimentPlan.outline(plan, { ...context('nl'), level: 'page' }) : []
  expect(blocks.some(({ type }) => type === 'table')).toBe(false)
  const text = JSON.stringify(blocks)
  expect(text).toContain('Gevoel van eenzaamheid: gehaald (n = 34)')
  expect(text).toContain('verwijderd: loopt risico zonder zeggenschap')
  expect(text).toContain('Vast gezicht werkt sterker')
})

test('an empty plan says its name and its status, and leaves the rest out', () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => experimentPlan.begin(draft, 'Proef met tijd'))
  const blocks = experimentPlan.outline(document.content(), context('en'))
  expect(blocks).toEqual([
    { type: 'heading', level: 2, text: 'Proef met tijd' },
    { type: 'facts', rows: [{ label: 'Status', runs: [{ text: 'Idea' }] }] },
  ])
  expect(experimentPlan.title(document.content())).toBe('Proef met tijd')
})

test('others can refer to its assumptions, measures, effects and learning cards', () => {
  const [plan] = documents
  const summary = plan ? experimentPlan.summary(plan) : []
  expect(summary.find(({ id }) => id === 'me-2')).toEqual({
    id: 'me-2',
    kind: 'measure',
    label: 'Tijd kwijt aan vastleggen',
    attributes: { kind: 'process', verdict: 'partly', n: 12 },
  })
  expect(new Set(summary.map(({ kind }) => kind))).toEqual(
    new Set(['assumption', 'measure', 'effect', 'rule-barrier', 'learning-card']),
  )
})
