/** Every way in which a request can be refused, with its status; the words are the screen's, in the person's language. */
export const problemCodes = {
  'invalid-input': 400,
  'malformed-import': 400,
  'unknown-format-version': 400,
  'signed-out': 401,
  forbidden: 403,
  removed: 403,
  'origin-refused': 403,
  'create-code-required': 403,
  'joining-closed': 403,
  'workspace-full': 403,
  'unknown-code': 404,
  'not-found': 404,
  conflict: 409,
  'last-facilitator': 409,
  'import-too-large': 413,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  broken: 500,
  unavailable: 503,
} as const satisfies { readonly [code: string]: number }
export type ProblemCode = keyof typeof problemCodes

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problemCodes, code)

/** What is wrong with one field; `field` is a path such as `perspectives.0.title`. */
export type FieldError = { readonly field: string; readonly code: string }

/** A problem document (RFC 9457). `retryAfter` is in seconds. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  readonly retryAfter?: number
}

/** What a problem says beside its code. */
export type ProblemDetails = Partial<Pick<Problem, 'detail' | 'errors' | 'retryAfter'>>

export const problemOf = (code: ProblemCode, details: ProblemDetails = {}): Problem => ({
  type: `urn:polder:problem:${code}`,
  title: code.replaceAll('-', ' '),
  status: problemCodes[code],
  code,
  ...details,
})

/** The code in an answer that was no success; `unavailable` when something else than our server gave it. */
export const problemCodeIn = (answer: unknown): ProblemCode => {
  const code: unknown = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined
  return isProblemCode(code) ? code : 'unavailable'
}
