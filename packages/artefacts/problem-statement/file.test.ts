import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { plainText, proseOf } from '#crdt/prose.ts'
import { lawRuns } from '../../../tests/support/replicas.ts'
import { addCarrier } from './carrier-commands.ts'
import { addLink, takeUp } from './commands.ts'
import { writeExample } from './example.ts'
import { file } from './file.ts'
import { addGap, addLine } from './line-commands.ts'
import { shape } from './shape.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const source = isJsonObject(example) ? example : {}
const perspectives = new Map<unknown, string>(
  jsonObjects(source['participants']).flatMap(({ id, perspective }) =>
    typeof perspective === 'string' ? [[id, perspective]] : [],
  ),
)
const context = { locale: 'nl', perspectiveOf: (id: unknown) => perspectives.get(id) ?? '' } as const
type Work = (document: SharedDocument<typeof shape>) => void

const readAndWrite = (input: JsonObject, work: Work = () => {}) => {
  const reading = file.read(input, context)
  const makers = new Map(reading.makers.map(({ item, participant }) => [item, participant]))
  const documents = reading.documents.map(({ id, title, fill }) => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, fill)
    work(document)
    return { id, title, content: document.content(), makerOf: (item: string) => makers.get(item) }
  })
  return { reading, documents, written: file.write(documents) }
}

test('the whole example comes in, and goes out as it came', () => {
  const { reading, documents, written } = readAndWrite(source)
  expect(reading.leftovers).toEqual([])
  expect(reading.documents.map(({ id, title }) => [id, title])).toEqual([
    ['pr-1', 'Ouderen die alleen wonen missen echt contact'],
    ['pr-2', 'Zorgmedewerkers zijn te veel tijd kwijt aan vastleggen'],
  ])
  expect(jsonObjects(source['problems'])).toHaveLength(5)
  expect(jsonObjects(source['formulations'])).toHaveLength(13)
  expect(written['problems']).toEqual(source['problems'])
  expect(written['formulations']).toEqual(source['formulations'])
  const [first, second] = documents
  expect(first?.content.problems.map(({ id }) => id).toSorted()).toEqual(['pr-1', 'pr-11', 'pr-12', 'pr-13'])
  expect(first?.content.formulations).toHaveLength(9)
  expect(second?.content.formulations).toHaveLength(4)
  expect(plainText(first?.content.problems.find(({ id }) => id === 'pr-1')?.whatHappens ?? proseOf(''))).toContain(
    'Veel ouderen in Waterhof',
  )
})

test('who carries comes in as rows, and how big it is as fields', () => {
  const [first] = readAndWrite(source).documents
  expect(
    first?.content.carriers
      .filter(({ problemId }) => problemId === 'pr-1')
      .map(({ id, stakeholderId }) => [id, stakeholderId]),
  ).toEqual([
    ['pr-1-sh-ouderen', 'sh-ouderen'],
    ['pr-1-sh-welzijn', 'sh-welzijn'],
    ['pr-1-sh-gem-wmo', 'sh-gem-wmo'],
    ['pr-1-sh-thuiszorgteam', 'sh-thuiszorgteam'],
    ['cr-1', null],
  ])
  // A first version says only who.
  expect(
    first?.content.carriers.filter(({ problemId }) => problemId === 'pr-11').map(({ stakeholderId }) => stakeholderId),
  ).toEqual(['sh-mantelzorgers', 'sh-wijkteam'])
  expect(first?.content.problems.find(({ id }) => id === 'pr-1')).toMatchObject({
    scaleCount: 412,
    scaleUnit: 'mensen',
    scaleEvidenceIds: ['ev-07', 'ev-08'],
  })
  expect(first?.content.formulations.find(({ id }) => id === 'fo-121')).toMatchObject({
    who: 'een bewoner van 79',
    insight: 'zeven onbekenden per week geven geen contact',
  })
})

test('who wrote a cause is told apart, its group stays with it', () => {
  const { reading, documents } = readAndWrite(source)
  expect(reading.makers).toContainEqual({ item: 'ca-1', participant: 'p-02' })
  expect(documents[0]?.content.causes.find(({ id }) => id === 'ca-1')).toMatchObject({ by: 'resident' })
  expect(JSON.stringify(documents)).not.toContain('"p-02"')
})

test('reading what was written gives the same again, also with what a first version does not know', () => {
  const { written } = readAndWrite(source, (document) =>
    document.change({ perspective: 'policy' }, (statement) => {
      if (!statement.problems.has('pr-1')) return
      const lived = addLine(statement, 'pr-1', { world: 'lived', text: 'Een ander gezicht' })
      const system = addLine(statement, 'pr-1', { world: 'system', text: 'Per minuut' })
      if (lived.ok && system.ok) addGap(statement, 'pr-1', lived.value, system.value)
      statement.rules.get('ru-1')?.gapIds.add('ga-elsewhere')
      addCarrier(statement, 'pr-1', null)
      statement.carriers.get('pr-11-sh-wijkteam')?.brings.splice(0, 0, 'Kennen de buurt')
      takeUp(statement, 'pr-11', { perspective: 'professional' }, '2026-03-12')
      addLink(statement, 'pr-12', 'pr-2', 'overlaps')
    }),
  )
  const [problem, sub] = jsonObjects(written['problems'])
  expect(sub).not.toHaveProperty('carrierIds')
  expect(jsonObjects(sub?.['carriers'])[1]).toEqual({ stakeholderId: 'sh-wijkteam', brings: 'Kennen de buurt' })
  expect(jsonObjects(problem?.['lines']).slice(-2)).toMatchObject([
    { world: 'lived', by: 'policy' },
    { world: 'system' },
  ])
  expect(jsonObjects(problem?.['gaps']).at(-1)).toMatchObject({ text: '' })
  expect(jsonObjects(sub?.['takenUpBy'])).toContainEqual(
    expect.objectContaining({ perspective: 'professional', since: '2026-03-12' }),
  )
  const again = readAndWrite({ ...written })
  expect(again.reading.leftovers).toEqual([])
  expect(again.written).toEqual(written)
})

test('a group that a workspace names itself goes before the base beside it', () => {
  const { documents } = readAndWrite({
    problems: [{ id: 'pr-1', takenUpBy: [{ perspective: 'professional', perspectiveId: 'zorg' }] }],
    formulations: [{ id: 'fo-1', problemId: 'pr-1', text: 'Zin', perspective: 'professional', perspectiveId: 'zorg' }],
  })
  expect(documents[0]?.content.formulations).toMatchObject([{ perspective: 'zorg' }])
  expect(documents[0]?.content.takenUpBy).toMatchObject([{ id: 'pr-1-zorg', perspective: 'zorg' }])
})

test('a part whose problem is not in the file stands on its own, and so does a ring', () => {
  const { documents, written } = readAndWrite({
    problems: [
      { id: 'pr-5', kind: 'sub', parentId: 'pr-gone', title: 'Los' },
      { id: 'pr-6', kind: 'sub', parentId: 'pr-7', title: 'Ring' },
      { id: 'pr-7', kind: 'sub', parentId: 'pr-6', title: 'Ring terug' },
    ],
  })
  expect(documents.map(({ id, content }) => [id, content.problems.length])).toEqual([
    ['pr-5', 1],
    ['pr-6', 2],
  ])
  expect(readAndWrite({ ...written }).written).toEqual(written)
})

test('what has no place is kept by path, and nothing is lost or guessed', () => {
  const { reading, documents } = readAndWrite({
    problems: [
      {
        id: 'pr-9',
        title: 'Probleem',
        colour: 'blue',
        status: 'solved',
        order: 3,
        scaleText: 'smuggled',
        scale: { text: 'veel', count: 'tien', mood: 'good' },
        carrierIds: ['Not An Id'],
        carriers: [{ stakeholderId: 'sh-1', 'a/b~c': 'kept' }],
        causes: [{ id: 'ca-1', text: 'Daarom', problemId: 'pr-8' }, { text: 'no id' }, 'not a cause'],
        effects: 'none',
        links: [
          { toId: 'pr-1', type: 'worsens' },
          { toId: 'pr-1', type: 'worsens' },
        ],
        livedWorld: 7,
      },
      { id: 'PR 1' },
      7,
    ],
    formulations: [
      { id: 'fo-1', problemId: 'pr-9', pov: { who: 'wij', why: 'x' }, who: 'y' },
      { id: 'fo-2', problemId: 'pr-0' },
    ],
  })
  expect(documents[0]?.content).toMatchObject({
    problems: [{ kind: 'main', status: 'draft', scaleText: 'veel', scaleCount: null }],
    causes: [{ id: 'ca-1', problemId: 'pr-9' }],
    carriers: [{ id: 'pr-9-sh-1-1', stakeholderId: 'sh-1' }],
    formulations: [{ id: 'fo-1', who: 'wij' }],
  })
  expect(Object.fromEntries(reading.leftovers.map(({ path, value }) => [path, value]))).toEqual({
    'problems/pr-9/colour': 'blue',
    'problems/pr-9/status': 'solved',
    'problems/pr-9/order': 3,
    'problems/pr-9/scaleText': 'smuggled',
    'problems/pr-9/scale/count': 'tien',
    'problems/pr-9/scale/mood': 'good',
    'problems/pr-9/carrierIds': ['Not An Id'],
    'problems/pr-9/carriers/pr-9-sh-1-1/a~1b~0c': 'kept',
    'problems/pr-9/causes/ca-1/problemId': 'pr-8',
    'problems/pr-9/causes/1': { text: 'no id' },
    'problems/pr-9/causes/2': 'not a cause',
    'problems/pr-9/effects': 'none',
    'problems/pr-9/links/1': { toId: 'pr-1', type: 'worsens' },
    'problems/pr-9/livedWorld': 7,
    'problems/1': { id: 'PR 1' },
    'problems/2': 7,
    'formulations/fo-1/pov/why': 'x',
    'formulations/fo-1/who': 'y',
    'formulations/1': { id: 'fo-2', problemId: 'pr-0' },
  })
})

test('a row whose problem is gone stands in no file', () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (statement) => {
    writeExample(statement)
    addLine(statement, 'pr-writing', { world: 'lived', text: 'Alleen hier' })
    statement.problems.remove('pr-writing')
  })
  const filed = { id: 'pr-main', title: 'x', content: document.content(), makerOf: () => undefined }
  expect(JSON.stringify(file.write([filed]))).not.toContain('Alleen hier')
  expect(file.read({}, context).documents).toEqual([])
})

const words = fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const ids = (prefix: string) => fc.nat(3).map((number) => `${prefix}-${number}`)
const idSet = (prefix: string) => fc.uniqueArray(ids(prefix), { maxLength: 3 })
const cause = fc.record({ text: words, parentId: maybe(ids('ca-x')), evidenceIds: idSet('ev') })
const rule = fc.record({
  name: words,
  kind: maybe(fc.constantFrom('law', 'habit')),
  ownerId: maybe(ids('sh')),
  effect: words,
  hardness: maybe(fc.constantFrom('law')),
  evidenceIds: idSet('ev'),
  gapIds: idSet('ga'),
})
const problem = fc.record({
  // One without a name gets that of its document.
  title: words.map((title) => `P${title}`),
  whatHappens: words,
  status: fc.constantFrom('draft', 'shared', 'parked'),
  scale: maybe(fc.record({ text: words, count: maybe(fc.nat(99)), unit: words, evidenceIds: idSet('ev') })),
  parent: fc.nat(4),
  causes: fc.array(cause, { maxLength: 3 }),
  rules: fc.array(rule, { maxLength: 2 }),
  carrierIds: idSet('sh'),
  assumptions: fc.array(fc.record({ text: words, certainty: maybe(fc.integer({ min: 1, max: 5 })) }), { maxLength: 2 }),
  lines: fc.array(
    fc.record({ world: fc.constantFrom('lived', 'system'), text: words, by: fc.constantFrom('resident', 'policy') }),
    { maxLength: 2 },
  ),
})
const formulation = fc.record({
  text: words,
  pov: maybe(fc.record({ who: words, need: words, insight: words })),
  minorityNote: maybe(words),
  basedOnIds: idSet('fo'),
  home: fc.nat(3),
})

const withIds = (prefix: string, at: number, rows: readonly object[]): Json =>
  rows.map((row, place) => ({ id: `${prefix}-${at}-${place}`, ...row }))

test('law: what was written reads back to the same content, and is written the same again', () => {
  fc.assert(
    fc.property(
      fc.array(problem, { minLength: 1, maxLength: 4 }),
      fc.array(formulation, { maxLength: 4 }),
      (problems, formulations) => {
        const input: JsonObject = {
          problems: problems.map(({ parent, causes, rules, assumptions, lines, ...own }, at) => ({
            ...own,
            id: `pr-${at}`,
            kind: parent < at ? 'sub' : 'main',
            parentId: parent < at ? `pr-${parent}` : null,
            causes: withIds('ca', at, causes),
            rules: withIds('ru', at, rules),
            assumptions: withIds('pa', at, assumptions),
            lines: withIds('li', at, lines),
          })),
          formulations: formulations.map(({ home, ...own }, at) => ({
            ...own,
            id: `fo-${at}`,
            problemId: `pr-${home % problems.length}`,
          })),
        }
        const once = readAndWrite(input)
        expect(once.reading.leftovers).toEqual([])
        const twice = readAndWrite({ ...once.written })
        expect(twice.reading.leftovers).toEqual([])
        expect(twice.written).toEqual(once.written)
        expect(twice.documents.map(({ content }) => withoutOrder(content))).toEqual(
          once.documents.map(({ content }) => withoutOrder(content)),
        )
        expect(jsonObjects(once.written['problems'])).toHaveLength(problems.length)
      },
    ),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})

// Positions are drawn anew and count within one problem only; that order is compared in the files.
const withoutOrder = (content: unknown): unknown =>
  JSON.parse(
    JSON.stringify(content, (key, value: unknown) => {
      if (key === 'order') return undefined
      return Array.isArray(value) && value.every(isJsonObject) ? jsonObjects(value).toSorted(byId) : value
    }),
  )
const byId = (a: JsonObject, b: JsonObject) => (JSON.stringify(a['id']) < JSON.stringify(b['id']) ? -1 : 1)
