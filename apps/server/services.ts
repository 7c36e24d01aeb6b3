import type { Addresses } from './addresses.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Capabilities } from './identity/capabilities.ts'
import type { Failures } from './identity/failures.ts'
import type { Quota } from './identity/quota.ts'
import type { Sessions } from './identity/sessions.ts'
import type { TicketDesk } from './identity/tickets.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Rooms } from './rooms-contract.ts'
import type { Storage } from './storage/storage.ts'
import type { Tellers } from '#export/tellers.ts'
import type { Turns } from './turns.ts'
import type { Exporters } from './workspaces/exporting.ts'
import type { ReadWorkspaceFile } from './workspaces/importing.ts'
import type { Workspaces } from './workspaces/state.ts'

/** What the routes work with; `app.ts` joins it once. */
export type Services = {
  readonly config: Config
  readonly version: string
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly storage: Storage
  readonly rooms: Rooms
  readonly workspaces: Workspaces
  readonly sessions: Sessions
  readonly capabilities: Capabilities
  readonly tickets: TicketDesk
  readonly failures: Failures
  readonly quotas: {
    readonly commands: Quota
    readonly joins: Quota
    readonly exports: Quota
    readonly imports: Quota
  }
  /** Writes of one workspace that depend on what is there, one after the other. */
  readonly turns: Turns
  readonly exporters: Exporters
  readonly tellers: Tellers
  readonly readWorkspaceFile: ReadWorkspaceFile
  /** Known once the server listens. */
  readonly addresses: () => Addresses
  readonly isDraining: () => boolean
}
