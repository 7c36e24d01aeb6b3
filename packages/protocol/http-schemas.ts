import * as z from 'zod/mini'

export const languages = ['nl', 'en'] as const
export const joiningStates = ['open', 'closed'] as const
export const exportFormats = [
  'html',
  'odt',
  'docx',
  'pdf',
  'md',
  'xlsx',
  'ods',
  'csv',
  'json',
  'map-xlsx',
  'map-csv',
  'kumu-json',
  'kumu-xlsx',
  'gephi-csv',
  'gexf',
  'graphml',
  'svg',
  'png',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How much a report tells, what sort of report it is, and what others may do with it. */
export const exportLevels = ['page', 'standard', 'complete'] as const
export const exportKinds = ['report', 'letter', 'decisions'] as const
export const exportLicences = ['by', 'by-sa', 'none'] as const

/** A file that was made: when, of which format, by whom, and whether names stood in it. */
export const exportMade = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  format: z.string(),
  participantId: z.nullable(z.string()),
  names: z.boolean(),
})

const markers = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'] as const
export const personRoles = ['facilitator', 'contributor', 'observer'] as const
/** Beside those of people that of the screen in the hall. */
const deviceRoles = [...personRoles, 'screen'] as const

/** One line of text that must say something. */
export const line = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))
/** Text that may be left out or empty. */
export const maybeText = (longest: number) => z.optional(z.string().check(z.trim(), z.maxLength(longest)))
/** A code or secret as it was typed, pasted or scanned. */
export const typedCode = z.string().check(z.maxLength(200))

export const itemId = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/))
export const workspaceId = z.string().check(z.regex(/^[0-9a-f]{32}$/))
/** How long a workspace is kept after its last activity, in days. */
export const keepDays = z.union([z.literal(90), z.literal(365), z.literal(730)])

export const perspective = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  title: line(60),
  marker: z.enum(markers),
  order: z.number(),
  base: z.enum(['resident', 'professional', 'policy', 'other']),
})

export const participant = z.object({
  id: z.string(),
  /** `null` when the person had it erased. */
  name: z.nullable(z.string()),
  perspective: z.string(),
  role: z.enum(personRoles),
  /** May enter contributions for people without a device. */
  canRecord: z.boolean(),
  stakeholderId: z.nullable(z.string()),
})

export const person = z.extend(participant, {
  /** Has a document open now. */
  present: z.boolean(),
  /** False for somebody of an imported file, who has a name and no way in. */
  claimed: z.boolean(),
})

export const artefact = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  order: z.number(),
  locked: z.boolean(),
  /** Milliseconds since 1970. */
  changedAt: z.nullable(z.number()),
})

export const directoryEntry = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  document: z.string(),
  attributes: z.record(z.string(), z.json()),
})

/** Something kept beside the documents; what it holds follows from its collection. */
export const record = z.object({
  id: itemId,
  version: z.number(),
  value: z.record(z.string(), z.json()),
})

/** An own estimate, told to who made it only. */
export const importedFile = z.object({
  id: itemId,
  /** The name of the file. */
  title: z.string(),
  at: z.number(),
  added: z.int(),
  changed: z.int(),
  undone: z.boolean(),
})

export const ownEstimate = z.object({
  map: itemId,
  stakeholder: itemId,
  attribute: z.string(),
  value: z.number(),
})

/** What estimates come to together; figures are `null` for fewer than three people, or while one did not estimate oneself. */
export const estimateSummary = z.object({
  map: itemId,
  stakeholder: itemId,
  attribute: z.string(),
  n: z.number(),
  median: z.nullable(z.number()),
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
  /** By group, groups that are too small together; empty when one would be left. */
  groups: z.array(z.object({ perspectives: z.array(z.string()), n: z.number(), median: z.number() })),
})

export const contribution = z.object({
  itemId: z.string(),
  documentId: z.string(),
  label: z.string(),
  kind: z.string(),
  perspective: z.nullable(z.string()),
  participantId: z.nullable(z.string()),
  at: z.number(),
})

const named = z.object({ id: workspaceId, title: z.string() })

/** What somebody gets who takes part: tokens stand here once and are stored as hashes only. */
export const entered = z.object({
  workspace: named,
  participant: z.object({ id: z.string(), name: z.string(), perspective: z.string() }),
  /** For programs, as a bearer token; browsers have a cookie. */
  token: z.string(),
  returnCode: z.string(),
})

export const created = z.object({
  workspace: named,
  participant: z.object({ id: z.string() }),
  /** For programs, as a bearer token; browsers have a cookie. */
  facilitatorToken: z.string(),
  /** What stands behind the # of a facilitator link: whoever has it can enter and lead. */
  facilitatorSecret: z.string(),
  joinCode: z.string(),
  /** The session that was planned from a template, when one was asked for. */
  session: z.optional(itemId),
  /** Paths of what an imported file holds that no screen shows yet; it is kept and comes back on export. */
  leftovers: z.optional(z.array(z.string())),
})

export const joinPreview = z.object({
  title: z.string(),
  language: z.enum(languages),
  perspectives: z.array(perspective),
  state: z.enum(joiningStates),
})

export const workspaceView = z.object({
  workspace: z.object({
    id: workspaceId,
    title: z.string(),
    question: z.string(),
    place: z.string(),
    language: z.enum(languages),
    participationLevel: z.nullable(z.string()),
    influencePromise: z.string(),
    joining: z.enum(joiningStates),
    /** Told to facilitators only. */
    joinCode: z.nullable(z.string()),
    keepDays: z.number(),
    /** Addresses under which people reach this server, best first, without a slash at the end. */
    addresses: z.array(z.string()),
    leftovers: z.number(),
  }),
  perspectives: z.array(perspective),
  artefacts: z.array(artefact),
  me: z.extend(participant, { role: z.enum(deviceRoles) }),
  role: z.enum(deviceRoles),
  /** False over plain http: the facilitator is told so. */
  secureCookie: z.boolean(),
})

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), code: z.string() }))),
  retryAfter: z.optional(z.number()),
})
