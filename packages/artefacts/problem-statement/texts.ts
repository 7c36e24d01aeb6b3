import { isEmptyProse, plainText, type Prose } from '#crdt/prose.ts'
import { holdsSolution, laysBlame } from './lexicon.ts'
import { holdsPersonalData } from './personal-data.ts'
import { readingOf, type Reading } from './plain-language.ts'
import type { Formulation, Problem } from './shape.ts'

/** What stands out in one text, whoever wrote it. */
export type TextSigns = {
  readonly solution: boolean
  readonly blame: boolean
  readonly personal: boolean
  readonly reading: Reading
}

const signsOf = (text: string): TextSigns => ({
  solution: holdsSolution(text),
  blame: laysBlame(text),
  personal: holdsPersonalData(text),
  reading: readingOf(text),
})

// Content is frozen and an untouched text keeps its object: a text is read once, however often people type elsewhere.
const known = new WeakMap<object, TextSigns>()
const remembered = (key: object, text: () => string): TextSigns => {
  const found = known.get(key) ?? signsOf(text())
  known.set(key, found)
  return found
}

/** What stands out in rich text. */
export const signsInProse = (source: Prose): TextSigns => remembered(source, () => plainText(source))

/** What stands out in the words of a row with several plain texts. */
export const signsInRow = <Row extends object>(row: Row, textOf: (row: Row) => string): TextSigns =>
  remembered(row, () => textOf(row))

/** What stands out in a formulation: its sentence, and the three parts of a point of view. */
export const signsInFormulation = (row: Formulation): TextSigns =>
  signsInRow(row, ({ text, who, need, insight }) => [plainText(text), who, need, insight].filter(Boolean).join('\n'))

/** The rich texts of a problem, in the order of the page. */
export const proseFields = [
  'whatHappens',
  'livedWorld',
  'systemWorld',
  'gap',
  'whyNow',
  'contextFactors',
  'patterns',
  'structures',
  'beliefs',
  'outOfScope',
  'tried',
  'desiredChange',
  'reframe',
] as const satisfies readonly (keyof Problem)[]
export type ProseField = (typeof proseFields)[number]

/** Which rich texts of a problem show a sign. */
export const proseWith = (problem: Problem, shows: (signs: TextSigns) => boolean): readonly ProseField[] =>
  proseFields.filter((field) => !isEmptyProse(problem[field]) && shows(signsInProse(problem[field])))
