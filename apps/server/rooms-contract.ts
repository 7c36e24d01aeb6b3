import type * as Y from 'yjs'
import type { Id } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { CloseReason } from '#protocol/close-reason.ts'
import type { RoomEvent } from '#protocol/events.ts'
import type { Maker } from './storage/storage.ts'

/** What a kind of document lets people write, so that the gate can refuse all else. */
export type WritableShape = {
  /** Declared roots by name. A `table` is a map whose entries are items with a maker; a `map` is one without. */
  readonly roots: Readonly<Record<string, RootKind>>
  /** Names of elements that prose may hold; absent is: any. */
  readonly elements?: ReadonlySet<string>
  readonly version?: number
}
export type RootKind = 'table' | 'map' | 'array' | 'text' | 'xml'

/** The shape of a kind of document, or `null` for a kind that this build does not know. */
export type Shapes = (kind: string) => WritableShape | null

/** Which person, on which ticket, comes to which document. */
export type Visit = {
  readonly workspaceId: Id<'Workspace'>
  readonly documentId: Id<'Document'>
  readonly participantId: Id<'Participant'>
  /** What an earlier connection was given as proof of what had been committed. */
  readonly receipt?: string | undefined
  /** The life of the document that its copy is of, if it has one. */
  readonly epoch?: number | undefined
  /** It speaks the messages of y-websocket and no other. */
  readonly isPlain?: boolean
}

/** The far end of a connection; a WebSocket, or in a test a pair of queues. */
export type RoomSocket = {
  readonly send: (frame: Uint8Array) => void
  readonly close: (code: number, reason: string) => void
  /** Bytes that were sent and have not left yet. */
  readonly buffered: () => number
}

/** What the socket's driver calls. */
export type Inlet = { readonly receive: (frame: Uint8Array) => void; readonly gone: () => void }

/** By whom a server-side change is made, and who made its items when that is somebody else (an import). */
export type Author = {
  readonly participantId: Id<'Participant'> | null
  readonly perspective: string | null
  readonly makers?: readonly Omit<Maker, 'documentId'>[]
}

/** `gone`: no such document. `unavailable`: weather; trying again later is sensible. */
export type RoomRefusal = 'gone' | 'unavailable'

export type Commit = Pick<Visit, 'workspaceId' | 'documentId'> & { readonly kind: string; readonly seq: number }

export type Rooms = {
  /** Lets a connection in; everything after that goes through the inlet. Never throws. */
  readonly join: (socket: RoomSocket, visit: Visit) => Inlet
  /** Reads committed content. The callback must neither keep nor change the Y.Doc. */
  readonly read: <Value>(
    workspaceId: Id<'Workspace'>,
    documentId: Id<'Document'>,
    read: (ydoc: Y.Doc, at: { readonly seq: number; readonly epoch: number }) => Value,
  ) => Promise<Result<Value, RoomRefusal>>
  /** The server's own edit; resolves once it is committed. If `change` throws, nothing has happened. */
  readonly write: <Value>(
    workspaceId: Id<'Workspace'>,
    documentId: Id<'Document'>,
    author: Author,
    change: (ydoc: Y.Doc) => Value,
  ) => Promise<Result<Value, RoomRefusal>>
  /** Closes all connections of one person in one workspace (`'forbidden'`: role changed or removed). */
  readonly closeParticipant: (workspaceId: Id<'Workspace'>, participantId: Id<'Participant'>, why: CloseReason) => void
  /** Closes all connections of one document, such as one that was removed (`'gone'`). */
  readonly closeDocument: (workspaceId: Id<'Workspace'>, documentId: Id<'Document'>, why: CloseReason) => void
  /** Tells an event to everybody in one document, or, without one, in the workspace's own document. */
  readonly broadcast: (workspaceId: Id<'Workspace'>, event: RoomEvent, documentId?: Id<'Document'>) => void
  /** Called after every commit; returns how to stop it. */
  readonly onCommit: (listener: (commit: Commit) => void) => () => void
  readonly connectionsOf: (participantId: Id<'Participant'>) => number
  readonly counts: () => { readonly rooms: number; readonly connections: number }
  /** Tells all clients to come back spread out, commits, closes, and lets go of every room. */
  readonly drain: () => Promise<void>
}
