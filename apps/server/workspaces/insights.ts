import { isArtefactKind, models, type ArtefactKind } from '#artefacts/models.ts'
import type { Json, JsonObject } from '#crdt/json.ts'
import { openDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import { isDismissed, type BallotFact, type CheckContext, type CheckHit } from '#domain/check.ts'
import { createDirectory } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { entriesOf } from './directory.ts'
import { estimateFacts, estimatesOf, summariesOf } from './estimates.ts'
import { entriesIn, recordsOf } from './records.ts'
import type { WorkspaceState } from './state.ts'

type Deps = { readonly tables: Tables; readonly rooms: Pick<Rooms, 'read'> }

/** Everything that can be derived from a workspace now, by the same functions that the screens use. */
export const insightsOf = async (
  deps: Deps,
  state: WorkspaceState,
  today: string,
): Promise<Result<JsonObject, 'unavailable'>> => {
  const context = await contextOf(deps, state, today)
  if (!context) return refuse('unavailable')
  const dismissals = await entriesIn(deps.tables, state.id, 'checkDismissals')
  const hits: CheckHit[] = []
  const derived: Record<string, Json> = {}
  for (const { id, kind } of state.documents.values()) {
    if (!isArtefactKind(kind)) continue
    const told = await tellOne(deps, state.id, id, kind, context)
    if (!told) return refuse('unavailable')
    hits.push(...told.hits)
    for (const [name, value] of Object.entries(told.insights)) derived[name] = joined(derived[name], value)
  }
  const checks = hits.map((hit) => ({ ...hit, dismissed: isDismissed(hit, dismissals) }))
  return ok({ checks, ...derived })
}

/** What checks may look at in any document of a workspace. */
type WorkspaceContext = Omit<CheckContext, 'documentId'>

const contextOf = async (
  { tables, rooms }: Deps,
  state: WorkspaceState,
  today: string,
): Promise<WorkspaceContext | null> => {
  const evidence = await contentOf(rooms, state.id, 'evidence', evidenceShape)
  if (!evidence) return null
  const [entries, decisions, glossary, ballots, estimates] = await Promise.all([
    entriesOf(tables, state.id),
    entriesIn(tables, state.id, 'decisions'),
    entriesIn(tables, state.id, 'glossary'),
    ballotFacts(tables, state.id),
    estimatesOf(tables, state.id),
  ])
  // Facts of estimates say nothing by group, so the groups need not be known here.
  const facts = estimateFacts(summariesOf(estimates, { perspectiveOf: () => 'other', drawn: [] }))
  const explained = glossary.map(({ value }) => value.word)
  return { directory: createDirectory(entries), evidence, decisions, explained, ballots, estimates: facts, today }
}

/** Votes as checks may know them: no person, no count, only the least favourable answer of a closed ballot. */
const ballotFacts = async (tables: Tables, workspace: string): Promise<readonly BallotFact[]> => {
  const choices = await tables.read(
    db.selectFrom('choice').select(['ballot', 'choice']).where('workspace', '=', workspace).compile(),
  )
  return (await recordsOf(tables, workspace, 'ballots')).map(({ id, value }) => {
    const own = choices.filter(({ ballot }) => ballot === id).map(({ choice }) => JSON.parse(choice) as Json)
    const options = Array.isArray(value['options']) ? value['options'] : []
    const worst = options.flatMap((option: Json) => {
      if (typeof option !== 'object' || option === null || !('id' in option)) return []
      const id = textOf(option.id)
      const refId = 'refId' in option ? textOf(option.refId) || id : id
      const scores = own.flatMap((choice) => scoreIn(choice, id))
      return scores.length === 0 ? [] : [[refId, Math.max(...scores)] as const]
    })
    const closed = typeof value['closedAt'] === 'string'
    return { id, method: textOf(value['method']), closed, worst: closed ? Object.fromEntries(worst) : {} }
  })
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const scoreIn = (choice: Json, option: string): number[] => {
  const score: unknown = typeof choice === 'object' && choice !== null ? Reflect.get(choice, option) : undefined
  return typeof score === 'number' ? [score] : []
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

type Told = { readonly hits: readonly CheckHit[]; readonly insights: { readonly [name: string]: Json } }

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
  } = models[kind]
  const content = await contentOf(rooms, workspace, document, model.shape)
  if (!content) return null
  const context = { ...shared, documentId: document }
  return {
    hits: model.checks?.hits(content as never, context) ?? [],
    insights: model.insights?.(content as never, context) ?? {},
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
