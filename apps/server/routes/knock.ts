import type { AnswerOf, RequestOf, RouteName, Routes } from '#protocol/http-api.ts'
import { problemOf, type Problem, type ProblemCode, type ProblemDetails } from '#protocol/problem.ts'
import type { ExportedFile } from '../workspaces/exporting.ts'
import type { Member, WorkspaceState } from '../workspaces/state.ts'

/** Who sends a request: from where, and with which token. */
export type Visitor = {
  readonly address: string
  readonly token: string | undefined
  /** A program with a token in a header; else a browser with a cookie, or nobody yet. */
  readonly isProgram: boolean
}

/** A participant who may do what the route does, in the workspace of its address. */
export type Inside = { readonly state: WorkspaceState; readonly me: Member }

/** A request that was parsed and let through. */
export type Knock<Name extends RouteName> = RequestOf<Name> & {
  readonly visitor: Visitor
  readonly inside: Routes[Name]['access'] extends 'anybody' ? undefined : Inside
}

export type Refused = { readonly ok: false; readonly problem: Problem }

/** A good answer; `token` becomes the browser's cookie. */
export type Good<Value> = { readonly ok: true; readonly value: Value; readonly token?: string }

/** What routes give that answer with something else than JSON. */
export type OtherAnswer = ExportedFile & { readonly inline: boolean }

type ValueOf<Name extends RouteName> = Routes[Name] extends { readonly answer: unknown } ? AnswerOf<Name> : OtherAnswer

export type Handler<Name extends RouteName> = (knock: Knock<Name>) => Promise<Good<ValueOf<Name>> | Refused>
export type Handlers = { readonly [Name in RouteName]: Handler<Name> }

export const good = <Value>(value: Value, token?: string): Good<Value> => ({
  ok: true,
  value,
  ...(token === undefined ? {} : { token }),
})
export const refused = (code: ProblemCode, details?: ProblemDetails): Refused => ({
  ok: false,
  problem: problemOf(code, details),
})
/** One field is wrong. */
export const wrongField = (field: string, code: string): Refused =>
  refused('invalid-input', { errors: [{ field, code }] })

export const done = good({ ok: true } as const)
