import { jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { judgementsOf, type ExitAnswer, type Judgement } from '#domain/influence/judgement.ts'
import { influenceOf, type Attendant, type Contribution, type Influence } from '#domain/influence/measures.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { recordsOf } from './records.ts'
import { drawnOf, type WorkspaceState } from './state.ts'

/** What in the documents counts as a contribution, and what of it lives on. */
export type Lineage = { readonly contributions: ReadonlySet<string>; readonly takenUp: ReadonlySet<string> }

type Made = Contribution & { readonly session: string | null; readonly activity: string | null }
type SessionFacts = {
  readonly id: string
  readonly presentIds: readonly string[]
  readonly questions: readonly string[]
}

/** How equal the process is, of a workspace, of each session, and of one step. */
export type Participation = {
  readonly whole: Influence
  readonly ofSession: (session: string) => Influence
  readonly ofActivity: (session: string | null, activity: string) => Influence
  readonly sessions: readonly SessionFacts[]
  readonly judgements: (session: string) => readonly Judgement[]
}

export const participationOf = async (
  tables: Tables,
  state: WorkspaceState,
  { contributions, takenUp }: Lineage,
): Promise<Participation> => {
  const drawn = drawnOf(state)
  const [made, sessions, answers] = await Promise.all([
    madeIn(tables, state.id),
    sessionsOf(tables, state.id),
    exitAnswersOf(tables, state.id),
  ])
  const counted = made.filter(({ item }) => contributions.has(item))
  const influence = (attendants: readonly Attendant[], own: readonly Made[]) =>
    influenceOf({ attendants, contributions: own, drawn, takenUp })
  const presentIn = (id: string | null) => sessions.find((session) => session.id === id)?.presentIds ?? []
  const anywhere = sessions.flatMap(({ presentIds }) => presentIds)
  return {
    sessions,
    whole: influence(attendantsOf(state, anywhere), counted),
    ofSession: (id) =>
      influence(
        attendantsOf(state, presentIn(id)),
        counted.filter(({ session }) => session === id),
      ),
    ofActivity: (session, id) =>
      influence(
        attendantsOf(state, presentIn(session)),
        counted.filter(({ activity }) => activity === id),
      ),
    judgements: (id) =>
      judgementsOf(
        sessions.find((session) => session.id === id)?.questions ?? [],
        answers.filter(({ session }) => session === id),
        drawn,
      ),
  }
}

/** Contributors who were there; everybody who contributes where nobody noted who was. Who leads or writes down is not. */
export const attendantsOf = (state: WorkspaceState, presentIds: readonly string[]): readonly Attendant[] => {
  const present = new Set(presentIds)
  return [...state.members.values()]
    .filter(({ role, canRecord }) => role === 'contributor' && !canRecord)
    .filter(({ id, removed }) => (present.size === 0 ? !removed : present.has(id)))
    .map(({ id, perspective }) => ({ id, perspective }))
}

const madeIn = async ({ read }: Tables, workspace: string): Promise<readonly Made[]> => {
  const rows = await read(
    db
      .selectFrom('item_maker')
      .select(['item', 'participant', 'perspective', 'session', 'activity'])
      .where('workspace', '=', workspace)
      .compile(),
  )
  return rows.map(({ participant, ...row }) => ({ ...row, maker: participant }))
}

const sessionsOf = async (tables: Tables, workspace: string): Promise<readonly SessionFacts[]> =>
  (await recordsOf(tables, workspace, 'sessions')).map(({ id, value }) => ({
    id,
    presentIds: idsIn(value['presentIds']),
    questions: jsonObjects(value['exitQuestions']).flatMap((question) => idsIn([question['id'] ?? null])),
  }))

const idsIn = (raw: Json | undefined): string[] =>
  Array.isArray(raw) ? raw.filter((id) => typeof id === 'string') : []

/** Every answer at the end of a session, from a group and from nobody. */
export const exitAnswersOf = async (
  { read }: Tables,
  workspace: string,
): Promise<readonly (ExitAnswer & { readonly session: string })[]> => {
  const columns = ['session', 'question', 'perspective', 'value'] as const
  const rows = await read(db.selectFrom('exit_answer').select(columns).where('workspace', '=', workspace).compile())
  return rows.map(({ perspective, value, ...row }) => ({
    ...row,
    perspective: perspective ?? '',
    value: Number(JSON.parse(value)),
  }))
}

/** The measures as data; groups that are too small stand together under their joined names. */
export const participationInsights = ({ whole, ofSession, sessions, judgements }: Participation): JsonObject => ({
  ...influenceTold(whole),
  sessions: Object.fromEntries(
    sessions.map(({ id }) => [id, { ...influenceTold(ofSession(id)), ownJudgement: judgementTold(judgements(id)) }]),
  ),
})

const influenceTold = ({ present, contributions, evenness, groups }: Influence): JsonObject => {
  const by = (figure: (group: Influence['groups'][number]) => Json) =>
    Object.fromEntries(groups.map((group) => [group.perspectives.join('+'), figure(group)]))
  return {
    present,
    contributions,
    heard: by(({ heard }) => heard),
    parity: by(({ parity }) => parity),
    evenness,
    uptake: by(({ uptake }) => uptake),
    groups: groups.map((group) => ({ ...group, perspectives: [...group.perspectives] })),
  }
}

const judgementTold = (judgements: readonly Judgement[]): JsonObject =>
  Object.fromEntries(
    judgements.map(({ question, groups, ...figures }) => [
      question,
      { ...figures, groups: groups.map((group) => ({ ...group, perspectives: [...group.perspectives] })) },
    ]),
  )
