import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePresenceState, encodePresenceState } from './presence-codec.ts'

const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 })
const part = fc.integer({ min: 0, max: 65_535 }).map((step) => step / 65_535)
const state = fc.record(
  {
    at: fc.oneof(
      fc.record({ field: fc.string() }),
      fc.record({ item: fc.string() }),
      fc.record({ field: fc.string(), item: fc.string() }),
    ),
    typing: fc.constant(true),
    away: fc.constant(true),
    cursor: fc.oneof(
      bytes.map((head) => ({ anchor: head, head })),
      fc.record({ anchor: bytes, head: bytes }),
    ),
  },
  { requiredKeys: [] },
)

test('what is shown comes out as it went in', () => {
  fc.assert(
    fc.property(state, (shown) => {
      expect(decodePresenceState(...encodePresenceState(shown))).toEqual(shown)
    }),
    { verbose: 1 },
  )
  fc.assert(
    fc.property(fc.string(), part, part, (item, x, y) => {
      expect(decodePresenceState(...encodePresenceState({ drag: { item, x, y } }))).toEqual({ drag: { item, x, y } })
    }),
    { verbose: 1 },
  )
})

test('a card on its way costs five bytes, and nothing of who carries it', () => {
  const [, motion] = encodePresenceState({ drag: { item: 'sh-ouderen-alleen', x: 0.123456, y: 2 } })
  expect(motion).toHaveLength(5)
})

test('bytes that mean nothing show nothing', () => {
  fc.assert(
    fc.property(fc.option(bytes, { nil: undefined }), fc.option(bytes, { nil: undefined }), (place, motion) => {
      expect(typeof decodePresenceState(place, motion)).toBe('object')
    }),
    { verbose: 1 },
  )
})
