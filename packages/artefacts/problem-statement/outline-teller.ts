import type { OutlineContext } from '#domain/artefact.ts'
import type { ProblemStatement } from './shape.ts'
import type { ProblemWords } from './strings.ts'

/** What each part of an outline needs: the statement, its words, and how things are called here. */
export type Teller = OutlineContext & {
  readonly statement: ProblemStatement
  readonly words: ProblemWords
  /** Names of people or stakeholders in one phrase; what is gone is said so. */
  readonly named: (ids: readonly (string | null)[]) => string
}
