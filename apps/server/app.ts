import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Tellers } from '#export/tellers.ts'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { problemOf } from '#protocol/problem.ts'
import { addressesOf, type Addresses } from './addresses.ts'
import type { Authority } from './authority.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { securityHeaders } from './headers.ts'
import { createCapabilities } from './identity/capabilities.ts'
import { createFailures } from './identity/failures.ts'
import { createQuota } from './identity/quota.ts'
import { createSessions } from './identity/sessions.ts'
import { createTicketDesk, type TicketDesk } from './identity/tickets.ts'
import { errorFacts, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Rooms, Shapes } from './rooms-contract.ts'
import { artefacts } from './routes/artefacts.ts'
import { createBallotHouse } from './routes/ballot-house.ts'
import { choosing } from './routes/choosing.ts'
import { createChoosingUndo } from './routes/choosing-undo.ts'
import { creating } from './routes/creating.ts'
import { createEntrance } from './routes/entering.ts'
import { estimates } from './routes/estimates.ts'
import { agenda } from './routes/agenda.ts'
import { exporting } from './routes/exporting.ts'
import { cookieName } from './routes/gate.ts'
import { imports } from './routes/imports.ts'
import { insights } from './routes/insights.ts'
import { joining } from './routes/joining.ts'
import { hall } from './routes/hall.ts'
import { judging } from './routes/judging.ts'
import { leading } from './routes/leading.ts'
import { logo } from './routes/logo.ts'
import { merging } from './routes/merging.ts'
import { operations } from './routes/operations.ts'
import { people } from './routes/people.ts'
import { reading } from './routes/reading.ts'
import { records } from './routes/records.ts'
import { problemOfError, registerRoutes, sendProblem } from './routes/register.ts'
import { voting } from './routes/voting.ts'
import { writing } from './routes/writing.ts'
import { ofWorkspace } from './routes/workspace.ts'
import { createSessionHouse } from './routes/session-house.ts'
import { sessions } from './routes/sessions.ts'
import type { Services } from './services.ts'
import { loadStatic, type StaticFiles } from './static.ts'
import type { Storage } from './storage/storage.ts'
import { createTurns } from './turns.ts'
import { keepDirectory, type DirectoryKeeper } from './workspaces/directory.ts'
import type { Exporters } from './workspaces/exporting.ts'
import type { ReadWorkspaceFile } from './workspaces/importing.ts'
import { writableShapes } from './workspaces/shapes.ts'
import { createWorkspaces } from './workspaces/state.ts'

export type RoomsParts = {
  readonly storage: Storage
  readonly authority: Authority
  readonly shapes: Shapes
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
  readonly metrics: Metrics
}

export type DoorParts = RoomsParts & {
  readonly server: Server
  readonly rooms: Rooms
  readonly tickets: TicketDesk
  /** Known once the server listens, as is the name of the cookie. */
  readonly isOurOrigin: (origin: string) => boolean
  readonly cookieName: () => string
}

/** Everything from outside: configuration, storage, time, and the parts that a test may leave out. */
export type AppDeps = {
  readonly config: Config
  readonly version: string
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  readonly createRooms: (parts: RoomsParts) => Rooms
  /** Takes the sockets in; resolves what stops it. */
  readonly openDoor?: (parts: DoorParts) => { readonly close: () => void | Promise<void> }
  readonly exporters: Exporters
  readonly tellers: Tellers
  readonly readWorkspaceFile: ReadWorkspaceFile
}

export type App = {
  /** Starts to listen; gives the port and the addresses. Throws when the port is taken. */
  readonly listen: () => Promise<{ readonly port: number; readonly addresses: Addresses }>
  /** Tells clients to come back later, commits, and closes everything, the storage last. */
  readonly close: () => Promise<void>
  /** Resolves when the directory holds what was committed up to now. */
  readonly settled: () => Promise<void>
}

/** Joins the parts of the server; decides nothing. */
export const createApp = (deps: AppDeps): App => {
  const { config, storage, clock } = deps
  const metrics = createMetrics(() => rooms.counts())
  // What is worth a line is worth a figure.
  const log: Log = (level, event, facts) => {
    metrics.happened(event, facts?.['reason'])
    deps.log(level, event, facts)
  }
  const state: { addresses: Addresses; draining: boolean } = {
    addresses: addressesOf(config, config.port),
    draining: false,
  }
  const keeper: { current: DirectoryKeeper | null } = { current: null }
  const workspaces = createWorkspaces(storage.tables, (workspace) => keeper.current?.catchUp(workspace))
  const parts: RoomsParts = {
    storage,
    authority: workspaces.authority,
    shapes: writableShapes,
    clock,
    config,
    log,
    metrics,
  }
  const rooms = deps.createRooms(parts)
  const onError = (error: unknown) => log('error', 'directory-failed', errorFacts(error))
  const directory = keepDirectory({ tables: storage.tables, rooms, clock, workspaces, onError })
  keeper.current = directory

  const services: Services = {
    ...identityOf(deps),
    config,
    version: deps.version,
    clock,
    log,
    metrics,
    storage,
    rooms,
    workspaces,
    turns: createTurns(),
    exporters: deps.exporters,
    tellers: deps.tellers,
    readWorkspaceFile: deps.readWorkspaceFile,
    addresses: () => state.addresses,
    isDraining: () => state.draining,
  }
  const app = createHttp(services, loadStatic(config.webDir))
  const door = deps.openDoor?.({
    ...parts,
    server: app.server,
    rooms,
    tickets: services.tickets,
    isOurOrigin: (origin) => state.addresses.isOurs(origin),
    cookieName: () => cookieName(state.addresses),
  })

  return {
    settled: directory.settled,
    listen: async () => {
      await app.listen({ port: config.port, host: config.host ?? '::' }).catch(async (error: unknown) => {
        // A machine without IPv6 has no `::`.
        if (config.host !== undefined || !isUnknownAddress(error)) throw error
        await app.listen({ port: config.port, host: '0.0.0.0' })
      })
      const { port } = app.server.address() as AddressInfo // it listens on a port, not on a pipe
      state.addresses = addressesOf(config, port)
      return { port, addresses: state.addresses }
    },
    close: async () => {
      if (state.draining) return
      state.draining = true
      await directory.settled()
      await rooms.drain()
      directory.stop()
      await door?.close()
      await app.close()
      await storage.close()
    },
  }
}

const isUnknownAddress = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL')

const minuteMs = 60_000
const commandBurstSeconds = 6
const joinBurstSeconds = 15

const identityOf = ({ storage, clock, config: { limits } }: AppDeps) => ({
  sessions: createSessions(storage.tables, clock),
  capabilities: createCapabilities(storage.tables, clock),
  tickets: createTicketDesk(clock, limits.ticketSeconds),
  failures: createFailures(clock, limits.joinFailuresPerMinute, limits.joinFailuresPerSecond),
  quotas: {
    commands: createQuota(clock, limits.commandsPerSecond * commandBurstSeconds, commandBurstSeconds * 1000),
    // A hall scans the code in one moment; after that the pace holds.
    joins: createQuota(clock, limits.joinsPerSecond * joinBurstSeconds, joinBurstSeconds * 1000),
    exports: createQuota(clock, limits.exportsPerMinute, minuteMs),
    imports: createQuota(clock, limits.importsPerHour, 60 * minuteMs),
  },
})

/** Long enough for a large file over a slow line; without an end, half a request would hold its socket for ever. */
const longestRequestMs = 120_000

const createHttp = (services: Services, files: StaticFiles): FastifyInstance => {
  const { config, addresses } = services
  const trustProxy = config.trustedProxies.length > 0 ? [...config.trustedProxies] : false
  const app = Fastify({
    logger: false,
    trustProxy,
    forceCloseConnections: true,
    requestTimeout: longestRequestMs,
    routerOptions: { maxParamLength: 250 },
  })
  // One parser for JSON: the routes read it, so that what is malformed is answered in their words.
  app.removeAllContentTypeParsers()
  const json = /^application\/(?:[\w.-]+\+)?json\b/i
  app.addContentTypeParser(json, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.addHook('onRequest', async (_, reply) => {
    void reply.headers(securityHeaders(addresses()))
  })
  void app.register(cookie)
  app.setErrorHandler((error, _, reply) => sendProblem(reply, problemOfError(error, 'page', services)))
  app.setNotFoundHandler((request, reply) => sendPage(files, request, reply))
  void app.register(async (scope) => registerRoutes(scope, services, handlersOf(services)))
  return app
}

const handlersOf = (services: Services) => {
  const entrance = createEntrance(services)
  const house = createSessionHouse(services)
  const ballots = createBallotHouse(services)
  const undoing = createChoosingUndo(services, ballots)
  return {
    ...operations(services),
    ...creating(services, entrance),
    ...joining(services, entrance),
    ...ofWorkspace(services, entrance),
    ...people(services, entrance, house),
    ...artefacts(services, entrance, house),
    ...records(services, ballots),
    ...estimates(services),
    ...sessions(services, house, undoing),
    ...leading(services, house, undoing),
    ...merging(services, house),
    ...imports(services, entrance),
    ...choosing(services, ballots),
    ...voting(services, ballots),
    ...writing(services, ballots),
    ...judging(services),
    ...insights(services),
    ...exporting(services, entrance),
    ...logo(services, entrance),
    ...agenda(services, entrance),
    ...reading(services, entrance),
    ...hall(services, entrance),
  }
}

// Every address that is no route and no file is a page of the app, which finds its own way from there.
const sendPage = async (files: StaticFiles, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const path = request.url.split('?', 1)[0] ?? '/'
  const isOfServer = /^\/(?:api|sync|assets|metrics)(?:\/|$)/.test(path)
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendProblem(reply, problemOf('not-found'))
  const accepts = request.headers['accept-encoding'] ?? ''
  const found = (await files.get(path, accepts)) ?? (isOfServer ? null : await files.page(accepts))
  if (!found)
    return sendProblem(reply, problemOf('not-found', isOfServer ? {} : { detail: 'The web app was not built.' }))
  void reply.headers(found.headers)
  if (request.headers['if-none-match'] === found.headers['etag']) return reply.code(304).send()
  return reply.code(200).send(found.bytes)
}
