import { isJsonObject, jsonObjects, type Json } from '#crdt/json.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import { mayBeReported } from '#domain/evidence.ts'
import { judgementsOf } from '#domain/influence/judgement.ts'
import { logoCollection } from '#domain/logo.ts'
import type { Perspective } from '#domain/perspective.ts'
import { fewestOpen, fewestSecret, peopleByGroup, type PeopleGroup } from '#domain/small-groups.ts'
import type { Workspace } from '#domain/workspace.ts'
import { compareText } from '#kernel/order.ts'
import { ballotOf, toldBy } from './ballots.ts'
import { logoFrom } from './logo.ts'
import type { Models } from './any-model.ts'
import { groupedBy } from './grouped.ts'
import { influenceIn } from './influence.ts'
import { questionKey, type RecordRow } from './rows.ts'
import type { Logo } from './report/form.ts'
import type { Audience, ExportedRecord, Spread, WorkspaceSnapshot, WorkspaceSource } from './snapshot.ts'
import { spreadFromJson, spreadOf } from './tally.ts'

/**
 * The one projection that every export goes through. Votes, estimates and answers leave it as summaries; a name only
 * with `names`; shared also without evidence that may not be told, notes of the facilitator, who was present, who made
 * what, and summaries that may still be open.
 */
export const snapshotOf = (
  source: WorkspaceSource,
  wish: { audience: Audience; names: boolean; session?: string; models?: Models },
): WorkspaceSnapshot => {
  const { audience, names, session, models = {} } = wish
  const backup = audience === 'backup'
  const evidence = backup ? source.evidence : { evidence: source.evidence.evidence.filter(mayBeReported) }
  const told = new Set<string>(evidence.evidence.map(({ id }) => id))
  const all = source.rows.record.toSorted((a, b) => compareText(a.ord, b.ord)).map(recordOf)
  const records = all.filter((record) => session === undefined || isOfSession(record, session))
  return {
    id: source.id,
    audience,
    language: source.language,
    workspace: session === undefined ? source.workspace : onlySession(source.workspace, session),
    only: session ?? null,
    evidence,
    withheld: source.evidence.evidence.length - evidence.evidence.length,
    perspectives: source.perspectives.toSorted((a, b) => a.order - b.order),
    people: source.people.map(({ name, consent, ...person }) => ({
      ...person,
      name: names ? name : null,
      consent: backup ? parsed(consent) : null,
    })),
    joined: groupsOf(source, () => true),
    present: new Map(records.flatMap((record) => presenceOf(source, record))),
    artefacts: source.artefacts,
    sessions: source.sessions ?? [],
    directory: source.directory.filter((entry) => isTold(entry, told)),
    records: records.flatMap((record) => (backup ? plainRecord(record) : sharedRecord(record))),
    logo: logoIn(all),
    ballots: records.flatMap((record) =>
      record.collection === 'ballots'
        ? [toldBy(ballotOf(record, source.rows.choice, drawnOrder(source.perspectives)), backup)]
        : [],
    ),
    influence: backup ? null : influenceIn(source, records, models),
    estimates: backup ? estimatesOf(source, records) : new Map(),
    exitAnswers: exitAnswersOf(source, records, backup),
    exitGroups: exitGroupsOf(source, records, backup),
    makers: new Map(
      source.rows.item_maker.flatMap(({ item, participant }) =>
        backup && participant !== null ? [[item, participant]] : [],
      ),
    ),
    leftovers: backup ? source.rows.leftover.map(({ path, json }) => ({ path, value: parsed(json) })) : [],
  }
}

const logoIn = (records: readonly ExportedRecord[]): Logo | null => {
  const stored = records.find(({ collection }) => collection === logoCollection)
  const read = stored && logoFrom(stored.body)
  return read?.ok ? read.value.logo : null
}

const recordOf = ({ collection, id, body }: RecordRow): ExportedRecord => {
  const object = parsed(body)
  return { collection, id, body: isJsonObject(object) ? object : {} }
}

// All JSON of rows was written by us.
const parsed = (json: string | null): Json => (json === null ? null : (JSON.parse(json) as Json))

const groupsOf = (
  { people, perspectives }: WorkspaceSource,
  counts: (id: string) => boolean,
): readonly PeopleGroup[] => {
  const contributors = people.filter(({ id, role, canRecord }) => role === 'contributor' && !canRecord && counts(id))
  return peopleByGroup(
    contributors.map(({ perspective }) => perspective),
    drawnOrder(perspectives),
    fewestOpen,
  )
}

const drawnOrder = (perspectives: readonly Perspective[]): readonly string[] =>
  perspectives.toSorted((a, b) => a.order - b.order).map(({ id }) => id)

const presenceOf = (
  source: WorkspaceSource,
  { collection, id, body }: ExportedRecord,
): [string, readonly PeopleGroup[]][] => {
  const { presentIds } = body
  if (collection !== 'sessions' || !Array.isArray(presentIds)) return []
  const present = new Set<unknown>(presentIds)
  return [[id, groupsOf(source, (person) => present.has(person))]]
}

// What says of which session it is and is of another one stays out; what says nothing is of the whole workspace.
const isOfSession = ({ collection, id, body }: ExportedRecord, session: string): boolean => {
  if (collection === 'sessions') return id === session
  const { sessionId, session: asked } = body
  const own = collection === 'exitAnswers' ? asked : sessionId
  return typeof own !== 'string' || own === session
}

const onlySession = (workspace: Workspace, session: string): Workspace => {
  const stages = workspace.stages.filter(({ sessionId }) => sessionId === session)
  const kept = new Set<string | null>(stages.map(({ id }) => id))
  return {
    ...workspace,
    sessions: workspace.sessions.filter(({ id }) => id === session),
    stages,
    activities: workspace.activities.filter(({ stageId }) => kept.has(stageId)),
  }
}

// The label of a piece of evidence is its text.
const isTold = ({ kind, id }: DirectoryEntry, told: ReadonlySet<string>): boolean => kind !== 'evidence' || told.has(id)

// What the file tells in another way.
const counted = new Set(['ballots', 'estimates', 'exitAnswers', logoCollection])

const plainRecord = (record: ExportedRecord): ExportedRecord[] => (counted.has(record.collection) ? [] : [record])

const internal = new Set(['checkDismissals', 'comments'])

const sharedRecord = ({ collection, id, body }: ExportedRecord): ExportedRecord[] => {
  if (counted.has(collection) || internal.has(collection)) return []
  if (collection === 'activities') return []
  if (collection !== 'sessions') return [{ collection, id, body }]
  const { presentIds: _, groups, ...rest } = body
  const tables = jsonObjects(groups).map(({ memberIds: __, ...group }) => group)
  return [{ collection, id, body: { ...rest, ...(groups === undefined ? {} : { groups: tables }) } }]
}

const estimatesOf = ({ rows }: WorkspaceSource, records: readonly ExportedRecord[]): WorkspaceSnapshot['estimates'] => {
  const summaries = new Map<string, Record<string, Spread>>()
  for (const { collection, id, body } of records) {
    if (collection !== 'estimates') continue
    const spreads = Object.entries(body).map(([name, raw]) => [name, spreadFromJson(raw)] as const)
    summaries.set(id, Object.fromEntries(spreads.flatMap(([name, spread]) => (spread ? [[name, spread]] : []))))
  }
  const given = groupedBy(rows.estimate, ({ stakeholder, attribute }) => `${stakeholder}/${attribute}`)
  for (const values of given.values()) {
    const [first] = values
    if (!first) continue
    const spread = spreadOf(
      values.map(({ value }) => value),
      fewestOpen,
    )
    summaries.set(first.stakeholder, { ...summaries.get(first.stakeholder), [first.attribute]: spread })
  }
  return summaries
}

const exitGroupsOf = (
  { rows, perspectives }: WorkspaceSource,
  records: readonly ExportedRecord[],
  backup: boolean,
): WorkspaceSnapshot['exitGroups'] => {
  const told = toldSessions(records, backup)
  const drawn = perspectives.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
  const given = rows.exit_answer.filter(({ session }) => told.has(session))
  return new Map(
    [...groupedBy(given, (row) => questionKey(row.session, row.question))].map(([key, answers]) => {
      const own = answers.flatMap(({ value, perspective }) => {
        const number = parsed(value)
        return typeof number === 'number' ? [{ question: key, perspective: perspective ?? '', value: number }] : []
      })
      return [key, judgementsOf([key], own, drawn)[0]?.groups ?? []] as const
    }),
  )
}

// A session that still runs may still get answers; only a backup tells how they stand.
const toldSessions = (records: readonly ExportedRecord[], backup: boolean): ReadonlySet<string> =>
  new Set(
    records.flatMap(({ collection, id, body }) =>
      collection === 'sessions' && (backup || body['status'] === 'closed') ? [id] : [],
    ),
  )

const exitAnswersOf = (
  { rows }: WorkspaceSource,
  records: readonly ExportedRecord[],
  backup: boolean,
): WorkspaceSnapshot['exitAnswers'] => {
  const summaries = new Map<string, Spread>()
  const told = toldSessions(records, backup)
  for (const { collection, body } of records) {
    const { session, question } = body
    const spread = collection === 'exitAnswers' ? spreadFromJson(body) : null
    if (spread && typeof session === 'string' && told.has(session) && typeof question === 'string') {
      summaries.set(questionKey(session, question), spread)
    }
  }
  const given = rows.exit_answer.filter(({ session }) => told.has(session))
  for (const [key, answers] of groupedBy(given, (row) => questionKey(row.session, row.question))) {
    const values = answers.map(({ value }) => parsed(value)).filter((value) => typeof value === 'number')
    summaries.set(key, spreadOf(values, fewestSecret))
  }
  return summaries
}
