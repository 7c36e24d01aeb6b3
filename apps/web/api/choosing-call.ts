import type { AnswerOf, CallOf, RouteSpec } from '#protocol/http-api.ts'
import { choosingRoutes } from '#protocol/choosing-api.ts'
import { choosingPaths, type ChoosingRouteName } from '#protocol/choosing-paths.ts'
import { askAt, type Answer } from './ask.ts'
import { parsed } from './call.ts'

/** Calls a route of choosing or of private writing and parses its answer. */
export const callChoosing = async <Name extends ChoosingRouteName>(
  name: Name,
  request: CallOf<Name>,
): Promise<Answer<AnswerOf<Name>>> => {
  const { answer: schema }: RouteSpec = choosingRoutes[name]
  // Parsed by the schema that the type is made of.
  return parsed(await askAt(choosingPaths[name], request), schema) as Answer<AnswerOf<Name>>
}

/** Why a request was refused, as near to its cause as the server said. */
export const reasonOf = (answer: { readonly code: string; readonly errors: readonly { readonly code: string }[] }) =>
  answer.errors[0]?.code ?? answer.code
