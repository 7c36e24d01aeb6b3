import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects, type JsonObject } from '#crdt/json.ts'
import { file } from './file.ts'
import { shape } from './shape.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const source = isJsonObject(example) ? example : {}
const context = { locale: 'nl', perspectiveOf: (id: unknown) => (id === 'p-01' ? 'resident' : '') } as const

const readAndWrite = (input: JsonObject) => {
  const reading = file.read(input, context)
  const makers = new Map(reading.makers.map(({ item, participant }) => [item, participant]))
  const documents = reading.documents.map(({ id, title, fill }) => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, fill)
    return { id, title, content: document.content(), makerOf: (item: string) => makers.get(item), ydoc: document.ydoc }
  })
  return { reading, documents, written: file.write(documents) }
}

// What a file may leave out has the same meaning as its empty value.
const withoutEstimates = (list: unknown) =>
  jsonObjects(list).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'estimates')))

test('the whole example comes in, and goes out as it came', () => {
  const { reading, documents, written } = readAndWrite(source)
  expect(reading.documents.map(({ id, title }) => ({ id, title }))).toEqual([
    { id: 'map-1', title: 'Wie is betrokken?' },
  ])
  expect(reading.leftovers).toEqual([])
  expect(documents[0]?.content.stakeholders).toHaveLength(24)
  expect(documents[0]?.content.relations).toHaveLength(42)
  expect(documents[0]?.content.stakeholders[0]?.by).toBe('resident')
  expect(written['stakeholders']).toEqual(withoutEstimates(source['stakeholders']))
  expect(written['relations']).toEqual(withoutEstimates(source['relations']))
  expect(written['lensPositions']).toEqual(source['lensPositions'])
})

test('what people estimated for themselves never enters the document', () => {
  const { reading, documents, written } = readAndWrite(source)
  const raw = new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(documents[0]?.ydoc ?? new Y.Doc()))
  expect(raw).toContain('Alleenwonende ouderen')
  expect(raw).not.toMatch(/estimates|p-0\d/)
  expect(JSON.stringify([reading.leftovers, written['stakeholders']])).not.toContain('estimates')
})

test('reading what was written gives the same again', () => {
  const { written } = readAndWrite(source)
  expect(readAndWrite({ ...written }).written).toEqual(written)
})

test('several maps keep their own parties, lines, places and views', () => {
  const input: JsonObject = {
    maps: [
      { id: 'map-a', title: 'Buurt', colour: 'red' },
      { id: 'map-b', title: 'Stad' },
    ],
    stakeholders: [
      { id: 'sh-1', name: 'Buren', mapId: 'map-a' },
      { id: 'sh-2', name: 'Raad', mapId: 'map-b', by: 'policy' },
    ],
    relations: [{ id: 'rel-1', from: 'sh-2', to: 'sh-1', type: 'money', mapId: 'map-b' }],
    lensPositions: { rings: { 'sh-2': { angle: 40 }, 'sh-1': { x: 3, y: 0 } } },
    savedViews: [{ id: 'vw-1', title: 'Geld', lens: 'influence', filter: '', mapId: 'map-b' }],
  }
  const { documents, written, reading } = readAndWrite(input)
  expect(documents.map(({ content }) => content.stakeholders.map(({ name }) => name))).toEqual([['Buren'], ['Raad']])
  expect(documents[1]?.content).toMatchObject({
    relations: [{ id: 'rel-1' }],
    views: [{ id: 'vw-1' }],
    lensPositions: [{ lens: 'rings' }],
  })
  expect(documents[0]?.content.lensPositions[0]?.position).toEqual({ x: 1, y: 0 })
  expect(reading.leftovers).toEqual([{ path: 'maps/map-a/colour', value: 'red' }])
  expect(readAndWrite({ ...written }).written).toEqual(written)
})

test('what has no place is kept by path and nothing is lost or guessed', () => {
  const { reading, documents } = readAndWrite({
    stakeholders: [
      { id: 'sh-1', name: 'Buren', influence: 9, colour: 'blue', participation: { atTable: 'no', since: 2020 } },
      { id: 'Bad Id', name: 'x' },
      { id: 'sh-1', name: 'Again' },
    ],
    lensPositions: { rings: { 'sh-1': { angle: 'north' } } },
  })
  expect(documents[0]?.content.stakeholders).toMatchObject([{ name: 'Buren', influence: null, atTable: 'no' }])
  expect(reading.leftovers.map(({ path }) => path).toSorted()).toEqual([
    'lensPositions/rings/sh-1',
    'stakeholders/1',
    'stakeholders/2',
    'stakeholders/sh-1/colour',
    'stakeholders/sh-1/influence',
    'stakeholders/sh-1/participation/since',
  ])
})

test('a file without a map makes none', () => {
  expect(file.read({}, context).documents).toEqual([])
})
