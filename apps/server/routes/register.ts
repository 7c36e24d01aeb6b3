import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { allPaths as paths, allRoutes as routes } from '#protocol/all-routes.ts'
import type { RouteName, RouteSpec } from '#protocol/http-api.ts'
import { problemOf, type Problem } from '#protocol/problem.ts'
import { reportPolicy } from '../headers.ts'
import { errorFacts } from '../log.ts'
import type { Services } from '../services.ts'
import { StorageError } from '../storage/storage.ts'
import { actionOf, admit } from './admission.ts'
import { cookieName, refuseForgery, visitorOf } from './gate.ts'
import {
  refused,
  type Good,
  type Handlers,
  type Inside,
  type OtherAnswer,
  type Refused,
  type Visitor,
} from './knock.ts'
import { parsePart } from './parsing.ts'

type AnyHandler = (knock: {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly visitor: Visitor
  readonly inside: Inside | undefined
}) => Promise<Good<unknown> | Refused>

const names = Object.keys(paths) as RouteName[] // the keys of the table, which TypeScript widens

/** Puts every route of the registry on the server: gate, admission, parsing, then its handler. */
export const registerRoutes = (app: FastifyInstance, services: Services, handlers: Handlers): void => {
  for (const name of names) {
    const { method, path: url } = paths[name]
    const { importBytes, documentBytes, bodyBytes } = services.config.limits
    const bodyLimit = name === 'importWorkspace' ? importBytes : name === 'importRows' ? documentBytes : bodyBytes
    const answer = answering(services, name, handlers)
    app.route({
      method,
      url,
      bodyLimit,
      handler: async (request, reply) => {
        const result = await answer(request)
        return result.ok ? sendGood(services, reply, name, result) : sendProblem(reply, result.problem)
      },
      errorHandler: (error, _, reply) => {
        void sendProblem(reply, problemOfError(error, name, services))
      },
    })
  }
}

const answering = (services: Services, name: RouteName, handlers: Handlers) => {
  const route: RouteSpec = routes[name]
  const action = actionOf(route.access)
  // The parts of the knock are parsed below by the schemas from which the handler's own type is made.
  const handle = handlers[name] as AnyHandler
  return async (request: FastifyRequest): Promise<Good<unknown> | Refused> => {
    const visitor = visitorOf(request, services)
    const forged = refuseForgery(request, visitor, services.addresses())
    if (forged) return forged
    const admitted = action && (await admit(services, visitor, action, request.params))
    if (admitted && !admitted.ok) return admitted
    const inside = admitted ? admitted.inside : undefined
    const params = parsePart(route.params, request.params)
    if (!params.ok) return refused('not-found')
    const waits =
      inside && isCommand(name, request.method)
        ? services.quotas.commands.take(`${inside.state.id}.${inside.me.id}`)
        : 0
    if (waits > 0) return refused('too-many-requests', { retryAfter: waits })
    const query = parsePart(route.query, request.query)
    if (!query.ok) return query
    const json = route.body ? parseJson(request.body, name) : nothing
    if (!json.ok) return json
    const body = parsePart(route.body, json.value)
    if (!body.ok) return body
    return handle({ params: params.value, query: query.value, body: body.value, visitor, inside })
  }
}

// A page asks for a ticket at each socket and each return of the network; that is no command.
const isCommand = (name: RouteName, method: string): boolean => method !== 'GET' && name !== 'ticket'

const nothing = { ok: true, value: undefined } as const

const parseJson = (raw: unknown, name: RouteName): { readonly ok: true; readonly value: unknown } | Refused => {
  const bytes = raw instanceof Uint8Array ? raw : new Uint8Array()
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch {
    const errors = [{ field: '', code: 'not-json' }]
    return refused(name === 'importWorkspace' ? 'malformed-import' : 'invalid-input', { errors })
  }
}

const cookieDays = 90

const sendGood = (
  services: Services,
  reply: FastifyReply,
  name: RouteName,
  { value, token }: Good<unknown>,
): FastifyReply => {
  const addresses = services.addresses()
  if (token !== undefined) {
    void reply.setCookie(cookieName(addresses), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: addresses.secure,
      maxAge: cookieDays * 24 * 60 * 60,
    })
  }
  const route: RouteSpec = routes[name]
  if (route.answer) return reply.code(route.status).type('application/json; charset=utf-8').send(JSON.stringify(value))
  // Routes without a schema for their answer give this instead, as `Handler` says.
  return sendFile(reply, value as OtherAnswer)
}

const sendFile = (reply: FastifyReply, { bytes, type, name, inline }: OtherAnswer): FastifyReply => {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w.-]+/g, '-')
  return reply
    .header('content-security-policy', reportPolicy)
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** Answers with a problem document. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  if (problem.retryAfter !== undefined) void reply.header('retry-after', String(problem.retryAfter))
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

const weather = new Set(['busy', 'full', 'io', 'closed', 'corrupt'])

/** What a thrown error is called outside: weather, a fault of the request, or a bug of ours, which is logged. */
export const problemOfError = (error: unknown, name: RouteName | 'page', { log }: Pick<Services, 'log'>): Problem => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return problemOf(name === 'importWorkspace' ? 'import-too-large' : 'too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problemOf('unsupported-type')
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (typeof status === 'number' && status >= 400 && status < 500) return problemOf('invalid-input')
  log('error', 'request-failed', { route: name, ...errorFacts(error) })
  if (error instanceof StorageError && error.kind === 'conflict') return problemOf('conflict')
  return problemOf(error instanceof StorageError && weather.has(error.kind) ? 'unavailable' : 'broken')
}
