import * as Y from 'yjs'
import type { CloseReason } from '#protocol/close-reason.ts'
import type { WriteRefusal } from '#protocol/events.ts'
import { encodeStep1, type ClientMessage } from '#protocol/messages.ts'
import type { Access } from '../authority.ts'
import { errorFacts } from '../log.ts'
import type { Maker } from '../storage/storage.ts'
import { captured } from './applying.ts'
import type { Connection } from './connection.ts'
import { judge } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Mark, RoomCore } from './core.ts'

type Write = Extract<ClientMessage, { type: 'write' }>
type Waiting = { readonly connection: Connection; readonly number: number; readonly message: Write }

/** Takes in what people write, in order: gate, apply, and on to the log. */
export type Intake = {
  readonly take: (connection: Connection, message: Write) => void
  /** Goes on with what waited. */
  readonly resume: () => void
}

type IntakeDeps = RoomCore & {
  readonly ledger: Ledger<Mark>
  readonly atRest: (work: () => void) => void
  /** Somebody reads, or the document is being rebuilt: nothing may be applied now. */
  readonly isHeld: () => boolean
  readonly accessNow: (connection: Connection) => Access | null
  /** The document in memory is in doubt. */
  readonly onBroken: () => void
}

export const createIntake = (deps: IntakeDeps): Intake => {
  const { parts, name, place, shape, live, ledger } = deps
  const { clock, log } = parts
  const { limits } = parts.config
  let waiting: Waiting[] = []

  const takeIn = ({ connection, number, message: { bytes, kind } }: Waiting): void => {
    // It may have waited: whether it may write is asked now.
    const access = connection.isOpen() ? deps.accessNow(connection) : null
    if (!access) return
    const longest = kind === 'step2' ? limits.step2Bytes : limits.updateBytes
    if (bytes.length > longest) return turnAway(connection, 'too-large')
    const { document } = live
    const isResupply = kind === 'step2' && connection.mayResupply
    const view = { ydoc: document.ydoc(), owners: document.owners, shape, limits, isResupply }
    const verdict = judge(bytes, connection.visit.participantId, view)
    if (!verdict.ok)
      return verdict.reason === 'gap' ? askAgain(connection, number) : turnAway(connection, verdict.reason)
    const { changes, grows, newClients, items } = verdict.value
    if (changes && !access.write) return turnAway(connection, access.writeRefusal ?? 'read-only')
    if (grows && document.bytes + bytes.length > limits.documentBytes) return turnAway(connection, 'document-full')
    const done = changes ? applied(connection, bytes) : null
    if (done === 'broken') return undefined
    if (kind === 'step2') connection.acks.madeUp()
    if (!done) return connection.acks.empty(number)
    for (const client of newClients) document.owners.set(client, connection.visit.participantId)
    connection.acks.waiting(number)
    const makers = items.map((itemId) => makerOf(itemId, connection, access))
    return ledger.add({
      row: { bytes: done.bytes, kind: 'client', actor: connection.visit.participantId, newClients, makers },
      mark: { author: done.single ? connection : null, committed: () => connection.acks.committed(number) },
    })
  }

  // A throw leaves Yjs in doubt: the document in memory goes, the log stays, and only the sender is sent away.
  const applied = (connection: Connection, bytes: Uint8Array) => {
    const ydoc = live.document.ydoc()
    try {
      return captured(ydoc, () => Y.applyUpdate(ydoc, bytes, connection)).update
    } catch (error) {
      log('error', 'frame-broke-room', { room: name, ...errorFacts(error) })
      void parts.storage.log.quarantine(name, bytes, String(error), clock.now()).catch(() => undefined)
      deps.onBroken()
      connection.refuse('malformed', 'malformed')
      return 'broken' as const
    }
  }

  const askAgain = (connection: Connection, number: number): void => {
    if (!connection.answers.take(1)) return turnAway(connection, 'gap')
    connection.acks.missing(number)
    return deps.atRest(() => connection.send(encodeStep1(Y.encodeStateVector(live.document.ydoc()))))
  }

  const turnAway = (connection: Connection, reason: WriteRefusal): void => {
    log('info', 'write-refused', { room: name, reason })
    connection.refuse(reason, closeFor[reason])
  }

  const makerOf = (itemId: string, { visit }: Connection, access: Access): Maker => ({
    documentId: place.documentId,
    itemId,
    participant: visit.participantId,
    perspective: access.perspective,
    session: access.sessionId,
    activity: access.activityId,
    at: clock.now(),
  })

  return {
    take: (connection, message) => {
      const one = { connection, message, number: connection.acks.received() }
      if (deps.isHeld()) waiting.push(one)
      else takeIn(one)
    },
    resume: () => {
      while (waiting.length > 0 && !deps.isHeld()) {
        const [next, ...rest] = waiting
        waiting = rest
        if (next) takeIn(next)
      }
    },
  }
}

const closeFor: Readonly<Record<WriteRefusal, CloseReason>> = {
  locked: 'rejected',
  'read-only': 'forbidden',
  'foreign-client': 'rejected',
  'not-allowed': 'rejected',
  'document-full': 'rejected',
  'too-large': 'too-large',
  malformed: 'malformed',
  gap: 'rejected',
  'client-too-old': 'client-too-old',
}
