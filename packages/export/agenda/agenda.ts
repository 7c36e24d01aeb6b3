import type { Directory, DirectoryEntry } from '#domain/directory.ts'
import { listIn, textIn } from '#domain/entry-facts.ts'

/** One rule that stands in the way of one trial or several, with everything that backs it. */
export type AgendaPoint = {
  readonly rule: string
  readonly kind: string | null
  readonly ownerId: string | null
  /** What each trial asks, in the order in which they were found. */
  readonly asks: readonly Ask[]
  /** Evidence of any of them, each once. */
  readonly evidenceIds: readonly string[]
}

/** The room that one trial asks in a rule: for what, for whom, from what, how long. */
export type Ask = {
  readonly planId: string
  readonly itemId: string
  readonly room: string | null
  readonly status: string | null
  readonly purpose: string
  readonly scope: string
  readonly deviatesFrom: string
  readonly maxDuration: string
  readonly validUntil: string | null
}

/** The points of one institution, or of nobody known. */
export type AgendaOfOwner = { readonly ownerId: string | null; readonly points: readonly AgendaPoint[] }

/** What institutions are asked, gathered over all trials: the same rule of the same owner is one point. */
export const agendaOf = (directory: Directory): readonly AgendaOfOwner[] => {
  const points = new Map<string, AgendaPoint>()
  for (const entry of directory.ofKind('rule-barrier')) {
    const key = `${ownerOf(entry, directory) ?? ''} ${sameRule(entry.label)}`
    const before = points.get(key)
    points.set(key, before ? joined(before, entry) : pointOf(entry, directory))
  }
  const owners = [...new Set([...points.values()].map(({ ownerId }) => ownerId))]
  return owners
    .map((ownerId) => ({ ownerId, points: [...points.values()].filter((point) => point.ownerId === ownerId) }))
    .toSorted((a, b) => Number(a.ownerId === null) - Number(b.ownerId === null) || b.points.length - a.points.length)
}

// Two trials that mean one rule seldom write it with the same capitals and spaces.
const sameRule = (rule: string): string =>
  rule
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// An owner that is gone owns nothing; people are not in the directory and count as given.
const ownerOf = (entry: DirectoryEntry, directory: Directory): string | null => {
  const id = textIn(entry, 'ownerId')
  return id !== null && (id.startsWith('p-') || directory.get(id) !== undefined) ? id : null
}

const pointOf = (entry: DirectoryEntry, directory: Directory): AgendaPoint => ({
  rule: entry.label,
  kind: textIn(entry, 'kind'),
  ownerId: ownerOf(entry, directory),
  asks: [askOf(entry)],
  evidenceIds: listIn(entry, 'evidenceIds'),
})

const joined = (point: AgendaPoint, entry: DirectoryEntry): AgendaPoint => ({
  ...point,
  kind: point.kind ?? textIn(entry, 'kind'),
  asks: [...point.asks, askOf(entry)],
  evidenceIds: [...new Set([...point.evidenceIds, ...listIn(entry, 'evidenceIds')])],
})

const askOf = (entry: DirectoryEntry): Ask => ({
  planId: entry.document,
  itemId: entry.id,
  room: textIn(entry, 'room'),
  status: textIn(entry, 'status'),
  purpose: textIn(entry, 'purpose') ?? '',
  scope: textIn(entry, 'scope') ?? '',
  deviatesFrom: textIn(entry, 'deviatesFrom') ?? '',
  maxDuration: textIn(entry, 'maxDuration') ?? '',
  validUntil: textIn(entry, 'validUntil'),
})
