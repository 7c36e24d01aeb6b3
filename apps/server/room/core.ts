import type { ChangeTopic } from '#protocol/events.ts'
import type { RoomsParts } from '../app.ts'
import type { Visit, WritableShape } from '../rooms-contract.ts'
import type { Connection } from './connection.ts'
import type { Folding } from './folding.ts'
import type { Loaded } from './loaded.ts'
import type { Receipts } from './receipts.ts'

/** What the parts of a room share. `live` holds the document, which a rebuild replaces. */
export type RoomCore = {
  readonly parts: RoomsParts
  readonly name: string
  readonly place: Pick<Visit, 'workspaceId' | 'documentId'>
  readonly shape: WritableShape
  readonly live: { document: Loaded }
  readonly receipts: Receipts
  /** What changed in the workspace just now, where whoever comes in must hear of it. */
  readonly latest: () => readonly ChangeTopic[]
  /** Absent: the room puts together itself. */
  readonly folding: Folding | null
}

/** What waits for its commit: whose it is, and what is to be done then. */
export type Mark = {
  /** The connection that has the change already; `null`: everybody must hear of it. */
  readonly author: Connection | null
  readonly committed: () => void
}
