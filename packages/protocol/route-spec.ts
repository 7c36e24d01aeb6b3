import type * as z from 'zod/mini'

/** Who may knock: anybody, or a participant of the workspace of the address who may do something there. */
export type RouteAccess = 'anybody' | { readonly action: string }

/** What a route takes and gives; addresses stand in `http-paths.ts`. */
export type RouteSpec = {
  readonly summary: string
  readonly access: RouteAccess
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  readonly status: number
  /** What a good answer holds; none is an answer that is no JSON, such as a file. */
  readonly answer?: z.ZodMiniType
}
