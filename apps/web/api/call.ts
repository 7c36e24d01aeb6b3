import { routes, type AnswerOf, type CallOf, type RouteName, type RouteSpec } from '#protocol/http-api.ts'
import { ask, type Answer } from './ask.ts'

/** Calls a route of the server and parses its answer; one of another shape is taken for a server that is not ours. */
export const call = async <Name extends RouteName>(
  name: Name,
  request: CallOf<Name>,
): Promise<Answer<AnswerOf<Name>>> => {
  const answer = await ask(name, request)
  if (!answer.ok) return answer
  const { answer: schema }: RouteSpec = routes[name]
  const parsed = schema?.safeParse(answer.value)
  if (!parsed?.success) return { ok: false, code: 'unavailable', errors: [], retryAfter: undefined }
  return { ok: true, value: parsed.data as AnswerOf<Name> } // parsed by the schema that the type is made of
}
