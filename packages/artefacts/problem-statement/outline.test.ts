import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects, rowFromJson } from '#crdt/json.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { createDirectory } from '#domain/directory.ts'
import { addEvidence, evidenceShape, mayBeReported, type EvidenceRegister } from '#domain/evidence.ts'
import { runsIn, sourceRuns, type Block } from '#domain/outline.ts'
import { defaultPerspectives } from '#domain/perspective.ts'
import { writeExample } from './example.ts'
import { problemStatement } from './model.ts'
import { shape } from './shape.ts'

const raw: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const example = isJsonObject(raw) ? raw : {}
const documents = problemStatement.file
  .read(example, { locale: 'nl', perspectiveOf: () => '' })
  .documents.map(({ fill }) => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, fill)
    return document.content()
  })
const register = openDocument(new Y.Doc(), evidenceShape)
register.change({ perspective: '' }, (draft) => {
  for (const object of jsonObjects(example['evidence'])) {
    const { init } = rowFromJson(evidenceShape.evidence.fields, object)
    const { id } = object
    if (typeof id === 'string') addEvidence(draft, init, { id })
  }
})
const told: EvidenceRegister = { evidence: register.content().evidence.filter(mayBeReported) }
const names: Record<string, string> = { 'sh-verzekeraar': 'Zorgverzekeraar', 'sh-ouderen': 'Ouderen' }
const directory = documents
  .flatMap((content) => problemStatement.summary(content))
  .map((entry) => ({ ...entry, document: 'pr-1' }))
const context = (locale: 'nl' | 'en', evidence = told): OutlineContext => ({
  locale,
  directory: createDirectory(directory),
  perspectives: defaultPerspectives(locale),
  evidence,
  nameOf: (id) => names[id] ?? '',
})
const outlineOf = (at: number, locale: 'nl' | 'en' = 'nl', evidence = told): readonly Block[] => {
  const statement = documents[at]
  return statement ? problemStatement.outline(statement, context(locale, evidence)) : []
}
const tableOf = (blocks: readonly Block[], caption: string) =>
  blocks.flatMap((block) =>
    block.type === 'table' && block.caption === caption ? [block.rows.map((row) => row.map(ownWords))] : [],
  )[0]
// Without the numbers of the evidence behind them.
const ownWords = (cell: Parameters<typeof runsIn>[0]): string =>
  runsIn(cell)
    .flatMap(({ text, to }) => (to === undefined ? [text] : []))
    .join('')
const sourcesOf = (...ids: readonly string[]) => sourceRuns(ids, told)
const quotes = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'quote' ? [[ownWords(block.runs), block.source]] : []))

test('begins with its name and the question that was chosen, then what happens', () => {
  const blocks = outlineOf(0)
  expect(blocks[0]).toEqual({
    type: 'heading',
    level: 2,
    text: 'Ouderen die alleen wonen missen echt contact',
    from: 'pr-1',
  })
  expect(quotes(blocks)[0]).toEqual([expect.stringContaining('met mensen die zij toch al zien'), 'Onze vraag'])
  expect(JSON.stringify(blocks[2])).toContain('Veel ouderen in Waterhof')
})

test('puts daily life beside the system with the gap between them, and says the source of a point', () => {
  expect(tableOf(outlineOf(0), 'Twee werelden')).toEqual([
    [
      expect.stringContaining('Mensen missen een vast gezicht'),
      expect.stringContaining('Het systeem telt bezoeken'),
      expect.stringContaining('Hulp is verdeeld over zes organisaties'),
    ],
    expect.arrayContaining(['Wie de route plant, ziet geen gezichten.']),
    expect.arrayContaining(['Als mensen elkaar nodig hebben, is alles dicht.']),
    expect.arrayContaining(['Wat iemand al verteld heeft, telt niet mee.']),
    [
      'Ik wil zelf ook iets voor een ander doen. (bron: Bewoner, 76 jaar)',
      '',
      'Zorg wordt per vijf minuten vastgelegd. (bron: Inkoopafspraak wijkverpleging 2025-2027 (verzonnen))',
    ],
  ])
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => {
    writeExample(draft)
    draft.lines.get('li-face')?.evidenceIds.add('ev-02')
    draft.lines.add({ problemId: 'pr-main', world: 'system', text: 'Routes' })
    draft.gaps.add({ problemId: 'pr-main', livedLineId: 'li-gone', systemLineId: 'li-minutes', text: 'Weg' })
  })
  expect(tableOf(problemStatement.outline(document.content(), context('nl')), 'Twee werelden')).toEqual([
    [
      'Elke week een ander gezicht aan de deur. (bron: Bewoner, 79 jaar)',
      'Er is geen vakje voor een gesprek.',
      'Zorg telt per vijf minuten.',
    ],
    ['verwijderd', 'Weg', 'Zorg telt per vijf minuten.'],
    ['', '', 'Routes'],
  ])
})

test('names each rule with who can change it, and who is gone is marked', () => {
  const rules = tableOf(outlineOf(0), 'Regels en gewoontes')
  expect(rules).toHaveLength(6)
  expect(rules?.[0]).toEqual([
    'Vastleggen van zorg per vijf minuten',
    'Contract',
    'Zorgverzekeraar',
    'Geen tijd voor een gesprek dat niet in een code past.',
    'Ouderen die alleen wonen missen echt contact',
  ])
  expect(rules?.[1]?.[2]).toBe('verwijderd')
})

test('tells causes as a list in lists, and leaves out rows without words', () => {
  const list = outlineOf(0).find((block) => block.type === 'list')
  expect(list).toMatchObject({
    items: [
      {
        runs: [{ text: 'Ouderen zien elke week veel verschillende hulpverleners' }, ...sourcesOf('ev-02')],
        items: [
          {
            items: [
              {
                runs: [
                  { text: 'De afspraak over geld gaat over minuten, niet over vaste gezichten' },
                  ...sourcesOf('ev-10'),
                ],
              },
            ],
          },
        ],
      },
      { items: [{}] },
      {},
    ],
  })
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => {
    draft.problems.add({ kind: 'main' }, { id: 'pr-1' })
    draft.causes.add({ problemId: 'pr-1', text: ' ' }, { id: 'ca-blank' })
    draft.causes.add({ problemId: 'pr-1', parentId: 'ca-blank', text: 'Daaronder' })
  })
  expect(
    problemStatement.outline(document.content(), context('nl')).find((block) => block.type === 'list'),
  ).toMatchObject({ items: [{ runs: [{ text: 'Daaronder' }] }] })
})

test('quotes people only from what may be told', () => {
  expect(quotes(outlineOf(0))).toContainEqual([
    'Op zondag praat ik alleen tegen de radio. Die praat tenminste terug.',
    'Bewoonster, 82 jaar',
  ])
  const without = outlineOf(0, 'nl', { evidence: told.evidence.filter(({ id }) => id !== 'ev-01') })
  expect(JSON.stringify(without)).not.toContain('tegen de radio')
  const secret: EvidenceRegister = { evidence: told.evidence.map((row) => ({ ...row, sensitive: true })) }
  expect(JSON.stringify(outlineOf(0, 'nl', secret))).not.toContain('tegen de radio')
})

test('keeps other ways to see it with the reason, and the note of the minority', () => {
  const blocks = outlineOf(0)
  const others = tableOf(blocks, 'Andere manieren om het te zien')
  expect(others).toContainEqual([
    'Er moet een meldpunt eenzaamheid komen waar professionals signalen kunnen doorgeven.',
    'Beleidsmakers',
    'Niet gekozen',
    expect.stringContaining('Dit is al een oplossing'),
  ])
  expect(others?.some(([sentence]) => sentence?.includes('met mensen die zij toch al zien'))).toBe(false)
  expect(JSON.stringify(blocks)).toContain('Twee bewoners missen de avond en het weekend')
})

test('has a part for each sub-question, how big it is, and what we assume', () => {
  const blocks = outlineOf(0)
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
  expect(headings).toContain('Deelprobleem: Veel gezichten, weinig contact')
  expect(headings.indexOf('Regels en gewoontes')).toBeLessThan(headings.indexOf('Waardoor komt dit?'))
  expect(blocks).toContainEqual({
    type: 'paragraph',
    runs: [
      { text: '412 mensen', bold: true },
      {
        text: '. 58 van de 120 ondervraagde ouderen voelen zich eenzaam. In de wijk wonen 412 mensen van 75 jaar of ouder alleen.',
      },
      ...sourcesOf('ev-07', 'ev-08'),
    ],
  })
  expect(tableOf(blocks, 'Aannames')?.[0]).toEqual([
    'Ouderen willen contact met mensen die ze al zien',
    '3',
    '5',
    'Twaalf gesprekken aan de keukentafel, voor en na de proef.',
    'Open',
  ])
  expect(tableOf(outlineOf(1, 'en'), 'Assumptions')?.[0]?.[4]).toBe('Open')
})

test('for people in a hurry there is half a page: the question, one voice, where it rubs, who can change it', () => {
  const [statement] = documents
  const blocks = statement ? problemStatement.outline(statement, { ...context('nl'), level: 'page' }) : []
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'quote', 'paragraph', 'quote', 'facts', 'note'])
  const facts = blocks.find((block) => block.type === 'facts')
  expect(facts?.rows.map(({ label }) => label)).toEqual([
    'Waar schuurt het?',
    'Hoe groot is het?',
    'Wie kan dit veranderen?',
    'Wie dragen dit samen?',
    'Wat moet anders zijn?',
  ])
  expect(JSON.stringify(facts)).toContain('lege stoel')
  expect(JSON.stringify(blocks.at(-1))).toContain('Twee bewoners missen de avond')
})

test('an empty statement says its name and status, and leaves the rest out', () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => problemStatement.begin(draft, ''))
  expect(problemStatement.outline(document.content(), context('en'))).toEqual([
    { type: 'heading', level: 2, text: 'The problem', from: expect.any(String) as unknown },
    { type: 'facts', rows: [{ label: 'Status', runs: [{ text: 'Draft' }] }] },
  ])
  expect(problemStatement.title(document.content())).toBeNull()
})

test('others can refer to its problems and what stands in their lists, with what checks need', () => {
  const find = (id: string) => directory.find((entry) => entry.id === id)
  expect(find('pr-11')).toMatchObject({
    kind: 'problem',
    label: 'Ouderen die binnen blijven zijn niet in beeld',
    attributes: {
      kind: 'sub',
      parentId: 'pr-1',
      status: 'shared',
      affectedIds: ['sh-ouderen-thuis', 'sh-ouderen-taal'],
      carrierIds: ['sh-mantelzorgers', 'sh-wijkteam'],
    },
  })
  expect(find('ru-4')).toMatchObject({
    kind: 'rule',
    attributes: { problemId: 'pr-11', ownerId: 'sh-gem-wmo', hardness: 'interpretation' },
  })
  expect(find('fo-105')).toMatchObject({
    kind: 'formulation',
    attributes: { status: 'chosen', perspective: 'mixed', basedOnIds: ['fo-101', 'fo-102'] },
  })
  expect(find('ca-2')).toMatchObject({ kind: 'cause', attributes: { parentId: 'ca-1', evidenceIds: ['ev-05'] } })
  expect(new Set(directory.map(({ kind }) => kind))).toEqual(
    new Set(['problem', 'formulation', 'line', 'gap', 'rule', 'cause', 'effect', 'assumption']),
  )
})

test('a line leads to the evidence behind it by number, and to nothing that may not be told', () => {
  const tree = (evidence: EvidenceRegister) =>
    JSON.stringify(outlineOf(0, 'nl', evidence).filter(({ type }) => type === 'list'))
  expect(tree(told)).toContain(JSON.stringify(sourcesOf('ev-05')[0]))
  expect(tree({ evidence: told.evidence.filter(({ id }) => id !== 'ev-05') })).not.toContain('ev-05')
})

test('the complete outline tells of each rule how fixed it is', () => {
  const [statement] = documents
  const whole = statement ? problemStatement.outline(statement, { ...context('nl'), level: 'complete' }) : []
  expect(tableOf(whole, 'Regels en gewoontes')?.[0]).toHaveLength(6)
  expect(tableOf(outlineOf(0), 'Regels en gewoontes')?.[0]).toHaveLength(5)
})
