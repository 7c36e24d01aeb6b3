import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PresentConnection } from '#protocol/events.ts'
import { encodePresenceState, presenceSlots } from './presence-codec.ts'
import { createPresence } from './presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const person = (connection: number): PresentConnection => ({
  connection,
  participantId: `p-${connection}`,
  name: `Mens ${connection}`,
  perspective: 'resident',
  role: 'contributor',
  clientIds: [],
})

const open = () => {
  const hub = createPresence({ awareness: new Awareness(new Y.Doc()), send: () => undefined })
  hub.welcomed(1)
  hub.arrived([person(1), person(2), person(3)])
  let told = 0
  hub.presence.subscribe(() => (told += 1))
  const show = (connection: number, item: string) => {
    const [bytes] = encodePresenceState({ at: { item } })
    hub.shown([{ connection, slot: presenceSlots.place, bytes }])
    vi.advanceTimersByTime(100)
  }
  return { ...hub, show, told: () => told }
}

test('who shows something new is another, and all others stay the very same', () => {
  const { presence, show, told } = open()
  const [second, third] = presence.others()
  show(3, 'sh-1')
  expect(presence.others()[0]).toBe(second)
  expect(presence.others()[1]).not.toBe(third)
  expect(presence.others()[1]?.state.at?.item).toBe('sh-1')
  expect(told()).toBe(1)
})

test('the same shown again is no news, and whoever left is forgotten', () => {
  const { presence, show, told, left, arrived } = open()
  show(3, 'sh-1')
  show(3, 'sh-1')
  expect(told()).toBe(1)
  left([3])
  expect(presence.others().map(({ connection }) => connection)).toEqual([2])
  arrived([person(3)])
  expect(presence.others()[1]?.state).toEqual({})
})
