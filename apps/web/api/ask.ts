import type { CallOf, PlainRouteName } from '#protocol/http-api.ts'
import { addressAt, paths, type Path } from '#protocol/http-paths.ts'
import { problemCodeIn, type FieldError, type ProblemCode } from '#protocol/problem.ts'

/** Why a request did not do what it should; `unreachable` is the network's, the others are the server's. */
export type Refusal = {
  readonly ok: false
  readonly code: ProblemCode | 'unreachable'
  readonly errors: readonly FieldError[]
  /** Seconds until trying again makes sense. */
  readonly retryAfter: number | undefined
}
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Refusal

/**
 * Sends a request and gives the answer as it came, not looked into: pages that load before joining read from it by
 * hand what they need, so that the schemas need not come along. Behind joining, `call.ts` parses it.
 */
export const ask = <Name extends PlainRouteName>(name: Name, request: CallOf<Name>): Promise<Answer<unknown>> =>
  askAt(paths[name], request)

/** The same for a route of another table. */
export const askAt = async (route: Path, request: object): Promise<Answer<unknown>> => {
  const { params, query, body } = partsOf(request)
  const init: RequestInit =
    body === undefined
      ? { headers: { 'x-polder': '1' } }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const answer = await fetch(addressAt(route, params, query), { method: route.method, ...init })
    const json: unknown = await answer.json()
    return answer.ok ? { ok: true, value: json } : refusalOf(json)
  } catch {
    return unreachable
  }
}

/** What the network says. */
export const unreachable: Refusal = { ok: false, code: 'unreachable', errors: [], retryAfter: undefined }

type Strings = Readonly<Record<string, string>>

const partsOf = (request: object): { params: Strings; query: Strings; body: unknown } => ({
  params: 'params' in request ? stringsIn(request.params) : {},
  query: 'query' in request ? stringsIn(request.query) : {},
  body: 'body' in request ? request.body : undefined,
})

const stringsIn = (part: unknown): Strings =>
  Object.fromEntries(
    Object.entries(part ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

/** The refusal in an answer that was no success. */
export const refusalOf = (json: unknown): Refusal => {
  const { errors, retryAfter } = typeof json === 'object' && json !== null ? fieldsOf(json) : fieldsOf({})
  return {
    ok: false,
    code: problemCodeIn(json),
    errors: Array.isArray(errors) ? errors.flatMap(fieldErrorIn) : [],
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
  }
}

const fieldsOf = (json: { errors?: unknown; retryAfter?: unknown }) => json

const fieldErrorIn = (raw: unknown): FieldError[] =>
  typeof raw === 'object' && raw !== null && 'field' in raw && 'code' in raw
    ? [{ field: String(raw.field), code: String(raw.code) }]
    : []
