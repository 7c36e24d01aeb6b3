import type { Json } from '#crdt/json.ts'

/** A file that was brought into a document. */
export type ImportedFile = {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly added: number
  readonly changed: number
  readonly undone: boolean
}
export type Undone = { readonly removed: number; readonly restored: number; readonly kept: number }
type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string }

/** Bringing rows of a file into a document, and taking that back. */
export type Imports = {
  readonly list: (documentId: string) => Promise<Outcome<readonly ImportedFile[]>>
  readonly bring: (
    documentId: string,
    what: { readonly id: string; readonly title: string; readonly rows: Json },
  ) => Promise<Outcome<ImportedFile>>
  readonly undo: (documentId: string, id: string) => Promise<Outcome<Undone>>
  /** Where a document can be had as a file of a format. */
  readonly fileAddress: (
    documentId: string,
    format: string,
    wish: { readonly lang: string; readonly lens?: string; readonly compatible?: boolean },
  ) => string
}
