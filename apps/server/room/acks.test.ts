import { expect, test } from 'vitest'
import { createAcks } from './acks.ts'

const acksWithLog = () => {
  const told: number[] = []
  return { told, acks: createAcks((writes) => void told.push(writes)) }
}

test('R3: what adds nothing is not acknowledged before what went ahead of it is durable', () => {
  const { told, acks } = acksWithLog()
  acks.waiting(acks.received())
  acks.empty(acks.received())
  expect(told).toEqual([])
  acks.committed(1)
  expect(told).toEqual([2])
})

test('R3: the count only grows, by commits in order', () => {
  const { told, acks } = acksWithLog()
  for (let write = 0; write < 3; write += 1) acks.waiting(acks.received())
  acks.committed(1)
  acks.committed(2)
  acks.committed(3)
  expect(told).toEqual([1, 2, 3])
})

test('R3: a write with something missing before it counts only when an answer made up for it', () => {
  const { told, acks } = acksWithLog()
  acks.waiting(acks.received())
  acks.missing(acks.received())
  acks.missing(acks.received())
  acks.committed(1)
  expect(told).toEqual([1])
  const answer = acks.received()
  acks.madeUp()
  acks.waiting(answer)
  acks.committed(answer)
  expect(told).toEqual([1, 4])
})
