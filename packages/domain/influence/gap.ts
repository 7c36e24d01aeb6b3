import type { DirectoryEntry } from '../directory.ts'
import { numberIn, textIn } from '../entry-facts.ts'

/** The worlds of a map: daily life, in between, the system. */
export const worlds = ['lived', 'bridge', 'system'] as const
export type World = (typeof worlds)[number]

/** Who is hit hard and has nobody at the table, and how far the table looks like the map. Parties of a map, never people. */
export type RepresentationGap = {
  readonly missing: readonly DirectoryEntry[]
  /** Of the parties whose world is known: how many are on the map, and how many of them at the table. */
  readonly onMap: number
  readonly atTable: number
  readonly worlds: readonly {
    readonly world: World
    /** Part of the map, and of who is at the table, from 0 to 1. */
    readonly ofMap: number
    readonly ofTable: number
  }[]
}

/** From this impact on somebody is hit hard. */
const hitHard = 4

/** The gap between the maps of a workspace and its table; empty without anybody on a map. */
export const gapOf = (stakeholders: readonly DirectoryEntry[]): RepresentationGap => {
  const known = stakeholders.filter((entry) => worldOf(entry) !== null)
  const present = known.filter((entry) => textIn(entry, 'atTable') === 'yes')
  const share = (entries: readonly DirectoryEntry[], world: World) =>
    entries.length === 0 ? 0 : entries.filter((entry) => worldOf(entry) === world).length / entries.length
  return {
    missing: stakeholders
      .filter((entry) => (numberIn(entry, 'impact') ?? 0) >= hitHard && isAbsent(entry))
      .toSorted((a, b) => (numberIn(b, 'impact') ?? 0) - (numberIn(a, 'impact') ?? 0)),
    onMap: known.length,
    atTable: present.length,
    worlds: worlds.map((world) => ({ world, ofMap: share(known, world), ofTable: share(present, world) })),
  }
}

const isAbsent = (entry: DirectoryEntry): boolean => ['no', 'unknown'].includes(textIn(entry, 'atTable') ?? '')

const worldOf = (entry: DirectoryEntry): World | null => {
  const step = numberIn(entry, 'world')
  return step === null ? null : step <= 2 ? 'lived' : step === 3 ? 'bridge' : 'system'
}
