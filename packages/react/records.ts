import type { CollectionName, Entry, RecordValue } from '#domain/records.ts'

/** Whether the server took a change; `reason` is a code that the screen has words for. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** The rows that people keep beside the documents, and what one can do with them. */
export type Records = {
  readonly entries: <Name extends CollectionName>(name: Name) => readonly Entry<Name>[]
  readonly add: <Name extends CollectionName>(
    name: Name,
    value: RecordValue<Name>,
    how?: { readonly anonymous?: boolean },
  ) => Promise<Outcome>
  readonly change: <Name extends CollectionName>(
    name: Name,
    entry: Pick<Entry<Name>, 'id' | 'version'>,
    value: Partial<RecordValue<Name>>,
  ) => Promise<Outcome>
  readonly remove: (name: CollectionName, id: string) => Promise<Outcome>
}

/** What a remark is about: a document, something in it, or one of its fields. */
export type RemarkPlace = {
  readonly documentId: string
  readonly itemId: string | null
  readonly field: string | null
}

/** The panel of remarks: which place it shows; `null` is closed, and a place without an item shows all. */
export type RemarkPanelState = {
  readonly place: RemarkPlace | null
  /** Opens it at a place; `quote` are the words that it is about. */
  readonly open: (place: RemarkPlace, quote?: string) => void
  readonly quote: string
  readonly close: () => void
}
