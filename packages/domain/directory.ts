import type { Json } from '#crdt/json.ts'

/** One thing that other documents may refer to: its name, and the few facts that checks elsewhere need. */
export type DirectoryEntry = {
  readonly id: string
  readonly kind: string
  readonly label: string
  /** The document in which it stands. */
  readonly document: string
  readonly attributes: { readonly [name: string]: Json }
}

/** What a document tells about its things; the server adds the document. */
export type Summary = readonly Omit<DirectoryEntry, 'document'>[]

/** All things of a workspace that can be referred to, of whatever document. */
export type Directory = {
  readonly get: (id: string) => DirectoryEntry | undefined
  readonly ofKind: (kind: string) => readonly DirectoryEntry[]
}

export const createDirectory = (entries: readonly DirectoryEntry[]): Directory => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byKind = new Map<string, DirectoryEntry[]>()
  for (const entry of entries) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry])
  return { get: (id) => byId.get(id), ofKind: (kind) => byKind.get(kind) ?? [] }
}

/** Whether something may stand on the screen in the hall: what could give somebody away may not. */
export const isForHall = ({ kind, attributes }: DirectoryEntry): boolean =>
  kind !== 'evidence' || attributes['sensitive'] === false
