import { isArtefactKind, models, type ArtefactKind } from '#artefacts/models.ts'
import type { Json, JsonObject } from '#crdt/json.ts'
import { openDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import { isDismissed, type CheckContext, type CheckHit } from '#domain/check.ts'
import { createDirectory } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { descentIn, descentOf, livingOn, type Descent } from '#domain/influence/lineage.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { ballotFactsOf, ballotInsights, countedBallots, type CountedBallot } from './ballot-insights.ts'
import { ballotsOf, type CountingDeps } from './ballots.ts'
import { entriesOf } from './directory.ts'
import { estimateFacts, estimatesOf, summariesOf } from './estimates.ts'
import { participationInsights, participationOf, type Lineage } from './participation.ts'
import { entriesIn } from './records.ts'
import { drawnOf, type WorkspaceState } from './state.ts'

type Deps = { readonly tables: Tables; readonly rooms: Pick<Rooms, 'read'> }

/** Everything that can be derived from a workspace now, by the same functions that the screens use. */
export const insightsOf = async (
  deps: Deps,
  state: WorkspaceState,
  now: number,
): Promise<Result<JsonObject, 'unavailable'>> => {
  const counting = { tables: deps.tables, workspace: state.id, drawn: drawnOf(state), now }
  const ballots = await countedBallots(counting, await ballotsOf(deps.tables, state.id))
  const context = await contextOf(deps, state, ballots, counting)
  if (!context) return refuse('unavailable')
  const told = await tellAll(deps, state, context)
  if (!told) return refuse('unavailable')
  const dismissals = await entriesIn(deps.tables, state.id, 'checkDismissals')
  const derived: Record<string, Json> = {}
  for (const { insights } of told) {
    for (const [name, value] of Object.entries(insights)) derived[name] = joined(derived[name], value)
  }
  const hits = told.flatMap((one) => one.hits)
  const participation = await participationOf(deps.tables, state, lineageIn(context, told))
  return ok({
    checks: hits.map((hit) => ({ ...hit, dismissed: isDismissed(hit, dismissals) })),
    ...derived,
    ballots: await ballotInsights(counting, ballots),
    participation: participationInsights(participation),
  })
}

/** Which contributions there are in a workspace, and which of them live on; `null` when a document cannot be read. */
export const lineageOf = async (deps: Deps, state: WorkspaceState, now: number): Promise<Lineage | null> => {
  const counting = { tables: deps.tables, workspace: state.id, drawn: drawnOf(state), now }
  const context = await contextOf(deps, state, [], counting)
  const told = context && (await tellAll(deps, state, context))
  return context && told && lineageIn(context, told)
}

const lineageIn = ({ evidence, decisions }: WorkspaceContext, told: readonly Told[]): Lineage => {
  const decided = decisions.map(({ id, value }) => ({ id, linkIds: value.linkIds }))
  const outcomes = [...told.flatMap((one) => one.outcomes), ...decided.map(({ id }) => id)]
  const descents = [...told.flatMap((one) => one.descents), ...descentIn(evidence), ...decided.flatMap(descentOf)]
  const pieces = evidence.evidence.map(({ id }) => id)
  return {
    contributions: new Set([...told.flatMap((one) => one.contributions), ...pieces]),
    takenUp: livingOn(outcomes, descents),
  }
}

/** What checks may look at in any document of a workspace. */
type WorkspaceContext = Omit<CheckContext, 'documentId'>

const contextOf = async (
  { tables, rooms }: Deps,
  state: WorkspaceState,
  counted: readonly CountedBallot[],
  { now }: CountingDeps,
): Promise<WorkspaceContext | null> => {
  const evidence = await contentOf(rooms, state.id, 'evidence', evidenceShape)
  if (!evidence) return null
  const [entries, decisions, glossary, estimates] = await Promise.all([
    entriesOf(tables, state.id),
    entriesIn(tables, state.id, 'decisions'),
    entriesIn(tables, state.id, 'glossary'),
    estimatesOf(tables, state.id),
  ])
  // Facts of estimates say nothing by group, so the groups need not be known here.
  const facts = estimateFacts(summariesOf(estimates, { perspectiveOf: () => 'other', drawn: [] }))
  const explained = glossary.map(({ value }) => value.word)
  return {
    directory: createDirectory(entries),
    evidence,
    decisions,
    explained,
    ballots: ballotFactsOf(counted),
    estimates: facts,
    today: new Date(now).toISOString().slice(0, 10),
  }
}

const contentOf = async <S extends Shape>(
  rooms: Deps['rooms'],
  workspace: string,
  document: string,
  shape: S,
): Promise<ContentOf<S> | null> => {
  const read = await rooms.read(workspace, document, (ydoc) => {
    const opened = openDocument(ydoc, shape)
    const content = opened.content()
    opened.close()
    return content
  })
  return read.ok ? read.value : null
}

type Told = {
  readonly hits: readonly CheckHit[]
  readonly insights: { readonly [name: string]: Json }
  readonly contributions: readonly string[]
  readonly outcomes: readonly string[]
  readonly descents: readonly Descent[]
}

const tellAll = async (
  deps: Deps,
  state: WorkspaceState,
  context: WorkspaceContext,
): Promise<readonly Told[] | null> => {
  const told: Told[] = []
  for (const { id, kind } of state.documents.values()) {
    if (!isArtefactKind(kind)) continue
    const one = await tellOne(deps, state.id, id, kind, context)
    if (!one) return null
    told.push(one)
  }
  return told
}

const tellOne = async (
  { rooms }: Deps,
  workspace: string,
  document: string,
  kind: ArtefactKind,
  shared: WorkspaceContext,
): Promise<Told | null> => {
  // Content and model are of one kind and belong together, which a union of models hides.
  const model: {
    readonly shape: Shape
    readonly checks?: { readonly hits: (content: never, context: CheckContext) => readonly CheckHit[] }
    readonly insights?: (content: never, context: CheckContext) => { readonly [name: string]: Json }
    readonly contributions?: (content: never) => readonly string[]
    readonly outcomes?: (content: never, documentId: string) => readonly string[]
  } = models[kind]
  const content = await contentOf(rooms, workspace, document, model.shape)
  if (!content) return null
  const context = { ...shared, documentId: document }
  return {
    hits: model.checks?.hits(content as never, context) ?? [],
    insights: model.insights?.(content as never, context) ?? {},
    contributions: model.contributions?.(content as never) ?? [],
    outcomes: model.outcomes?.(content as never, document) ?? [],
    descents: [...descentIn(content), ...descentOf({ ...content, id: document })],
  }
}

// Several maps, or several plans, each bring their part of the same name.
const joined = (before: Json | undefined, after: Json): Json => {
  if (Array.isArray(before) && Array.isArray(after))
    return [...(before as readonly Json[]), ...(after as readonly Json[])]
  if (!isObject(before) || !isObject(after)) return after
  return Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => [
      name,
      after[name] === undefined ? (before[name] ?? null) : joined(before[name], after[name] ?? null),
    ]),
  )
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
