import { isJsonObject, type Json } from '#crdt/json.ts'
import type { Leftover } from '#domain/artefact.ts'

/** JSON that is being put together. */
export type Draft = { [name: string]: Json | Draft | (Json | Draft)[] }

/** Puts leftovers back at their paths; those whose place is gone or taken come back in the answer. */
export const mergeLeftovers = (file: Draft, leftovers: readonly Leftover[]): readonly Leftover[] =>
  leftovers.filter(({ path, value }) => {
    // A secret that could not be read was reported by its path only.
    if (value === null) return false
    const keys = path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    return keys.some((key) => unsafe.has(key)) || !put(file, keys, value)
  })

// As keys these would change the object itself instead of what it holds.
const unsafe = new Set(['__proto__', 'constructor', 'prototype', ''])

const put = (home: unknown, keys: readonly string[], value: Json): boolean => {
  const [key, ...deeper] = keys
  if (key === undefined) return false
  if (isList(home)) return putInList(home, key, deeper, value)
  if (!isDraft(home)) return false
  const there = Object.hasOwn(home, key) ? home[key] : undefined
  if (deeper.length > 0) return put(there, deeper, value)
  if (!isNothing(there)) return false
  home[key] = value
  return true
}

// An item is found by its id; a number is the place at which a whole item without a sound id stood.
const putInList = (list: (Json | Draft)[], key: string, deeper: readonly string[], value: Json): boolean => {
  const found = list.find((entry) => isDraft(entry) && entry['id'] === key)
  if (deeper.length > 0) return put(found, deeper, value)
  if (found !== undefined || !/^\d{1,6}$/.test(key) || !isJsonObject(value)) return false
  list.splice(Math.min(Number(key), list.length), 0, value)
  return true
}

const isList = (raw: unknown): raw is (Json | Draft)[] => Array.isArray(raw)
const isDraft = (raw: unknown): raw is Draft => isJsonObject(raw)

const isNothing = (raw: unknown): boolean =>
  raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)
