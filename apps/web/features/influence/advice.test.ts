import { expect, test } from 'vitest'
import { influenceOf } from '#domain/influence/measures.ts'
import { adviceOf } from './advice.ts'

const people = (perspective: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${perspective}${at}`, perspective }))
const world = (made: { readonly [maker: string]: number }) =>
  adviceOf(
    influenceOf({
      attendants: [...people('resident', 3), ...people('policy', 3)],
      contributions: Object.entries(made).flatMap(([maker, count]) =>
        Array.from({ length: count }, (_, at) => ({ item: `${maker}-${at}`, maker, perspective: null })),
      ),
      drawn: ['resident', 'policy'],
      takenUp: new Set(),
    }),
  )

test('says one thing: the group that is heard least, else who is still silent, else that all is well', () => {
  expect(world({})).toEqual({ say: 'nothing' })
  expect(world({ policy0: 4, policy1: 4, resident0: 1 })).toEqual({ say: 'little', perspectives: ['resident'] })
  expect(world({ policy0: 1, policy1: 1, resident0: 1, resident1: 1 })).toEqual({ say: 'silent', count: 2 })
  const each = { policy0: 1, policy1: 1, policy2: 1, resident0: 1, resident1: 1, resident2: 1 }
  expect(world(each)).toEqual({ say: 'balanced' })
  expect(world({ ...each, policy0: 3 })).toEqual({ say: 'allHeard' })
})
