import { phaseOf } from '#domain/choosing/ballot.ts'
import type { Choice } from '#domain/choosing/methods.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import { db } from '../storage/tables.ts'
import { roundsOf, tallyNow, type Ballot, type CountingDeps } from './ballots.ts'
import { attendantsOf } from './participation.ts'
import { recordsOf } from './records.ts'
import type { Member, WorkspaceState } from './state.ts'

type View = AnswerOf<'ballots'>['ballots'][number]

/** Every ballot as one person may know it: how many voted, and what came of it once that may be told. */
export const ballotViews = async (
  deps: CountingDeps,
  state: WorkspaceState,
  me: Member,
  ballots: readonly Ballot[],
): Promise<readonly View[]> => {
  const [turnout, mine] = await Promise.all([turnoutsOf(deps, state, ballots), ownIn(deps, me.id)])
  // What is still being prepared is of those who lead.
  const shown = ballots.filter(({ body }) => me.role === 'facilitator' || phaseOf(body, deps.now) !== 'prepared')
  return Promise.all(shown.map((ballot) => viewOf(deps, ballot, turnout(ballot), mine)))
}

type Own = { readonly voted: ReadonlySet<string>; readonly choices: ReadonlyMap<string, Choice> }

const viewOf = async (deps: CountingDeps, ballot: Ballot, turnout: View['turnout'], mine: Own): Promise<View> => {
  const { id, version, body } = ballot
  const { history: _, ...asked } = body
  const choice = mine.choices.get(id)
  const [tally, rounds] = await Promise.all([tallyNow(deps, ballot), roundsOf(deps, ballot)])
  return {
    ...asked,
    id,
    version,
    phase: phaseOf(body, deps.now),
    turnout,
    tally: tallyTold(tally),
    history: rounds.map((round) => ({ ...round, tally: tallyTold(round.tally) })),
    mine: { voted: mine.voted.has(id), choice: choice ? { ...choice } : null },
  }
}

const tallyTold = (tally: Tally | null): View['tally'] =>
  tally &&
  tally.map(({ perspectives, n, options }) => ({
    perspectives: [...perspectives],
    n,
    options: Object.fromEntries(Object.entries(options).map(([option, values]) => [option, { ...values }])),
  }))

/** Who voted, in numbers of each group; who was entered by a scribe is in the count and has no device. */
const turnoutsOf = async (
  { tables, workspace }: CountingDeps,
  state: WorkspaceState,
  ballots: readonly Ballot[],
): Promise<(ballot: Ballot) => View['turnout']> => {
  const [voted, counts, sessions] = await Promise.all([
    tables.read(db.selectFrom('voted').select(['ballot', 'participant']).where('workspace', '=', workspace).compile()),
    tables.read(
      db
        .selectFrom('choice')
        .select(['ballot', 'perspective', db.fn.countAll<number>().as('count')])
        .where('workspace', '=', workspace)
        .where('ballot', 'in', ['', ...ballots.map(({ id }) => id)])
        .groupBy(['ballot', 'perspective'])
        .compile(),
    ),
    recordsOf(tables, workspace, 'sessions'),
  ])
  const presentIn = (session: string | null): readonly string[] => {
    const ids = sessions.find(({ id }) => id === session)?.value['presentIds']
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  }
  return ({ id, body }) => {
    const attendants = attendantsOf(state, presentIn(body.sessionId))
    const voters = voted.flatMap(({ ballot, participant }) => (ballot === id ? participant : []))
    return state.perspectives.map(({ id: perspective }) => {
      const own = voters.filter((voter) => state.members.get(voter)?.perspective === perspective).length
      const all = counts.find((row) => row.ballot === id && row.perspective === perspective)?.count ?? 0
      const eligible = attendants.filter((each) => each.perspective === perspective).length
      return { perspective, eligible, voted: own, entered: Math.max(0, all - own) }
    })
  }
}

const ownIn = async ({ tables, workspace }: CountingDeps, me: string): Promise<Own> => {
  const query = db.selectFrom('voted').select('ballot').where('workspace', '=', workspace)
  const [voted, open] = await Promise.all([
    tables.read(query.where('participant', '=', me).compile()),
    // In an open ballot a choice stands under its voter; those of secret ones nobody can find this way.
    tables.read(
      db
        .selectFrom('choice')
        .select(['ballot', 'choice'])
        .where('workspace', '=', workspace)
        .where('receipt_hash', '=', me)
        .compile(),
    ),
  ])
  const choices = open.map(({ ballot, choice }) => [ballot, JSON.parse(choice) as Choice] as const) // written by `castVote`
  return { voted: new Set(voted.map(({ ballot }) => ballot)), choices: new Map(choices) }
}
