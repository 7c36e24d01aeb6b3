import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

// Updates that no honest client writes, by the name of the threat that each one is.

/** What somebody's own document would send for a change. */
export const updateOf = (change: (ydoc: Y.Doc) => void, ydoc = new Y.Doc()): Uint8Array => {
  const before = Y.encodeStateVector(ydoc)
  ydoc.transact(() => change(ydoc))
  return Y.encodeStateAsUpdate(ydoc, before)
}

const numbers = (...all: readonly number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const each of all) encoding.writeVarUint(encoder, each)
  })

/** Structs of one client written by hand, and no deletions. */
export const crafted = (
  client: number,
  clock: number,
  write: (encoder: encoding.Encoder) => void,
  structs = 1,
): Uint8Array =>
  encoding.encode((encoder) => {
    for (const each of [1, structs, client, clock]) encoding.writeVarUint(encoder, each)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
  })

const gone = 0
/** A gap of so many characters that somebody deleted. */
export const clockJump = (client: number, clock: number, length: number): Uint8Array =>
  crafted(client, clock, (encoder) => {
    encoding.writeUint8(encoder, gone)
    encoding.writeVarUint(encoder, length)
  })

/** Five bytes that declare 33 million structs. */
export const allocationBomb = (): Uint8Array => Uint8Array.of(1, 0x9c, 0xff, 0xff, 0x0f)

/** A struct of a moment that nobody reached yet. */
export const gap = (client: number, clock: number, padding = 0): Uint8Array =>
  crafted(client, clock, (encoder) => {
    encoding.writeUint8(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'note')
    encoding.writeVarString(encoder, 'x'.repeat(1 + padding))
  })

/** A deletion of what nobody wrote. */
export const deletionOfNothing = (client: number, clock: number): Uint8Array => numbers(0, 1, client, 1, clock, 2)

/** A text whose right neighbour lies inside itself. */
export const leaning = (client: number, clock: number): Uint8Array =>
  crafted(client, clock, (encoder) => {
    encoding.writeUint8(encoder, 0x44)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock + 3)
    encoding.writeVarString(encoder, 'abcdef')
  })

/** Types inside types, so deep. */
export const nested = (levels: number): Uint8Array =>
  updateOf((author) => {
    let parent: Y.Map<unknown> = author.getMap('values')
    for (let level = 0; level < levels; level += 1) {
      const child = new Y.Map<unknown>()
      parent.set('a', child)
      parent = child
    }
  })

/** Lists inside lists in one value, written by hand: an encoder would not get so deep. */
export const deepValue = (levels: number): Uint8Array =>
  crafted(11, 0, (encoder) => {
    encoding.writeUint8(encoder, 0x28)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'values')
    encoding.writeVarString(encoder, 'v')
    encoding.writeVarUint(encoder, 1)
    for (let level = 0; level < levels; level += 1) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeUint8(encoder, 126)
  })

/** A small frame of many people who do not exist. */
export const manyClients = (count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count)
    for (let at = 0; at < count; at += 1) {
      for (const each of [1, 1000 + at, 0]) encoding.writeVarUint(encoder, each)
      encoding.writeUint8(encoder, gone)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeVarUint(encoder, 0)
  })

/** The same change in the second encoding, whose short runs can mean anything. */
export const secondEncoding = (): Uint8Array => {
  const ydoc = new Y.Doc()
  ydoc.getText('note').insert(0, 'x')
  return Y.encodeStateAsUpdateV2(ydoc)
}

/** Keys that would become the prototype of whatever the content is read into. */
export const protoKeys = ['__proto__', 'constructor', 'prototype'] as const

/** Every threat in one list, as the fuzzing starts from them too. */
export const hostile = (): Readonly<Record<string, Uint8Array>> => ({
  'B1 allocation bomb': allocationBomb(),
  'B2 second encoding': secondEncoding(),
  'B3 clock jump': clockJump(7, 0, 900_000),
  'B4 gap': gap(7, 10),
  'B4 deletion of nothing': deletionOfNothing(7, 5),
  'B5 leaning on itself': leaning(7, 0),
  'B6 nested types': nested(60),
  'B7 nested value': deepValue(40),
  'B8 key': updateOf((author) => author.getMap('values').set('__proto__', 1)),
  'B9 list in a map': updateOf((author) => author.getArray('values').insert(0, [1])),
  'B9 unknown root': updateOf((author) => author.getMap('roles').set('ada', 'facilitator')),
  'B9 unknown element': updateOf((author) => author.getXmlFragment('page').insert(0, [new Y.XmlElement('iframe')])),
  'B10 many clients': manyClients(300),
})
