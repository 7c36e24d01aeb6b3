import type { Tally } from '#domain/choosing/tally.ts'
import { resultOf } from '#domain/choosing/result.ts'
import type { BallotSettings } from '#domain/choosing/ballot.ts'

/** A vote in eight steps on a sentence, with its closed rounds, oldest first. */
export type SupportVote = {
  readonly settings: BallotSettings
  readonly options: readonly { readonly id: string; readonly refId: string | null }[]
  readonly rounds: readonly Tally[]
}

/** How close a group stands to the shared sentence, round by round: 10 at the first step, 0 at the eighth. */
export type Closeness = { readonly perspectives: readonly string[]; readonly rounds: readonly (number | null)[] }

const farthest = 7
const whole = 10

/** Closeness from the middle of the eight steps: 10 − (step − 1) × 10/7. */
export const closenessOf = (step: number): number => whole - ((step - 1) * whole) / farthest

/** One line for each group, one point for each round; a group that did not vote in a round has a gap there. */
export const closenessIn = (votes: readonly SupportVote[], sentenceId: string): readonly Closeness[] => {
  const rounds = votes.flatMap(({ settings, options, rounds: tallies }) => {
    const option = options.find(({ id, refId }) => (refId ?? id) === sentenceId)?.id
    return tallies.flatMap((tally) => {
      const { options: results } = resultOf({ method: 'gradients8', settings, options }, tally)
      const own = results.find((result) => result.option === option)
      return own ? [own.groups] : []
    })
  })
  const names = [...new Map(rounds.flat().map(({ perspectives }) => [perspectives.join('+'), perspectives])).values()]
  return names.map((perspectives) => ({
    perspectives,
    rounds: rounds.map((groups) => {
      const own = groups.find((group) => group.perspectives.join('+') === perspectives.join('+'))
      return own?.score === undefined || own.score === null ? null : closenessOf(own.score)
    }),
  }))
}
