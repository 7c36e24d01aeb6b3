import * as Y from 'yjs'
import type { CloseReason } from '#protocol/close-reason.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { decodeClientMessage, encodeEvent, encodeStep1, encodeUpdate, type ClientMessage } from '#protocol/messages.ts'
import type { Access } from '../authority.ts'
import type { Inlet, RoomSocket, Visit } from '../rooms-contract.ts'
import { freshClientId } from './applying.ts'
import { createBucket } from './bucket.ts'
import { createConnection, type Connection } from './connection.ts'
import { createPresenceDesk, type PresenceMessage } from './presence.ts'
import type { RoomCore } from './core.ts'
import { helloOf, presentOf } from './welcome.ts'
import { createWhoNews } from './who.ts'

/** Who is in a room now. */
export type Attendance = {
  readonly admit: (socket: RoomSocket, visit: Visit, access: Access) => Inlet
  readonly connections: () => readonly Connection[]
  readonly size: () => number
  /** Asks everybody what they have, once it is known here what there is. */
  readonly ask: () => void
  readonly tell: (event: RoomEvent) => void
  /** Gives a committed change to everybody but its author; `before` is the row that it follows. */
  readonly pass: (frame: Uint8Array, before: number, author: Connection | null) => void
  /** The rights of a connection at this moment; closes it and gives `null` when they are not those of the door. */
  readonly accessNow: (connection: Connection) => Access | null
  readonly end: (reason: CloseReason) => void
}

type AttendanceDeps = RoomCore & {
  /** Does something when all that is in memory is durable. */
  readonly atRest: (work: () => void) => void
  readonly onMessage: (connection: Connection, message: Exclude<ClientMessage, PresenceMessage>) => void
  readonly onLeft: () => void
}

const catchUpMs = 250
const catchUpRows = 1000
const receiptMs = 20_000

export const createAttendance = (deps: AttendanceDeps): Attendance => {
  const { parts, name, place, shape, live } = deps
  const { clock, authority, log } = parts
  const { limits } = parts.config
  const connections = new Map<number, Connection>()
  // Who has been welcomed, and hears what happens.
  const greeted = new Set<Connection>()
  let lastNumber = 0
  let isWatching = false
  let isRenewing = false
  let isOver = false

  const accessNow = (connection: Connection): Access | null => {
    const access = authority.access(place.workspaceId, place.documentId, connection.visit.participantId)
    if (access?.read && access.version === connection.access.version) return access
    connection.close('forbidden')
    return null
  }

  const admit: Attendance['admit'] = (socket, visit, access) => {
    const number = (lastNumber += 1)
    const gone = (): void => {
      greeted.delete(connection)
      if (!connections.delete(number)) return
      presence.left(number)
      news.left(number)
      deps.onLeft()
    }
    const onClose = (reason: CloseReason): void => {
      log('info', 'connection-closed', { room: name, reason })
      gone()
    }
    const mayResupply = isProof(visit.receipt)
    const connection = createConnection({
      number,
      socket,
      visit,
      access,
      mayResupply,
      clock,
      limits,
      onBehind: watch,
      onClose,
    })
    connections.set(number, connection)
    const frames = createBucket(clock.now, limits.framesPerSecond, limits.framesBurst)
    // One whole answer may come on top of the burst.
    const bytes = createBucket(clock.now, limits.bytesPerSecond, limits.bytesBurst + limits.step2Bytes)
    deps.atRest(() => greet(connection))
    return {
      gone,
      receive: (frame) => {
        if (!connection.isOpen() || isOver) return
        if (!frames.take(1) || !bytes.take(frame.length)) return connection.close('too-many')
        const message = decodeClientMessage(frame)
        if (!message.ok) return connection.close('malformed')
        if (accessNow(connection)) hear(connection, message.value)
      },
    }
  }

  const isProof = (receipt: string | undefined): boolean => {
    const { seq, epoch } = live.document
    const proven = receipt === undefined ? null : deps.receipts.read(name, epoch, receipt)
    if (proven === null || proven <= seq) return false
    log('warn', 'log-regressed', { room: name, seq, proven })
    return true
  }

  const hear = (connection: Connection, message: ClientMessage): void => {
    if (message.type === 'step1' || message.type === 'write') return deps.onMessage(connection, message)
    const speaker = { number: connection.number, participant: connection.visit.participantId }
    if (!presence.hear(speaker, message)) connection.close('malformed')
    return undefined
  }

  const greet = (connection: Connection): void => {
    const access = connection.isOpen() ? accessNow(connection) : null
    if (!access) return
    // A copy of an earlier life of the document would bring back what was erased.
    if ((connection.visit.epoch ?? Infinity) < live.document.epoch) return connection.close('epoch-changed')
    greeted.add(connection)
    const clientId = freshClientId(live.document.owners)
    const shapeVersion = shape.version ?? 1
    const receipt = deps.receipts.of(name, live.document)
    connection.tell(
      helloOf(connection, { access, document: live.document, receipt, clientId, shapeVersion, clock, limits }),
    )
    renewReceipts()
    connection.tell({ type: 'who', connections: [...greeted].map(asPresent) })
    for (const topic of deps.latest()) connection.tell({ type: 'change', topic })
    if (!live.document.unread()) connection.send(question())
    presence.tellAll(connection.number)
    news.came(connection.number)
  }

  const question = (): Uint8Array => encodeStep1(Y.encodeStateVector(live.document.ydoc()))

  // A proof of the beginning of a long session would say little of its end.
  const renewReceipts = (): void => {
    if (isRenewing) return
    isRenewing = true
    const { seq } = live.document
    clock.after(receiptMs, () => {
      isRenewing = false
      if (isOver || greeted.size === 0) return
      if (live.document.seq > seq) tell({ type: 'receipt', receipt: deps.receipts.of(name, live.document) })
      renewReceipts()
    })
  }
  const asPresent = (connection: Connection) => presentOf(connection, presence.idsOf(connection.number))
  const tell = (event: RoomEvent): void => {
    const frame = encodeEvent(event)
    for (const connection of greeted) connection.sendOurs(frame)
  }
  const news = createWhoNews({
    clock,
    limits,
    size: () => greeted.size,
    present: (number) => {
      const connection = connections.get(number)
      return connection && greeted.has(connection) ? asPresent(connection) : null
    },
    tell,
  })

  const presence = createPresenceDesk({
    clock,
    limits,
    size: () => connections.size,
    sendTo: (number, frame) => connections.get(number)?.send(frame),
    sendToAll: (frame, belongs) => {
      for (const connection of greeted) if (belongs(connection.number)) connection.passPresence(frame)
    },
    onNewId: (number) => {
      const connection = connections.get(number)
      if (connection && greeted.has(connection)) news.came(number)
    },
  })

  // Looks again, now and then, at those who are behind.
  const watch = (): void => {
    if (isWatching) return
    isWatching = true
    clock.after(catchUpMs, () => {
      isWatching = false
      const behind = [...greeted].filter((connection) => connection.behindSince() !== null)
      for (const connection of behind) if (connection.isReadyToCatchUp()) void catchUp(connection)
      if (behind.length > 0 && !isOver) watch()
    })
  }
  const catchUp = async (connection: Connection): Promise<void> => {
    const from = connection.behindSince()
    if (from === null) return
    const rows = await parts.storage.log.rowsAfter(name, from, catchUpRows).catch(() => [])
    const last = rows.at(-1)
    if (!last || connection.behindSince() !== from) return
    connection.send(encodeUpdate(Y.mergeUpdates(rows.map(({ bytes }) => bytes))))
    connection.caughtUp(last.seq >= live.document.seq ? null : last.seq)
  }

  return {
    admit,
    tell,
    accessNow,
    connections: () => [...connections.values()],
    size: () => connections.size,
    ask: () => {
      const frame = question()
      for (const connection of greeted) connection.send(frame)
    },
    pass: (frame, before, author) => {
      for (const connection of greeted) if (connection !== author) connection.pass(frame, before)
    },
    end: (reason) => {
      isOver = true
      for (const connection of connections.values()) connection.close(reason)
      presence.close()
      news.close()
    },
  }
}
