import type { Choice } from '#domain/choosing/methods.ts'
import type { Ballot, OwnVote } from '../ballots.ts'

/** What the ways to vote get: the ballot, what I chose so far, and how to choose something else. */
export type VoteProps = {
  readonly ballot: Ballot
  readonly own: OwnVote
  readonly onVote: (choice: Choice, note?: string) => void
}
