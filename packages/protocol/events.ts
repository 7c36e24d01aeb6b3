import * as z from 'zod/mini'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What a connection may do: the three roles of people, and the hall screen, which is a link without a person. */
export const connectionRoles = ['facilitator', 'contributor', 'observer', 'screen'] as const
export type ConnectionRole = (typeof connectionRoles)[number]

/** Why a connection may not write now, or why what it wrote was refused. */
export const writeRefusals = [
  'locked',
  'read-only',
  'foreign-client',
  'not-allowed',
  'document-full',
  'too-large',
  'malformed',
  'gap',
  'client-too-old',
] as const
export type WriteRefusal = (typeof writeRefusals)[number]

/** Facts that live in the database and changed: what a client reads again over HTTP. */
export const changeTopics = [
  'directory',
  'people',
  'artefacts',
  'workspace',
  'activity',
  'ballots',
  'records',
  'session',
] as const
export type ChangeTopic = (typeof changeTopics)[number]

const role = z.enum(connectionRoles)
const clientId = z.number().check(z.nonnegative())

const presentConnection = z.object({
  /** Short number of the connection in this room, for as long as it lasts. */
  connection: z.number(),
  clientIds: z.array(clientId),
  participantId: z.string(),
  name: z.nullable(z.string()),
  perspective: z.nullable(z.string()),
  role,
})

/** Who somebody is, as the server says it; never taken from what a client says of itself. */
export type PresentConnection = z.infer<typeof presentConnection>

const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    connection: z.number(),
    /** The last committed row of the document, and the life of the document that it belongs to. */
    seq: z.number(),
    epoch: z.number(),
    /** A fresh Yjs client id that nobody used in this room. */
    clientId,
    participantId: z.string(),
    role,
    canWrite: z.boolean(),
    locked: z.boolean(),
    shapeVersion: z.number(),
    serverTime: z.number(),
    /** Proof that this server had committed so many rows; a client that comes back shows it. */
    receipt: z.string(),
    limits: z.object({ updateBytes: z.number(), step2Bytes: z.number(), presencePerSecond: z.number() }),
  }),
  z.object({ type: z.literal('receipt'), receipt: z.string() }),
  z.object({ type: z.literal('who'), connections: z.array(presentConnection) }),
  z.object({ type: z.literal('who-left'), connections: z.array(z.number()) }),
  z.object({ type: z.literal('lock'), documentId: z.string(), locked: z.boolean() }),
  z.object({ type: z.literal('role'), role, canWrite: z.boolean() }),
  z.object({ type: z.literal('drain'), spreadMs: z.number() }),
  z.object({ type: z.literal('rejected'), reason: z.enum(writeRefusals) }),
  z.object({
    type: z.literal('change'),
    topic: z.enum(changeTopics),
    documentId: z.optional(z.string()),
    /** What changed, small; a client that does not know it reads the topic again. */
    data: z.optional(z.unknown()),
  }),
])

/** What the server tells over a socket beside the document: message type 5, JSON. */
export type RoomEvent = z.infer<typeof event>

/** Parses the text of an event; refuses what this build does not know, which a client then ignores. */
export const parseEvent = (text: string): Result<RoomEvent, 'unknown-event'> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('unknown-event')
  }
  const parsed = event.safeParse(json)
  return parsed.success ? ok(parsed.data) : refuse('unknown-event')
}
