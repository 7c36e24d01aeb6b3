import { expect, test } from 'vitest'
import { movesOf } from './moves.ts'

const at = (id: string, kind: string, order: number) => ({ id, kind, order })
const all = [
  at('m1', 'map', 1),
  at('p1', 'problem', 0),
  at('p2', 'problem', 2),
  at('m2', 'map', 3),
  at('p3', 'problem', 4),
]

const move = (id: string, to: number): string[] => {
  const inOrder = all.toSorted((a, b) => a.order - b.order).filter((one) => one.id !== id)
  inOrder.splice(to, 0, at(id, '', 0))
  return inOrder.map((one) => one.id)
}

const ofKind = (ids: readonly string[], letter: string) => ids.filter((id) => id.startsWith(letter))

test('an artefact changes places with its neighbour of the same kind, and no other kind changes its order', () => {
  const p2 = all[2]
  if (!p2) throw new Error('there is a second problem')
  const { up, down } = movesOf(all, p2)
  expect(ofKind(move('p2', up ?? -1), 'p')).toEqual(['p2', 'p1', 'p3'])
  expect(ofKind(move('p2', down ?? -1), 'p')).toEqual(['p1', 'p3', 'p2'])
  expect(ofKind(move('p2', up ?? -1), 'm')).toEqual(['m1', 'm2'])
})

test('the first cannot go up and the last cannot go down', () => {
  expect(movesOf(all, at('p1', 'problem', 0)).up).toBeNull()
  expect(movesOf(all, at('p3', 'problem', 4)).down).toBeNull()
  expect(movesOf([at('a', 'map', 0)], at('a', 'map', 0))).toEqual({ up: null, down: null })
})
