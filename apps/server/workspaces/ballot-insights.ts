import type { Json, JsonObject } from '#crdt/json.ts'
import type { BallotFact } from '#domain/check.ts'
import { phaseOf, type BallotBody } from '#domain/choosing/ballot.ts'
import { methodRules, type ChoosingMethod } from '#domain/choosing/methods.ts'
import { resultOf, type GroupResult, type OptionResult } from '#domain/choosing/result.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import { roundsOf, tallyNow, type Ballot, type CountingDeps } from './ballots.ts'

/** A ballot with what may be told of it now. */
export type CountedBallot = { readonly ballot: Ballot; readonly closed: boolean; readonly tally: Tally | null }

export const countedBallots = (deps: CountingDeps, ballots: readonly Ballot[]): Promise<readonly CountedBallot[]> =>
  Promise.all(
    ballots.map(async (ballot) => ({
      ballot,
      closed: phaseOf(ballot.body, deps.now) === 'closed',
      tally: await tallyNow(deps, ballot),
    })),
  )

/** Votes as checks may know them: no person, no count, only the least favourable answer of a closed ballot. */
export const ballotFactsOf = (counted: readonly CountedBallot[]): readonly BallotFact[] =>
  counted.map(({ ballot: { id, body }, closed, tally }) => ({
    id,
    method: body.method,
    closed,
    worst: closed && tally ? worstIn(body, tally) : {},
  }))

const worstIn = (body: BallotBody, tally: Tally): BallotFact['worst'] =>
  Object.fromEntries(
    resultOf(body, tally).options.flatMap(({ counts }, at) => {
      const { id, refId = null } = body.options[at] ?? { id: '' }
      const numbers = Object.keys(counts).map(Number)
      return numbers.length === 0 || numbers.some(Number.isNaN) ? [] : [[refId ?? id, Math.max(...numbers)] as const]
    }),
  )

/** The result of every ballot as data, by its id; of an open one only that it is open. */
export const ballotInsights = async (deps: CountingDeps, counted: readonly CountedBallot[]): Promise<JsonObject> =>
  Object.fromEntries(
    await Promise.all(
      counted.map(async ({ ballot, closed, tally }): Promise<readonly [string, Json]> => {
        const { body, id } = ballot
        const about = { method: body.method, closed, secret: body.settings.secret }
        if (!closed || !tally) return [id, about]
        const rounds = await roundsOf(deps, ballot)
        const earlier = rounds.map(({ round, tally: past }) => ({ round, ...(past ? told(body, past) : {}) }))
        return [id, { ...about, ...told(body, tally), ...(earlier.length === 0 ? {} : { rounds: earlier }) }]
      }),
    ),
  )

const told = (body: BallotBody, tally: Tally): JsonObject => {
  const { n, passes, opposed, options } = resultOf(body, tally)
  return {
    n,
    passes,
    opposed,
    groups: tally.map((group) => ({ perspectives: [...group.perspectives], n: group.n })),
    options: Object.fromEntries(options.map((option) => [option.option, optionTold(body.method, option)])),
  }
}

const optionTold = (method: ChoosingMethod, result: OptionResult): JsonObject => ({
  n: result.n,
  counts: { ...result.counts },
  ...scoreTold(method, result),
  ...(methodRules[method].kind === 'scale' ? { min: result.min, max: result.max } : {}),
  agree: result.agree,
  oppose: result.oppose,
  share: result.share,
  support: { geometricMean: result.support.mean, minimum: result.support.lowest },
  verdict: result.verdict,
  groups: result.groups.map((group) => ({
    perspectives: [...group.perspectives],
    n: group.n,
    ...scoreTold(method, group),
    agree: group.agree,
    share: group.share,
    support: group.support,
  })),
})

const scoreTold = (method: ChoosingMethod, { score }: Pick<GroupResult, 'score'>): JsonObject => {
  const { kind } = methodRules[method]
  if (kind === 'words') return {}
  return kind === 'points' ? { total: score } : { median: score }
}
