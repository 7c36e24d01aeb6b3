import type { AnswerOf, CallOf, RouteSpec } from '#protocol/http-api.ts'
import { sessionRoutes } from '#protocol/session-api.ts'
import { sessionPaths, type SessionRouteName } from '#protocol/session-paths.ts'
import { askAt, type Answer } from './ask.ts'
import { parsed } from './call.ts'
import { serverTime } from './server-time.ts'

/** Calls a route of sessions, parses its answer, and learns the time of the server from it. */
export const callSession = <Name extends SessionRouteName>(
  name: Name,
  request: CallOf<Name>,
): Promise<Answer<AnswerOf<Name>>> => callWith(name, request)

/** The same where the parts of the request come from two sides. */
export const callWith = async <Name extends SessionRouteName>(
  name: Name,
  request: object,
): Promise<Answer<AnswerOf<Name>>> => {
  const { answer: schema }: RouteSpec = sessionRoutes[name]
  const sentAt = Date.now()
  const answer = parsed(await askAt(sessionPaths[name], request), schema)
  const told: unknown = answer.ok ? answer.value : null
  if (typeof told === 'object' && told !== null && 'serverTime' in told && typeof told.serverTime === 'number')
    serverTime.learn({ sentAt, receivedAt: Date.now(), serverTime: told.serverTime })
  return answer as Answer<AnswerOf<Name>> // parsed by the schema that the type is made of
}
