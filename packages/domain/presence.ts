import * as z from 'zod/mini'
import type { Role } from './participant.ts'

/** Where in a document somebody is: an item and a field, as far as they are in one. */
const placeSchema = z.object({ item: z.optional(z.string()), field: z.optional(z.string()) })
export type PresencePlace = z.infer<typeof placeSchema>

/** What others may see of me now: where I am, my caret there, what I drag. Never who I am: that the server says. */
export type PresenceState = {
  readonly at?: PresencePlace | null | undefined
  /** Encoded relative positions in the text of `at`. */
  readonly cursor?: { readonly anchor: Uint8Array; readonly head: Uint8Array } | null | undefined
  /** An item under way to another place; `x` and `y` from 0 to 1 of the canvas. */
  readonly drag?: { readonly item: string; readonly x: number; readonly y: number } | null | undefined
  readonly typing?: boolean | undefined
  readonly away?: boolean | undefined
}

const stockSchema = z.object({ at: z.optional(z.nullable(placeSchema)), typing: z.optional(z.boolean()) })

/** What a client of another make shows, as far as it is of our kind. */
export const stockPresence = (raw: unknown): PresenceState => {
  const parsed = stockSchema.safeParse(raw ?? {})
  return parsed.success ? parsed.data : {}
}

/** Somebody else with this document open. */
export type Other = {
  /** The number of their connection in this room. */
  readonly connection: number
  readonly participantId: string
  readonly name: string
  readonly perspective: string
  readonly role: Role
  readonly state: PresenceState
}

/** Who is in one document now. `others` keeps its identity until something changes. */
export type Presence = {
  readonly others: () => readonly Other[]
  readonly subscribe: (listener: () => void) => () => void
  /** Tells others; what is left out stays as it was, `null` takes it away. */
  readonly set: (patch: PresenceState) => void
}
