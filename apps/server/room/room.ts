import * as Y from 'yjs'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { CloseReason } from '#protocol/close-reason.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { encodeUpdate } from '#protocol/messages.ts'
import { errorFacts } from '../log.ts'
import type { Author, Commit } from '../rooms-contract.ts'
import { createAnswers } from './answers.ts'
import { freshClientId, rehearsed } from './applying.ts'
import { createAttendance, type Attendance } from './attendance.ts'
import type { Connection } from './connection.ts'
import type { Mark, RoomCore } from './core.ts'
import { createIntake } from './intake.ts'
import { createKeeper } from './keeper.ts'
import { createLedger, type Entry } from './ledger.ts'
import { loadDocument, type Loaded } from './loaded.ts'

export type RoomDeps = Omit<RoomCore, 'live'> & {
  readonly kind: string
  readonly onCommitted: (commit: Commit) => void
  /** Nobody is here any more and nothing is under way. */
  readonly onUnused: () => void
  /** The room cannot go on; whoever comes next must open it again. */
  readonly onFaulted: () => void
}

/** One document and its connections. */
export type Room = {
  readonly admit: Attendance['admit']
  readonly read: <Value>(
    read: (ydoc: Y.Doc, at: { readonly seq: number; readonly epoch: number }) => Value,
  ) => Promise<Result<Value, 'unavailable'>>
  readonly write: <Value>(author: Author, change: (ydoc: Y.Doc) => Value) => Promise<Result<Value, 'unavailable'>>
  readonly connections: () => readonly Connection[]
  readonly tell: (event: RoomEvent) => void
  readonly isUnused: () => boolean
  /** Stores a checkpoint when that saves work later, and lets go of everything. */
  readonly unload: () => Promise<void>
}

/** Opens the room of a document that was loaded. */
export const createRoom = (deps: RoomDeps, loaded: Loaded): Room => {
  const { parts, name, place } = deps
  const { log } = parts
  const live = { document: loaded }
  const core: RoomCore = { ...deps, live }
  const pending = new Set<() => void>()
  let serverClient = freshClientId(loaded.owners)
  let afterRebuild: (() => void)[] | null = null
  let isOver = false
  const answers = createAnswers(core)

  // Whoever reads, reads only what is on disk.
  const atRest = (work: () => void): void => {
    if (afterRebuild) afterRebuild.push(work)
    else ledger.whenDurable(work)
  }

  const onCommitted = (entries: readonly Entry<Mark>[], lastSeq: number): void => {
    const before = live.document.seq
    live.document = { ...live.document, seq: lastSeq }
    const updates = entries.map(({ row }) => row.bytes)
    const sizes = updates.reduce((sum, { length }) => sum + length, 0)
    keeper.added(updates.length, sizes)
    answers.committed(updates)
    const [first, ...others] = entries.map(({ mark }) => mark.author)
    const soleAuthor = first && others.every((other) => other === first) ? first : null
    attendance.pass(encodeUpdate(merged(updates)), before, soleAuthor)
    for (const { mark } of entries) mark.committed()
    deps.onCommitted({ ...place, kind: deps.kind, seq: lastSeq })
    if (keeper.isDue()) atRest(checkpointSoon)
    leaveWhenUnused()
  }

  const ledger = createLedger<Mark>({
    doc: name,
    log: parts.storage.log,
    clock: parts.clock,
    limits: parts.config.limits,
    metrics: parts.metrics,
    gatherMs: () => gatherMsOf(attendance.size()),
    onCommitted,
    onResume: () => intake.resume(),
    onFailed: (error) => fault(error),
  })
  const keeper = createKeeper(core)
  const attendance = createAttendance({
    ...core,
    atRest,
    onLeft: () => leaveWhenUnused(),
    onMessage: (connection, message) => {
      if (message.type === 'write') {
        takeApart()
        intake.take(connection, message)
      } else if (!connection.answers.take(1)) connection.close('too-many')
      else atRest(() => answer(connection, message.stateVector))
    },
  })
  const intake = createIntake({
    ...core,
    ledger,
    atRest,
    accessNow: attendance.accessNow,
    isHeld: () => isOver || afterRebuild !== null || ledger.isAwaited(),
    onBroken: () => rebuild(),
  })

  // Those who come in together are served first; then there is time for the work that their first edit needs.
  const takeApart = (): void => {
    if (isOver || !live.document.unread()) return
    try {
      live.document.ydoc()
      attendance.ask()
    } catch (error) {
      fault(error)
    }
  }
  if (live.document.unread()) parts.clock.after(servedFirstMs, takeApart)

  const answer = (connection: Connection, stateVector: Uint8Array): void => {
    if (stateVector.length > 1) takeApart()
    if (!connection.isOpen()) return
    try {
      for (const frame of answers.to(stateVector)) connection.send(frame)
    } catch {
      connection.close('malformed')
    }
  }

  const durable = <Value>(work: (settle: (value: Value) => void) => void): Promise<Result<Value, 'unavailable'>> =>
    new Promise((resolve, reject) => {
      if (isOver) return resolve(refuse('unavailable'))
      const fail = () => resolve(refuse('unavailable'))
      pending.add(fail)
      const settle = (value: Value) => {
        pending.delete(fail)
        resolve(ok(value))
        leaveWhenUnused()
      }
      atRest(() => {
        takeApart()
        if (isOver) return
        try {
          work(settle)
        } catch (error) {
          pending.delete(fail)
          reject(error)
        }
      })
    })

  const writeAsServer = (author: Author, bytes: Uint8Array, committed: () => void): void => {
    const { ydoc, owners } = live.document
    Y.applyUpdate(ydoc(), bytes)
    const newClients = owners.has(serverClient) ? [] : [serverClient]
    owners.set(serverClient, null)
    const makers = (author.makers ?? []).map((maker) => ({ ...maker, documentId: place.documentId }))
    const row = { bytes, kind: 'server' as const, actor: author.participantId, newClients, makers }
    ledger.add({ row, mark: { author: null, committed } })
  }

  const checkpointSoon = (): void => {
    void keeper
      .checkpoint()
      .catch((error: unknown) => log('error', 'checkpoint-failed', { room: name, ...errorFacts(error) }))
      .then(leaveWhenUnused)
  }

  // What was applied before it broke is on its way to the log, and is part of what is loaded.
  const rebuild = (): void => {
    if (afterRebuild) return
    const reload = async () => {
      const fresh = loadDocument(await parts.storage.log.load(name), deps.shape)
      live.document.ydoc().destroy()
      live.document = fresh
      serverClient = freshClientId(fresh.owners)
      const waiting = afterRebuild ?? []
      afterRebuild = null
      for (const work of waiting) atRest(work)
      intake.resume()
    }
    afterRebuild = []
    ledger.whenDurable(() => void reload().catch(fault))
  }

  const fault = (error: unknown): void => {
    if (isOver) return
    log('error', 'room-faulted', { room: name, ...errorFacts(error) })
    end('storage-down')
    deps.onFaulted()
  }
  const end = (reason: CloseReason): void => {
    isOver = true
    ledger.abandon()
    attendance.end(reason)
    for (const fail of pending) fail()
    pending.clear()
    if (!live.document.unread()) live.document.ydoc().destroy()
  }

  const isUnused = (): boolean =>
    attendance.size() === 0 && pending.size === 0 && ledger.isIdle() && !keeper.isBusy() && !afterRebuild
  const leaveWhenUnused = (): void => {
    if (!isOver && isUnused()) deps.onUnused()
  }

  return {
    admit: attendance.admit,
    connections: attendance.connections,
    tell: attendance.tell,
    isUnused,
    read: (reader) => durable((settle) => settle(reader(live.document.ydoc(), live.document))),
    write: <Value>(author: Author, change: (ydoc: Y.Doc) => Value) =>
      durable<Value>((settle) => {
        const { value, update } = rehearsed(live.document.ydoc(), serverClient, change)
        if (update) writeAsServer(author, update.bytes, () => settle(value))
        else settle(value)
      }),
    unload: async () => {
      await new Promise<void>((resolve) => atRest(resolve))
      if (keeper.isWorthIt()) await keeper.checkpoint()
      end('draining')
    },
  }
}

const servedFirstMs = 1000

/** In a crowd one frame to everybody costs more than a commit, and a moment's wait lets it carry several changes. */
const gatherMsOf = (people: number): number => (people > crowd ? Math.min(longestGatherMs, people / peoplePerMs) : 0)
const crowd = 50
const longestGatherMs = 20
const peoplePerMs = 10

const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  const [first] = updates
  return updates.length === 1 && first ? first : Y.mergeUpdates([...updates])
}
