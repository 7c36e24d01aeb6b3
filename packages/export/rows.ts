/** The rows of a workspace beside its documents, as they are stored; the text in them is JSON. */
export type RecordRow = {
  readonly collection: string
  readonly id: string
  readonly ord: string
  readonly body: string
}

/** One choice in one round: no person, no time. A round before the last is the ballot `<ballot>.<round>`. */
export type ChoiceRow = {
  readonly ballot: string
  readonly receipt_hash: string
  readonly perspective: string | null
  readonly choice: string
}
export type VotedRow = { readonly ballot: string; readonly participant: string }
export type EstimateRow = {
  readonly map: string
  readonly stakeholder: string
  readonly attribute: string
  readonly participant: string
  readonly value: number
}
export type ExitAnswerRow = {
  readonly session: string
  readonly question: string
  readonly receipt_hash: string
  readonly perspective: string | null
  readonly value: string
}
export type LeftoverRow = { readonly path: string; readonly json: string }
export type MakerRow = { readonly item: string; readonly participant: string | null }

/** Things that are rows and stand as a list of their own in a workspace file. */
export const recordLists = ['decisions', 'actions', 'openPoints', 'checkDismissals', 'glossary', 'comments'] as const

/** A question of one session; sessions from one template ask the same questions under the same ids. */
export const questionKey = (session: string, question: string): string => `${session}/${question}`

/** The name under which the choices of an earlier round are kept; ids have no dot, so it meets no other ballot. */
export const roundKey = (ballot: string, round: number): string => `${ballot}.${round}`
