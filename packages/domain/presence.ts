import * as z from 'zod/mini'
import type { Role } from './participant.ts'

/** Where in a document somebody is: an item and a field, as far as they are in one. */
const placeSchema = z.object({ item: z.optional(z.string()), field: z.optional(z.string()) })

/** What others may see of me now: where I am, my caret there, what I drag. Never who I am: that the server says. */
export const presenceSchema = z.object({
  at: z.optional(z.nullable(placeSchema)),
  /** Encoded relative positions in the text of `at`. */
  cursor: z.optional(z.nullable(z.object({ anchor: z.unknown(), head: z.unknown() }))),
  /** An item under way to another place; `x` and `y` from 0 to 1 of the canvas. */
  drag: z.optional(z.nullable(z.object({ item: z.string(), x: z.number(), y: z.number() }))),
  typing: z.optional(z.boolean()),
  away: z.optional(z.boolean()),
})
export type PresenceState = z.infer<typeof presenceSchema>
export type PresencePlace = z.infer<typeof placeSchema>

/** Somebody else with this document open. */
export type Other = {
  readonly clientId: number
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
