import type { BallotPhase, BallotSettings } from '#domain/choosing/ballot.ts'
import type { Choice, ChoosingMethod } from '#domain/choosing/methods.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import type { Outcome } from './records.ts'

export type BallotOption = {
  readonly id: string
  readonly refId: string | null
  readonly text: string
  readonly description?: string | undefined
}
type Note = { readonly perspective: string; readonly text: string }

/** A ballot as the server tells it to me. */
export type Ballot = {
  readonly id: string
  readonly sessionId: string | null
  readonly activityId: string | null
  readonly question: string
  readonly method: ChoosingMethod
  readonly options: readonly BallotOption[]
  readonly settings: BallotSettings
  readonly phase: BallotPhase
  readonly openedAt: string | null
  readonly closesAt: string | null
  readonly closedAt: string | null
  readonly turnout: readonly {
    readonly perspective: string
    readonly eligible: number
    readonly voted: number
    readonly entered: number
  }[]
  /** `null` while it may not be told. */
  readonly tally: Tally | null
  readonly notes: readonly Note[]
  readonly needs: readonly Note[]
  readonly skip: { readonly why: string; readonly at: string } | null
  readonly history: readonly {
    readonly round: number
    readonly tally: Tally | null
    readonly notes: readonly Note[]
    readonly needs: readonly Note[]
  }[]
  readonly mine: { readonly voted: boolean; readonly choice: Choice | null }
}

/** My part in a ballot as this device knows it: of a secret vote nobody else knows it. */
export type OwnVote = {
  readonly choice: Choice
  readonly note: string
  /** `kept` when the server has it; `waiting` until it does; else why it did not take it. */
  readonly state: 'none' | 'waiting' | 'kept' | { readonly refused: string }
}

export type NewBallot = {
  readonly question: string
  readonly method: ChoosingMethod
  readonly options: readonly {
    readonly id?: string
    readonly refId?: string | null
    readonly text?: string
    readonly description?: string
  }[]
  readonly settings?: Partial<BallotSettings>
  readonly sessionId?: string | null
  readonly activityId?: string | null
  readonly closesAt?: string | null
}

/** Votes of people without a device; the same `receipt` changes them. */
export type EnteredVotes = {
  readonly receipt: string
  readonly perspective: string
  readonly choice: Choice
  readonly people: number
  readonly note: string
}

/** Every ballot of the workspace, my own votes, and what can be done with them. */
export type Ballots = {
  /** `null` until the server answered. */
  readonly list: readonly Ballot[] | null
  readonly mine: (ballot: Ballot) => OwnVote
  /** Kept on this device at once, and on the server as soon as it can be reached. */
  readonly vote: (ballot: Ballot, choice: Choice, note?: string) => void
  readonly open: (ballot: NewBallot) => Promise<Outcome>
  readonly move: (id: string, to: 'open' | 'closed' | 'next-round') => Promise<Outcome>
  readonly enter: (id: string, votes: EnteredVotes) => Promise<Outcome>
  readonly sayNeed: (id: string, text: string) => Promise<Outcome>
  readonly skipNeeds: (id: string, why: string) => Promise<Outcome>
}

/** Where ballots come from; loaded with the first screen that shows one. */
export type BallotSource = { readonly get: () => Ballots; readonly subscribe: (listener: () => void) => () => void }
