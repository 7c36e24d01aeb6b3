import * as Y from 'yjs'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Limits } from '#protocol/limits.ts'

/** A struct of an update as it came: something to put in, or a gap where something deleted was. */
export type Struct = Y.Item | Y.GC
export type DeletedRange = { readonly client: number; readonly clock: number; readonly len: number }

/** An update taken apart and measured; nothing of it has touched a document. */
export type Frame = { readonly structs: readonly Struct[]; readonly deletes: readonly DeletedRange[] }

const longestStruct = 1_000_000
const highestClock = 2 ** 31
const longestKey = 256
// These would become the prototype of an object that somebody reads the content into.
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a key may stand in a shared map or an attribute. */
export const isSafeKey = (key: string): boolean => key.length <= longestKey && !refusedKeys.has(key)

/**
 * Takes an update apart. Yjs decodes lazily, so a frame that declares millions of structs runs out of bytes before it
 * costs anything. Refuses what no client of ours and no stock client writes.
 */
export const readFrame = (bytes: Uint8Array, limits: Limits): Result<Frame, 'malformed'> => {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const deletes = [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }): DeletedRange => ({ client, clock, len })),
    )
    const sound = structs.filter((struct): struct is Struct => isSound(struct, limits))
    return sound.length === structs.length && deletes.every(isSoundRange)
      ? ok({ structs: sound, deletes })
      : refuse('malformed')
  } catch {
    // Bytes that end too early, bad text, values nested deeper than the stack.
    return refuse('malformed')
  }
}

const isSound = (struct: Y.Item | Y.GC | Y.Skip, limits: Limits): boolean => {
  const { client, clock } = struct.id
  if (!isSoundRange({ client, clock, len: struct.length }) || struct.length > longestStruct) return false
  if (struct instanceof Y.GC) return true
  // What is skipped would have to wait for what is missing, and nothing may wait here.
  if (struct instanceof Y.Skip) return false
  if (struct.parentSub !== null && !isSafeKey(struct.parentSub)) return false
  if (typeof struct.parent === 'string' && !isSafeKey(struct.parent)) return false
  return isSoundContent(struct.content, limits)
}

const isSoundRange = ({ client, clock, len }: DeletedRange): boolean =>
  Number.isSafeInteger(client) && client >= 0 && clock >= 0 && len >= 1 && clock + len < highestClock

const isSoundContent = (content: Y.Item['content'], limits: Limits): boolean => {
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isSoundValue(value, limits))
  if (content instanceof Y.ContentFormat) return isSafeKey(content.key) && isSoundValue(content.value, limits)
  if (content instanceof Y.ContentType) return isSoundType(content.type)
  // Documents inside documents, binary values and the forms of older versions are nothing that we write.
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted
}

const isSoundType = (type: unknown): boolean =>
  (type instanceof Y.XmlElement && !(type instanceof Y.XmlHook)) ||
  type instanceof Y.XmlFragment ||
  type instanceof Y.Text ||
  type instanceof Y.Map ||
  type instanceof Y.Array

const isSoundValue = (value: unknown, limits: Limits): boolean => {
  let budget = limits.valueBytes
  const walk = (part: unknown, depth: number): boolean => {
    budget -= typeof part === 'string' ? part.length : 1
    if (budget < 0 || depth > limits.valueDepth) return false
    if (Array.isArray(part)) return part.every((entry) => walk(entry, depth + 1))
    if (part instanceof Uint8Array || typeof part === 'bigint') return false
    if (typeof part !== 'object' || part === null) return true
    // Decoded with `__proto__` as a key, an object has another prototype and no such key.
    if (Object.getPrototypeOf(part) !== Object.prototype) return false
    return Object.entries(part).every(([key, entry]) => isSafeKey(key) && walk(entry, depth + 1))
  }
  return walk(value, 0)
}
