import { allPaths as paths } from '#protocol/all-routes.ts'
import type { AnswerOf, CallOf, RouteName } from '#protocol/http-api.ts'
import { addressAt } from '#protocol/http-paths.ts'
import { problemCodeIn, type Problem } from '#protocol/problem.ts'

/** A server somewhere. */
type Reached = { readonly url: string }

/** Something that calls the server: a browser with its cookie, or a program with a token. */
export type Caller = {
  readonly call: <Name extends RouteName>(name: Name, request: CallOf<Name>) => Promise<Answered<Name>>
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly cookie: () => string | undefined
}

export type Answered<Name extends RouteName> = {
  readonly status: number
  readonly headers: Headers
  readonly body: AnswerOf<Name>
  /** The code when it was refused. */
  readonly code: Problem['code'] | undefined
  readonly problem: Problem
}

/** A browser on a page of the server, which keeps its cookie. */
export const browserOf = (server: Reached): Caller => {
  let cookie: string | undefined
  return callerOf(
    server.url,
    () => ({ origin: server.url, ...(cookie === undefined ? {} : { cookie }) }),
    (answer) => {
      const [set] = answer.headers.getSetCookie()
      if (set !== undefined) cookie = set.split(';')[0]
    },
    () => cookie,
  )
}

/** A program with a token, which says no origin. */
export const programOf = (server: Reached, token: string): Caller =>
  callerOf(server.url, () => ({ authorization: `Bearer ${token}` }))

const callerOf = (
  url: string,
  headers: () => Record<string, string>,
  heard: (answer: Response) => void = () => undefined,
  cookie: () => string | undefined = () => undefined,
): Caller => {
  const send = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(url + path, {
      ...init,
      headers: { ...headers(), 'x-polder': '1', ...(init.headers as Record<string, string>) },
    })
    heard(answer)
    return answer
  }
  return {
    cookie,
    fetch: send,
    call: async (name, { params, query, body }) => {
      const init =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const answer = await send(addressAt(paths[name], params, query), { method: paths[name].method, ...init })
      const isJson = /json/.test(answer.headers.get('content-type') ?? '')
      const json: unknown = isJson ? await answer.json() : await answer.text()
      return {
        status: answer.status,
        headers: answer.headers,
        // What is wrong with it, the test that looks at it finds.
        body: json as AnswerOf<typeof name>,
        code: answer.ok ? undefined : problemCodeIn(json),
        problem: json as Problem,
      }
    },
  }
}
