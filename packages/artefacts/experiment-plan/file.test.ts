import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects, type JsonObject } from '#crdt/json.ts'
import { plainText } from '#crdt/prose.ts'
import { isId } from '#kernel/id.ts'
import { addResult } from './commands.ts'
import { file } from './file.ts'
import { shape } from './shape.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const source = isJsonObject(example) ? example : {}
const context = { locale: 'nl', perspectiveOf: (id: unknown) => (id === 'p-06' ? 'resident' : '') } as const
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
    ['ex-1', 'Kwartier zonder klok'],
    ['ex-2', 'Een lijntje met de hulp in huis'],
  ])
  expect(jsonObjects(source['experiments'])).toHaveLength(2)
  expect(written['experiments']).toEqual(source['experiments'])
  const [first] = documents
  expect(plainText(first?.content.cardBelieve ?? { type: 'doc', content: [] })).toContain(
    'kwartier per week zonder klok',
  )
  expect(first?.content).toMatchObject({
    status: 'finished',
    costMoney: 9600,
    teamIds: ['p-08', 'p-09', 'p-06', 'p-16', 'p-15', 'p-11'],
  })
})

test('who wrote a line in the log is told apart, its group stays with the line', () => {
  const { reading, documents } = readAndWrite(source)
  expect(reading.makers).toContainEqual({ item: 'll-2', participant: 'p-06' })
  const entry = documents[0]?.content.learningLog.find(({ id }) => id === 'll-2')
  expect(entry).toMatchObject({ by: 'resident', perspective: 'resident' })
  expect(JSON.stringify(entry)).not.toContain('p-06')
})

test('rows that a file writes without an id get the same one each time, and one of their own', () => {
  const ids = () =>
    readAndWrite(source)
      .documents.flatMap(({ content }) => [content.results, content.distribution, content.ethics].flat())
      .map(({ id }) => id)
      .toSorted()
  expect(ids()).toEqual(ids())
  expect(new Set(ids()).size).toBe(ids().length)
  expect(ids().every(isId)).toBe(true)
  expect(ids()).toContain('me-1-r1')
  expect(ids()).toContain('ex-1-medical-research-act')
  expect(ids()).toContain('ex-2-sh-ouderen-taal')
})

test('reading what was written gives the same again, also with more results than one', () => {
  const more: Work = (document) =>
    document.change({ perspective: 'policy' }, (plan) => {
      addResult(plan, 'me-1', { value: 2.6, date: '2026-09-01', n: 30 })
      addResult(plan, 'me-12', { value: 4, date: '2026-11-01', n: 25 })
    })
  const { written } = readAndWrite(source, more)
  const [first] = jsonObjects(written['experiments'])
  expect(jsonObjects(first?.['measures'])[0]).toMatchObject({
    result: { value: 2.6, date: '2026-09-01', n: 30 },
    results: [
      { id: 'me-1-r1', value: 2.8, n: 34 },
      { value: 2.6, n: 30, by: 'policy' },
    ],
  })
  const again = readAndWrite({ ...written })
  expect(again.reading.leftovers).toEqual([])
  expect(again.written).toEqual(written)
})

test('what has no place is kept by path, and nothing is lost or guessed', () => {
  const { reading, documents } = readAndWrite({
    experiments: [
      {
        id: 'ex-9',
        title: 'Proef',
        colour: 'blue',
        start: '2026-02-30',
        cardBelieve: 'smuggled',
        card: { believe: 'Wij denken', mood: 'good' },
        costEstimate: 'veel',
        results: [{ id: 'rs-1', value: 3 }],
        steps: [{ id: 'st-1', text: 'Doen', end: '2026-99-01', colour: 'red' }, { text: 'no id' }, 'not a step'],
        effects: 'none',
        measures: [
          { id: 'me-1', name: 'Maat', baseline: { value: 3, date: '2026-01-01', n: 4, range: [1, 2] }, result: 'soon' },
          { id: 'me-1', name: 'Same id' },
          { id: 'me-2', name: 'Twee', result: { value: 5, date: '2026-01-02', n: 6, spread: 1 } },
        ],
      },
      { id: 'EX 1' },
      7,
    ],
  })
  const [plan] = documents
  expect(plan?.content).toMatchObject({
    start: null,
    steps: [{ id: 'st-1', text: 'Doen', end: null }],
    measures: [{ id: 'me-1', baseline: { value: 3, date: '2026-01-01', n: 4 } }, { id: 'me-2' }],
    results: [{ id: 'me-2-r1', measureId: 'me-2', value: 5, n: 6 }],
  })
  expect(plainText(plan?.content.cardBelieve ?? { type: 'doc', content: [] })).toBe('Wij denken')
  expect(Object.fromEntries(reading.leftovers.map(({ path, value }) => [path, value]))).toEqual({
    'experiments/ex-9/colour': 'blue',
    'experiments/ex-9/start': '2026-02-30',
    'experiments/ex-9/cardBelieve': 'smuggled',
    'experiments/ex-9/card/mood': 'good',
    'experiments/ex-9/costEstimate': 'veel',
    'experiments/ex-9/results': [{ id: 'rs-1', value: 3 }],
    'experiments/ex-9/steps/st-1/end': '2026-99-01',
    'experiments/ex-9/steps/st-1/colour': 'red',
    'experiments/ex-9/steps/1': { text: 'no id' },
    'experiments/ex-9/steps/2': 'not a step',
    'experiments/ex-9/effects': 'none',
    'experiments/ex-9/measures/me-1/baseline/range': [1, 2],
    'experiments/ex-9/measures/me-1/result': 'soon',
    'experiments/ex-9/measures/1': { id: 'me-1', name: 'Same id' },
    'experiments/ex-9/measures/me-2/result/spread': 1,
    'experiments/1': { id: 'EX 1' },
    'experiments/2': 7,
  })
})

test('a row without an id that holds more than we know gets one, so that the rest finds its way back', () => {
  const distribution = [
    { stakeholderId: 'sh-1', benefit: 2, 'a/b~c': 'kept' },
    { stakeholderId: 'sh-2', benefit: 1 },
  ]
  const { reading, written } = readAndWrite({ experiments: [{ id: 'ex-1', distribution }] })
  expect(reading.leftovers).toEqual([{ path: 'experiments/ex-1/distribution/ex-1-sh-1-1/a~1b~0c', value: 'kept' }])
  const rows = jsonObjects(jsonObjects(written['experiments'])[0]?.['distribution'])
  expect(rows.map(({ id, stakeholderId }) => [id, stakeholderId])).toEqual([
    ['ex-1-sh-1-1', 'sh-1'],
    [undefined, 'sh-2'],
  ])
  expect(readAndWrite({ ...written }).written).toEqual(written)
})

test('an empty experiment gets a name, and a file without a list makes nothing', () => {
  expect(readAndWrite({ experiments: [{ id: 'ex-1' }] }).documents[0]?.title).toBe('Nieuwe proef')
  expect(file.read({}, context).documents).toEqual([])
})
