import * as z from 'zod/mini'
import type { PlainRouteName } from './http-paths.ts'
import type { choosingRoutes } from './choosing-api.ts'
import type { exportingRoutes } from './exporting-api.ts'
import type { sessionRoutes } from './session-api.ts'
import * as schema from './http-schemas.ts'
import type { RouteSpec } from './route-spec.ts'

const inWorkspace = z.object({ workspace: schema.workspaceId })
const artefactIn = z.object({ workspace: schema.workspaceId, artefact: schema.itemId })
const importIn = z.extend(artefactIn, { import: schema.itemId })
const collectionIn = z.object({ workspace: schema.workspaceId, collection: z.string().check(z.maxLength(40)) })
const recordIn = z.extend(collectionIn, { record: schema.itemId })
const personIn = z.object({ workspace: schema.workspaceId, participant: schema.itemId })
const estimateIn = z.object({
  workspace: schema.workspaceId,
  map: schema.itemId,
  stakeholder: schema.itemId,
  attribute: z.string().check(z.maxLength(40)),
})
const done = z.object({ ok: z.literal(true) })

/** The routes that every page knows; with those of `session-api.ts` they are all of the server (`all-routes.ts`). */
export const routes = {
  health: {
    summary: 'Whether the process answers',
    access: 'anybody',
    status: 200,
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  ready: {
    summary: 'Whether it can store and serve',
    access: 'anybody',
    status: 200,
    answer: z.object({ status: z.literal('ready') }),
  },
  metrics: { summary: 'Figures for Prometheus', access: 'anybody', status: 200 },
  description: {
    summary: 'This description',
    access: 'anybody',
    status: 200,
    answer: z.record(z.string(), z.json()),
  },
  me: {
    summary: 'The workspaces that this device is in',
    access: 'anybody',
    status: 200,
    answer: z.object({
      workspaces: z.array(
        z.object({
          id: schema.workspaceId,
          title: z.string(),
          participant: z.string(),
          name: z.nullable(z.string()),
          role: z.enum(schema.personRoles),
        }),
      ),
    }),
  },
  createWorkspace: {
    summary: 'Make a workspace and become its facilitator',
    access: 'anybody',
    body: z.object({
      title: schema.line(120),
      question: schema.maybeText(500),
      place: schema.maybeText(120),
      language: z.enum(schema.languages),
      perspectives: z.optional(z.array(schema.perspective).check(z.minLength(1), z.maxLength(8))),
      artefacts: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(12))),
      keepDays: z.optional(schema.keepDays),
      /** A template: the workspace then has a first session, planned from it. */
      sessionTemplate: z.optional(z.string().check(z.maxLength(60))),
      name: schema.maybeText(200),
      createCode: schema.maybeText(200),
    }),
    status: 201,
    answer: schema.created,
  },
  importWorkspace: {
    summary: 'Make a workspace from a workspace file and become its facilitator',
    access: 'anybody',
    query: z.object({ createCode: schema.maybeText(200), lang: z.optional(z.enum(schema.languages)) }),
    body: z.unknown(),
    status: 201,
    answer: schema.created,
  },
  lookUpCode: {
    summary: 'What a join code leads to',
    access: 'anybody',
    params: z.object({ code: schema.typedCode }),
    status: 200,
    answer: schema.joinPreview,
  },
  join: {
    summary: 'Take part under a name and a group; a group that is not there counts as other',
    access: 'anybody',
    body: z.object({ code: schema.typedCode, name: schema.line(200), perspective: z.string().check(z.maxLength(40)) }),
    status: 201,
    answer: schema.entered,
  },
  return: {
    summary: 'Come back on another device with a return code, which is replaced by a new one',
    access: 'anybody',
    body: z.object({ code: schema.typedCode }),
    status: 200,
    answer: schema.entered,
  },
  enter: {
    summary: 'Enter with the secret of a facilitator link',
    access: 'anybody',
    body: z.object({
      secret: schema.typedCode,
      name: schema.maybeText(200),
      lang: z.optional(z.enum(schema.languages)),
    }),
    status: 200,
    answer: schema.entered,
  },
  workspace: {
    summary: 'The workspace, its artefacts, and who I am in it',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: schema.workspaceView,
  },
  changeWorkspace: {
    summary: 'Open or close joining, set the keep time or the language',
    access: { action: 'manage-joining' },
    params: inWorkspace,
    body: z.object({
      joining: z.optional(z.enum(schema.joiningStates)),
      keepDays: z.optional(schema.keepDays),
      language: z.optional(z.enum(schema.languages)),
    }),
    status: 200,
    answer: done,
  },
  rotateJoinCode: {
    summary: 'Replace the join code; the old one stops working',
    access: { action: 'manage-joining' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ joinCode: z.string() }),
  },
  makeFacilitatorLink: {
    summary: 'A new secret that makes whoever holds it a facilitator',
    access: { action: 'manage-people' },
    params: inWorkspace,
    status: 201,
    answer: z.object({ secret: z.string() }),
  },
  people: {
    summary: 'Everybody who takes part',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ people: z.array(schema.person) }),
  },
  changePerson: {
    summary: 'Change oneself (name, group, for whom one speaks) or, as a facilitator, anybody',
    access: { action: 'read' },
    params: personIn,
    body: z.object({
      name: z.optional(schema.line(200)),
      perspective: z.optional(z.string().check(z.maxLength(40))),
      role: z.optional(z.enum(schema.personRoles)),
      canRecord: z.optional(z.boolean()),
      stakeholderId: z.optional(z.nullable(schema.itemId)),
    }),
    status: 200,
    answer: done,
  },
  removePerson: {
    summary: 'Take somebody’s access away; what they made stays',
    access: { action: 'manage-people' },
    params: personIn,
    status: 200,
    answer: done,
  },
  leave: {
    summary: 'Forget this device’s way in',
    access: { action: 'read' },
    params: inWorkspace,
    status: 200,
    answer: done,
  },
  directory: {
    summary: 'The names of everything that can be referred to',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ entries: z.array(schema.directoryEntry) }),
  },
  activity: {
    summary: 'The latest contributions, newest first',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ contributions: z.array(schema.contribution) }),
  },
  createArtefact: {
    summary: 'Make an empty artefact of a kind',
    access: { action: 'create-artefact' },
    params: inWorkspace,
    body: z.object({ kind: z.string().check(z.maxLength(60)), title: schema.maybeText(120) }),
    status: 201,
    answer: z.object({ id: schema.itemId }),
  },
  changeArtefact: {
    summary: 'Rename, move, lock or unlock an artefact',
    access: { action: 'manage-artefacts' },
    params: artefactIn,
    body: z.object({
      title: z.optional(schema.line(120)),
      locked: z.optional(z.boolean()),
      /** The place in the list that it goes to, counted from 0. */
      order: z.optional(z.int().check(z.nonnegative())),
    }),
    status: 200,
    answer: done,
  },
  removeArtefact: {
    summary: 'Take an artefact out of the list',
    access: { action: 'manage-artefacts' },
    params: artefactIn,
    status: 200,
    answer: done,
  },
  imports: {
    summary: 'What files brought into an artefact, the newest first',
    access: { action: 'read' },
    params: artefactIn,
    status: 200,
    answer: z.object({ imports: z.array(schema.importedFile) }),
  },
  importRows: {
    summary: 'Bring rows of a file into an artefact, as one change that can be taken back by its id',
    access: { action: 'write-artefact' },
    params: artefactIn,
    body: z.object({ id: schema.itemId, title: schema.line(200), rows: z.unknown() }),
    status: 201,
    answer: schema.importedFile,
  },
  undoImport: {
    summary: 'Take an import back: what nobody changed since goes, or is as it was',
    access: { action: 'write-artefact' },
    params: importIn,
    status: 200,
    answer: z.object({ removed: z.int(), restored: z.int(), kept: z.int() }),
  },
  allRecords: {
    summary: 'Everything of every collection that one may read',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ collections: z.record(z.string(), z.array(schema.record)) }),
  },
  records: {
    summary: 'Everything of one collection: comments, glossary, checkDismissals, decisions, actions or openPoints',
    access: { action: 'see-hall' },
    params: collectionIn,
    status: 200,
    answer: z.object({ records: z.array(schema.record) }),
  },
  addRecord: {
    summary: 'Add to a collection; with the same id again it is there once',
    access: { action: 'comment' },
    params: collectionIn,
    body: z.object({
      id: z.optional(schema.itemId),
      value: z.record(z.string(), z.json()),
      /** Where the collection allows it: nobody can see who it was, the server included. */
      anonymous: z.optional(z.boolean()),
    }),
    status: 201,
    answer: schema.record,
  },
  changeRecord: {
    summary: 'Change fields of a record; refused when somebody changed it since `version`',
    access: { action: 'comment' },
    params: recordIn,
    body: z.object({ version: z.int(), value: z.record(z.string(), z.json()) }),
    status: 200,
    answer: schema.record,
  },
  removeRecord: {
    summary: 'Take a record away',
    access: { action: 'comment' },
    params: recordIn,
    status: 200,
    answer: done,
  },
  estimates: {
    summary: 'My own estimates on maps, and what those of everybody come to together; never who estimated what',
    access: { action: 'read' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ own: z.array(schema.ownEstimate), summaries: z.array(schema.estimateSummary) }),
  },
  putEstimate: {
    summary: 'Estimate one attribute of a stakeholder for oneself; `null` takes it away',
    access: { action: 'write-artefact' },
    params: estimateIn,
    body: z.object({ value: z.nullable(z.int()) }),
    status: 200,
    answer: done,
  },
  agenda: {
    summary: 'The rules that stand in the way of trials, by who can change them, as a memo',
    access: { action: 'export' },
    params: inWorkspace,
    query: z.object({ format: z.enum(['docx', 'html', 'md']), lang: z.optional(z.enum(schema.languages)) }),
    status: 200,
  },
  insights: {
    summary: 'Everything that can be derived from what is here now, as data: checks, networks, verdicts and more',
    access: { action: 'read' },
    params: inWorkspace,
    status: 200,
    answer: z.record(z.string(), z.json()),
  },
  export: {
    summary: 'A file of what is here now',
    access: { action: 'export' },
    params: inWorkspace,
    query: z.object({
      format: z.enum(schema.exportFormats),
      lang: z.optional(z.enum(schema.languages)),
      names: z.optional(z.enum(['0', '1'])),
      draft: z.optional(z.enum(['0', '1'])),
      level: z.optional(z.enum(schema.exportLevels)),
      /** The report, a letter to those who took part, or the list of what was agreed. */
      kind: z.optional(z.enum(schema.exportKinds)),
      /** The one session that it is about. */
      session: z.optional(schema.itemId),
      /** Whether the part on equal influence goes in. */
      panel: z.optional(z.enum(['0', '1'])),
      /** The parts of a report in the order in which they are wanted, with commas between. */
      parts: z.optional(z.string().check(z.maxLength(300))),
      licence: z.optional(z.enum(schema.exportLicences)),
      /** To look at in the browser instead of to save. */
      inline: z.optional(z.enum(['0', '1'])),
      /** Of files of one artefact: which one (the first when not said). The lens is that of a map, in a report as well. */
      artefact: z.optional(schema.itemId),
      lens: z.optional(z.string().check(z.maxLength(40))),
      /** GEXF that programs can read which know no mix of directions. */
      compatible: z.optional(z.enum(['0', '1'])),
    }),
    status: 200,
  },
  exportsMade: {
    summary: 'The files that were made',
    access: { action: 'read' },
    params: inWorkspace,
    status: 200,
    /** `readingSince`: since when there is a link to read the letter, for whoever may make one. */
    answer: z.object({ exports: z.array(schema.exportMade), readingSince: z.nullable(z.number()) }),
  },
  makeReadingLink: {
    summary: 'A new reading link',
    access: { action: 'manage-joining' },
    params: inWorkspace,
    status: 201,
    answer: z.object({ secret: z.string() }),
  },
  revokeReadingLink: {
    summary: 'Takes the reading link away',
    access: { action: 'manage-joining' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ ok: z.literal(true) }),
  },
  readLetter: {
    summary: 'The letter to those who took part, by its link',
    access: 'anybody',
    body: z.object({ secret: schema.typedCode, lang: z.optional(z.enum(schema.languages)) }),
    status: 200,
    answer: z.object({
      title: z.string(),
      question: z.string(),
      language: z.enum(schema.languages),
      date: z.string(),
      notice: z.string(),
      /** The letter as blocks of an outline. */
      blocks: z.array(z.record(z.string(), z.unknown())),
    }),
  },
  ticket: {
    summary: 'A ticket that opens one socket of a room, once, within 30 seconds',
    access: { action: 'see-hall' },
    params: z.object({ room: z.string().check(z.maxLength(120)) }),
    status: 200,
    answer: z.object({ ticket: z.string() }),
  },
} as const satisfies { readonly [Name in PlainRouteName]: RouteSpec }

export type { PlainRouteName } from './http-paths.ts'
export type { RouteAccess, RouteSpec } from './route-spec.ts'
/** Every route of the server: it implements each, the web app calls them, the description and the tests follow from it. */
export type Routes = typeof routes & typeof sessionRoutes & typeof choosingRoutes & typeof exportingRoutes
export type RouteName = keyof Routes

type Parsed<Route, Part extends string> = Route extends { readonly [Key in Part]: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined
type Sent<Route, Part extends string> = Route extends { readonly [Key in Part]: infer Schema extends z.ZodMiniType }
  ? { readonly [Key in Part]: z.input<Schema> }
  : { readonly [Key in Part]?: undefined }

/** What a request of a route carries, after parsing. */
export type RequestOf<Name extends RouteName> = {
  readonly params: Parsed<Routes[Name], 'params'>
  readonly query: Parsed<Routes[Name], 'query'>
  readonly body: Parsed<Routes[Name], 'body'>
}

/** What a good answer of a route holds. */
export type AnswerOf<Name extends RouteName> = Parsed<Routes[Name], 'answer'>

/** What a caller of a route must give. */
export type CallOf<Name extends RouteName> = Sent<Routes[Name], 'params'> &
  Sent<Routes[Name], 'query'> &
  Sent<Routes[Name], 'body'>
