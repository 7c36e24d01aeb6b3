import { expect, test } from 'vitest'
import { gapOf } from './gap.ts'

const party = (id: string, world: number | null, atTable: string, impact: number | null) => ({
  id,
  kind: 'stakeholder',
  label: id,
  document: 'a-1',
  attributes: { world, atTable, impact },
})

test('the table beside the map: who is hit hard and not there, and which world is heard too little', () => {
  // By hand: of ten with a known world five live it, two stand between, three are the system; at the table one, one, two.
  const map = [
    party('neighbour', 1, 'yes', 5),
    party('carer', 1, 'no', 4),
    party('tenant', 2, 'unknown', 5),
    party('child', 2, 'represented', 5),
    party('baker', 2, 'no', 3),
    party('club', 3, 'yes', 2),
    party('church', 3, 'no', null),
    party('council', 4, 'yes', 4),
    party('insurer', 5, 'yes', 1),
    party('ministry', 5, 'no', 2),
    party('stranger', null, 'no', 4),
  ]
  const gap = gapOf(map)
  // The hardest hit first; somebody for whom another speaks is not missing.
  expect(gap.missing.map(({ id }) => id)).toEqual(['tenant', 'carer', 'stranger'])
  expect([gap.onMap, gap.atTable]).toEqual([10, 4])
  expect(gap.worlds).toEqual([
    { world: 'lived', ofMap: 0.5, ofTable: 0.25 },
    { world: 'bridge', ofMap: 0.2, ofTable: 0.25 },
    { world: 'system', ofMap: 0.3, ofTable: 0.5 },
  ])
})

test('without a map there is no gap', () => {
  expect(gapOf([])).toMatchObject({ missing: [], onMap: 0, atTable: 0 })
})
