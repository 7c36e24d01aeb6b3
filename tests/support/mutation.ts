/** Numbers that look random and come again for the same seed (mulberry32). `below` gives a whole number. */
export type Chance = { readonly below: (limit: number) => number; readonly seed: number }

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  return {
    seed,
    below: (limit) => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
    },
  }
}

export const oneOf = <Value>(chance: Chance, values: readonly Value[]): Value => {
  const value = values[chance.below(values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

const telling = [0, 1, 2, 3, 4, 6, 7, 8, 10, 0x44, 0x7f, 0x80, 0xff]
const mostChanges = 4
const longest = 4096

type Change = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array

const put = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  changed[at] = value
  return changed
}
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const changes: readonly Change[] = [
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    return put(bytes, at, (bytes[at] ?? 0) ^ (1 << chance.below(8)))
  },
  (bytes, chance) => put(bytes, chance.below(bytes.length), oneOf(chance, telling)),
  (bytes, chance) => put(bytes, chance.below(bytes.length), chance.below(256)),
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => {
    const [from, length] = [chance.below(bytes.length), chance.below(12)]
    return joined(bytes.subarray(0, from), bytes.subarray(from + length))
  },
  (bytes, chance) => {
    const [from, length] = [chance.below(bytes.length), chance.below(24)]
    return joined(bytes.subarray(0, from + length), bytes.subarray(from))
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    // A number that is far too large, where one stood.
    const huge = Uint8Array.of(0xff, 0xff, 0xff, 0xff, chance.below(16))
    return joined(bytes.subarray(0, at), huge, bytes.subarray(at + 1))
  },
  (bytes, chance, others) => {
    const other = oneOf(chance, others)
    return joined(bytes.subarray(0, chance.below(bytes.length + 1)), other.subarray(chance.below(other.length + 1)))
  },
]

/** Spoils bytes a little; now and then it leaves them whole. */
export const spoiled = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array => {
  let spoilt = bytes
  const few = Math.min(chance.below(mostChanges + 1), chance.below(mostChanges + 1))
  for (let left = few; left > 0; left -= 1) {
    if (spoilt.length === 0) return spoilt
    spoilt = oneOf(chance, changes)(spoilt, chance, others).subarray(0, longest)
  }
  return spoilt
}
