import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { lawRuns } from '../../../tests/support/replicas.ts'
import { betweenness } from './betweenness.ts'
import { addStakeholder, relate } from './commands.ts'
import {
  articulationPoints,
  bridgeNeighbours,
  components,
  degrees,
  graphOf,
  isolates,
  linksAcrossBands,
  reciprocity,
  wantedByType,
} from './network.ts'
import { shape, type RelationInit } from './shape.ts'

type Line = readonly [from: string, to: string, more?: Omit<RelationInit, 'from' | 'to'>]

const mapOf = (parties: readonly (readonly [string, number?])[], lines: readonly Line[]) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (map) => {
    for (const [id, world] of parties) addStakeholder(map, { name: id, world: world ?? null }, { id })
    for (const [from, to, more] of lines) relate(map, { from, to, type: 'cooperation', ...more })
  })
  return document.content()
}
const letters = (text: string) => text.split('').map((id): readonly [string] => [id])
const graphed = (parties: string, lines: readonly Line[]) => graphOf(mapOf(letters(parties), lines))

test('a chain: the way between the ends passes everybody in the middle', () => {
  const graph = graphed('abcde', [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
  ])
  // Six pairs of others each: b lies between a and c, d, e; c between a, b and d, e.
  expect(betweenness(graph)).toEqual({ a: 0, b: 3 / 6, c: 4 / 6, d: 3 / 6, e: 0 })
  expect(articulationPoints(graph)).toEqual(['b', 'c', 'd'])
})

test('of nobody, or of two, no way passes anybody', () => {
  expect(betweenness(graphed('', []))).toEqual({})
  expect(betweenness(graphed('ab', [['a', 'b']]))).toEqual({ a: 0, b: 0 })
})

test('a star: all ways pass the middle', () => {
  const graph = graphed('mabcd', [
    ['m', 'a'],
    ['m', 'b'],
    ['m', 'c'],
    ['m', 'd'],
  ])
  expect(betweenness(graph)).toEqual({ m: 1, a: 0, b: 0, c: 0, d: 0 })
  expect(articulationPoints(graph)).toEqual(['m'])
  expect(degrees(graph)).toEqual({ m: 4, a: 1, b: 1, c: 1, d: 1 })
})

test('a ring holds without any one of them, and shares its ways', () => {
  const graph = graphed('abcd', [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'a'],
  ])
  // Each pair across has two shortest ways, of which half passes a party: 0.5 of 3 pairs.
  expect(betweenness(graph)).toEqual({ a: 0.5 / 3, b: 0.5 / 3, c: 0.5 / 3, d: 0.5 / 3 })
  expect(articulationPoints(graph)).toEqual([])
})

test('two triangles with one party in common fall apart without it', () => {
  const graph = graphed('abcde', [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
    ['c', 'd'],
    ['d', 'e'],
    ['c', 'e'],
  ])
  expect(articulationPoints(graph)).toEqual(['c'])
  expect(betweenness(graph)['c']).toBeCloseTo(4 / 6, 12)
})

test('islands and who stands alone; tension, wishes and what is broken are no contact', () => {
  const graph = graphed('abcd', [
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'd', { type: 'tension' }],
    ['b', 'c', { status: 'wanted' }],
    ['b', 'd', { status: 'broken' }],
  ])
  expect(components(graph)).toEqual([['a', 'b'], ['c'], ['d']])
  expect(isolates(graph)).toEqual(['c', 'd'])
  expect(degrees(graph)).toEqual({ a: 1, b: 1, c: 0, d: 0 })
})

test('only lines of the chosen kinds count', () => {
  const map = mapOf(letters('abc'), [
    ['a', 'b', { type: 'money' }],
    ['b', 'c', { type: 'care' }],
  ])
  expect(degrees(graphOf(map, ['money', 'tension']))).toEqual({ a: 1, b: 1, c: 0 })
})

test('who links daily life and system, and how many lines cross', () => {
  const map = mapOf(
    [['a', 1], ['b', 2], ['c', 3], ['d', 5], ['e']],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['b', 'd'],
      ['b', 'd', { type: 'money' }],
      ['d', 'e'],
    ],
  )
  expect(bridgeNeighbours(map, graphOf(map))).toEqual({ a: 0, b: 2 / 3, c: 1, d: 1 })
  expect(linksAcrossBands(map)).toEqual({ across: 3, all: 4, share: 0.75 })
})

test('what comes back: drawn both ways, or answered by a line', () => {
  const map = mapOf(letters('abcd'), [
    ['a', 'b', { type: 'information', direction: 'directed' }],
    ['b', 'a', { type: 'information', direction: 'directed' }],
    ['a', 'c', { type: 'information', direction: 'directed' }],
    ['a', 'd', { type: 'information', direction: 'mutual' }],
    ['c', 'd', { type: 'care', direction: 'directed' }],
    ['c', 'a', { type: 'cooperation', status: 'wanted' }],
  ])
  expect(reciprocity(map)).toEqual({ information: 3 / 4 })
  expect(wantedByType(map)).toEqual({ cooperation: 1 })
})

test('a chain of five thousand does not fill the stack', () => {
  const ids = Array.from({ length: 5000 }, (_, at) => `n${at}`)
  const neighbours = new Map(
    ids.map((id, at) => [id, new Set([ids[at - 1], ids[at + 1]].flatMap((other) => other ?? []))]),
  )
  expect(articulationPoints({ ids, neighbours })).toHaveLength(4998)
})

test('law: islands are those of graphology, and a cut point is what adds an island when it goes', () => {
  const drawn = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 })
  fc.assert(
    fc.property(drawn, (lines) => {
      const ids = Array.from({ length: 9 }, (_, at) => `n${at}`)
      const neighbours = new Map(ids.map((id) => [id, new Set<string>()]))
      for (const [a, b] of lines) {
        if (a === b) continue
        neighbours.get(`n${a}`)?.add(`n${b}`)
        neighbours.get(`n${b}`)?.add(`n${a}`)
      }
      const graph = { ids, neighbours }
      const reference = new UndirectedGraph()
      for (const id of ids) reference.addNode(id)
      for (const [id, others] of neighbours) for (const other of others) reference.mergeEdge(id, other)
      const sorted = (lists: readonly (readonly string[])[]) => lists.map((list) => list.toSorted().join()).toSorted()
      expect(sorted(components(graph))).toEqual(sorted(connectedComponents(reference)))
      const before = components(graph).length
      const cuts = ids.filter((gone) => {
        const rest = {
          ids: ids.filter((id) => id !== gone),
          neighbours: new Map(
            [...neighbours].map(([id, others]) => [id, new Set([...others].filter((other) => other !== gone))]),
          ),
        }
        return components(rest).length > before
      })
      expect(articulationPoints(graph)).toEqual(cuts)
    }),
    { numRuns: lawRuns(200) },
  )
})
