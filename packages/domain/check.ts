import type { Words } from '#i18n/strings.ts'
import type { Directory } from './directory.ts'
import type { EvidenceRegister } from './evidence.ts'
import type { Entry } from './records.ts'

/** A question that content raises: which check, of what, and of which thing in it. Never a score, never a block. */
export type CheckHit = { readonly checkId: string; readonly targetId: string; readonly itemId?: string }

/** A vote as far as checks ask for it: the least favourable answer that anybody gave for each option, by what it is about. */
export type BallotFact = {
  readonly id: string
  readonly method: string
  readonly closed: boolean
  readonly worst: { readonly [refId: string]: number }
}

/** How far apart the own estimates of one attribute of one stakeholder are, without who gave which. */
export type EstimateFact = {
  readonly stakeholder: string
  readonly attribute: string
  readonly n: number
  readonly min: number
  readonly max: number
}

/** What a check may look at beside the content itself. */
export type CheckContext = {
  /** The document that is looked at; for a kind of one thing, such as a plan, also the id of that thing. */
  readonly documentId: string
  readonly directory: Directory
  readonly evidence: EvidenceRegister
  readonly decisions: readonly Entry<'decisions'>[]
  /** Words that the glossary explains. */
  readonly explained: readonly string[]
  readonly ballots: readonly BallotFact[]
  /** Only of enough people to be told; none where nobody estimated. */
  readonly estimates?: readonly EstimateFact[]
  /** Today as `2026-03-12`. */
  readonly today: string
}

/** The checks of one kind of artefact: the words of each, most important first, and what hits now. */
export type Checks<Content> = {
  readonly words: { readonly [checkId: string]: Words }
  /** Every hit once for each target, in the order of importance. */
  readonly hits: (content: Content, context: CheckContext) => readonly CheckHit[]
}

/** Whether somebody waved a hit away, with a reason. */
export const isDismissed = (hit: CheckHit, dismissals: readonly Entry<'checkDismissals'>[]): boolean =>
  dismissals.some(
    ({ value }) =>
      value.checkId === hit.checkId &&
      value.targetId === hit.targetId &&
      (value.itemId === null || value.itemId === (hit.itemId ?? null)),
  )
