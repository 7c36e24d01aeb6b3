import type { ZodMiniType } from 'zod/mini'
import { routes, type AnswerOf, type CallOf, type PlainRouteName, type RouteSpec } from '#protocol/http-api.ts'
import { ask, type Answer } from './ask.ts'

/** Calls a route of the server and parses its answer; one of another shape is taken for a server that is not ours. */
export const call = async <Name extends PlainRouteName>(
  name: Name,
  request: CallOf<Name>,
): Promise<Answer<AnswerOf<Name>>> => {
  const { answer: schema }: RouteSpec = routes[name]
  // Parsed by the schema that the type is made of.
  return parsed(await ask(name, request), schema) as Answer<AnswerOf<Name>>
}

/** An answer as its schema reads it. */
export const parsed = (answer: Answer<unknown>, schema: ZodMiniType | undefined): Answer<unknown> => {
  if (!answer.ok) return answer
  const read = schema?.safeParse(answer.value)
  return read?.success
    ? { ok: true, value: read.data }
    : { ok: false, code: 'unavailable', errors: [], retryAfter: undefined }
}
