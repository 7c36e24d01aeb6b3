import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createUndo } from '#crdt/undo.ts'
import { createReplicas, lawRuns } from '../../../tests/support/replicas.ts'
import {
  addStakeholder,
  changeRelation,
  characterise,
  placeInLens,
  rate,
  relate,
  removeRelation,
  removeStakeholder,
  renameStakeholder,
} from './commands.ts'
import { writeExample } from './example.ts'
import { soundRelations } from './queries.ts'
import { shape, scales } from './shape.ts'

const ada = { perspective: 'resident' }
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(ada, writeExample)
  return document
}

test('what cannot be is refused with its reason and changes nothing', () => {
  const document = openExample()
  const before = document.content()
  const refusals = document.change(ada, (map) => [
    addStakeholder(map, { name: '  ' }),
    renameStakeholder(map, 'sh-nobody', 'x'),
    renameStakeholder(map, 'sh-bus', ' '),
    rate(map, 'sh-bus', 'impact', 6),
    rate(map, 'sh-bus', 'attitude', -3),
    rate(map, 'sh-nobody', 'impact', 1),
    characterise(map, 'sh-bus', 'representedById', 'sh-bus'),
    relate(map, { from: 'sh-bus', to: 'sh-bus' }),
    relate(map, { from: 'sh-bus', to: 'sh-nobody' }),
    changeRelation(map, 'rel-nobody', 'type', 'money'),
    removeRelation(map, 'rel-nobody'),
    placeInLens(map, 'rings', 'sh-nobody', { angle: 1 }),
    removeStakeholder(map, 'sh-nobody'),
  ])
  expect(refusals.map((result) => (result.ok ? 'ok' : result.reason))).toEqual([
    'no-name',
    'unknown-stakeholder',
    'no-name',
    'out-of-range',
    'out-of-range',
    'unknown-stakeholder',
    'same-stakeholder',
    'same-stakeholder',
    'unknown-stakeholder',
    'unknown-relation',
    'unknown-relation',
    'unknown-stakeholder',
    'unknown-stakeholder',
  ])
  expect(document.content()).toBe(before)
})

test('a party goes with its lines, and one undo brings all of it back', () => {
  const document = openExample()
  const undo = createUndo(document, ada)
  document.change(ada, (map) => placeInLens(map, 'rings', 'sh-help', { angle: 20 }))
  undo.manager.stopCapturing()
  const before = document.content()
  document.change(ada, (map) => removeStakeholder(map, 'sh-help'))
  expect(document.content().relations.filter(({ from, to }) => from === 'sh-help' || to === 'sh-help')).toEqual([])
  expect(document.content().lensPositions).toEqual([])
  undo.undo()
  expect(document.content()).toEqual(before)
  undo.close()
})

test('a line runs in the usual direction of its type unless somebody says otherwise', () => {
  const document = openExample()
  document.change(ada, (map) => {
    relate(map, { from: 'sh-bus', to: 'sh-shop', type: 'money' })
    relate(map, { from: 'sh-bus', to: 'sh-shop', type: 'money', direction: 'mutual' })
  })
  expect(
    document
      .content()
      .relations.slice(-2)
      .map(({ direction }) => direction),
  ).toEqual(['directed', 'mutual'])
})

const names = fc.constantFrom('sh-bus', 'sh-shop', 'sh-help', 'sh-elderly')
const act = fc.oneof(
  fc.record({
    what: fc.constant('rate' as const),
    id: names,
    scale: fc.constantFrom(...scales),
    step: fc.integer({ min: -2, max: 6 }),
  }),
  fc.record({ what: fc.constant('relate' as const), id: names, to: names }),
  fc.record({ what: fc.constant('remove' as const), id: names }),
  fc.record({ what: fc.constant('add' as const), id: fc.string({ maxLength: 8 }) }),
  fc.record({ what: fc.constant('place' as const), id: names, x: fc.double({ min: -3, max: 3, noNaN: true }) }),
)

test('law: two people at once end with the same map, and no line without both ends is drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), act, fc.boolean()), { maxLength: 30 }), (work) => {
      const { documents, settle } = createReplicas(shape, 2)
      documents[0]?.change(ada, writeExample)
      settle()
      for (const [who, step, meet] of work) {
        documents[who]?.change(ada, (map) => {
          if (step.what === 'rate') rate(map, step.id, step.scale, step.step)
          else if (step.what === 'relate') relate(map, { from: step.id, to: step.to })
          else if (step.what === 'remove') removeStakeholder(map, step.id)
          else if (step.what === 'add') addStakeholder(map, { name: step.id })
          else placeInLens(map, 'rings', step.id, { x: step.x, y: 0 })
        })
        if (meet) settle()
      }
      settle()
      const [one, two] = documents.map((document) => document.content())
      expect(one).toEqual(two)
      const known = new Set(one?.stakeholders.map(({ id }) => id))
      for (const { from, to } of one ? soundRelations(one) : [])
        expect(known.has(from ?? '') && known.has(to ?? '')).toBe(true)
    }),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})
