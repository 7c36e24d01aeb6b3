import { isEmptyProse, plainText } from '#crdt/prose.ts'
import type { Cause, Formulation, Gap, Line, Problem, ProblemStatement, World } from './shape.ts'
import { treeOf, type Branch } from './tree.ts'

/** The problem of a statement: the first main one, else whatever stands on top; `undefined` while there is none. */
export const mainOf = ({ problems }: Pick<ProblemStatement, 'problems'>): Problem | undefined =>
  problems.find(({ kind }) => kind === 'main') ?? treeOf(problems)[0]?.row

/** All sub-questions as a tree, whatever stands under the main problem; one whose parent is gone moves up to it. */
export const subQuestionsOf = (statement: Pick<ProblemStatement, 'problems'>): readonly Branch<Problem>[] => {
  const main = mainOf(statement)
  return treeOf(statement.problems).flatMap((branch) =>
    branch.row === main ? branch.children : [withoutRow(branch, main)],
  )
}

// In a ring of parents the main problem may come up below its own sub-question.
const withoutRow = (branch: Branch<Problem>, gone: Problem | undefined): Branch<Problem> => ({
  row: branch.row,
  children: branch.children.flatMap((child) =>
    child.row === gone ? child.children.map((below) => withoutRow(below, gone)) : [withoutRow(child, gone)],
  ),
})

/** The rows of a list that belong to one problem. */
export const rowsOf = <Row extends { readonly problemId: string | null }>(
  rows: readonly Row[],
  problemId: string,
): readonly Row[] => rows.filter((row) => row.problemId === problemId)

/** What people notice, or what rules and systems do. */
export const linesOf = ({ lines }: Pick<ProblemStatement, 'lines'>, problemId: string, world: World): readonly Line[] =>
  rowsOf(lines, problemId).filter((line) => line.world === world)

/** A gap with the two lines between which it is; a line that is gone is `null`. */
export type GapPair = { readonly gap: Gap; readonly lived: Line | null; readonly system: Line | null }

export const gapPairsOf = (
  statement: Pick<ProblemStatement, 'gaps' | 'lines'>,
  problemId: string,
): readonly GapPair[] => {
  const lineIn = (world: World, id: string | null) =>
    linesOf(statement, problemId, world).find((line) => line.id === id) ?? null
  return rowsOf(statement.gaps, problemId).map((gap) => ({
    gap,
    lived: lineIn('lived', gap.livedLineId),
    system: lineIn('system', gap.systemLineId),
  }))
}

/** Why it is, or what follows, as a tree; a row whose parent is gone stands on top. */
export const whyTreeOf = (rows: readonly Cause[], problemId: string): readonly Branch<Cause>[] =>
  treeOf(rowsOf(rows, problemId))

/** What problems say about which sentence they go on with. */
type Choices = { readonly problems: readonly Pick<Problem, 'id' | 'chosenFormulationId'>[] }
type Sentences = Choices & Pick<ProblemStatement, 'formulations'>

/** A formulation is chosen when its problem says so: two people who choose at once leave one. */
export const stateOf = (
  { problems }: Choices,
  formulation: Pick<Formulation, 'id' | 'problemId' | 'status'>,
): Formulation['status'] => {
  const problem = problems.find(({ id }) => id === formulation.problemId)
  if (problem?.chosenFormulationId === formulation.id) return 'chosen'
  return formulation.status === 'chosen' ? 'open' : formulation.status
}

/** The formulations of a problem that people still weigh, that went into another, that was chosen, and that were not. */
export const formulationsByState = (
  statement: Sentences,
  problemId: string,
): { readonly [State in Formulation['status']]: readonly Formulation[] } => {
  const own = rowsOf(statement.formulations, problemId)
  const inState = (state: Formulation['status']) => own.filter((row) => stateOf(statement, row) === state)
  return { open: inState('open'), merged: inState('merged'), chosen: inState('chosen'), dropped: inState('dropped') }
}

/** The formulations on which this one was built and that are still there. */
export const sourcesOf = (
  { formulations }: Pick<ProblemStatement, 'formulations'>,
  { basedOnIds }: Pick<Formulation, 'basedOnIds'>,
): readonly Formulation[] => formulations.filter(({ id }) => basedOnIds.includes(id))

/** Whether nobody has written in it yet. */
export const isBlankFormulation = ({ text, who, need, insight }: Formulation): boolean =>
  isEmptyProse(text) && `${who}${need}${insight}`.trim() === ''

/**
 * The sentence in work: the chosen formulation, else the newest one that joins others, else the first one that all
 * groups write freely; `undefined` when nobody began one.
 */
export const sentenceOf = (statement: Sentences, problemId: string): Formulation | undefined => {
  const { chosen, open } = formulationsByState(statement, problemId)
  const joined = open.filter((formulation) => sourcesOf(statement, formulation).length >= 2)
  return chosen[0] ?? joined.at(-1) ?? open.find(isFreeForAll)
}

const isFreeForAll = ({ form, perspective, basedOnIds }: Formulation): boolean =>
  form === 'free' && perspective === 'mixed' && basedOnIds.length === 0

/** The groups that brought something into a problem, each once, in the order in which they first did. */
export const voicesIn = (statement: ProblemStatement, problem: Problem): readonly string[] => {
  const { lines, gaps, rules, causes, effects, assumptions, formulations } = statement
  const rows = [lines, gaps, rules, causes, effects, assumptions, formulations].flatMap((list) =>
    rowsOf<(typeof list)[number]>(list, problem.id),
  )
  return [...new Set([problem, ...rows].map(({ by }) => by))].filter((by) => by !== '')
}

/** The fields of a problem that make it whole; what is empty is said in words and never counted into a mark. */
export const mainFields = [
  'sentence',
  'livedWorld',
  'systemWorld',
  'gap',
  'evidence',
  'assumptions',
  'whatHappens',
  'affected',
  'desiredChange',
  'causes',
  'rules',
  'carriers',
  'scale',
] as const
export type MainField = (typeof mainFields)[number]

/** Which of its main fields have something in them. */
export const progressOf = (
  statement: ProblemStatement,
  problem: Problem,
): { readonly filled: readonly MainField[]; readonly empty: readonly MainField[] } => {
  const { id } = problem
  const sentence = sentenceOf(statement, id)
  const has: Readonly<Record<MainField, boolean>> = {
    sentence: sentence !== undefined && !isBlankFormulation(sentence),
    livedWorld: !isEmptyProse(problem.livedWorld) || linesOf(statement, id, 'lived').length > 0,
    systemWorld: !isEmptyProse(problem.systemWorld) || linesOf(statement, id, 'system').length > 0,
    gap: !isEmptyProse(problem.gap) || rowsOf(statement.gaps, id).length > 0,
    evidence: problem.evidenceIds.length > 0,
    assumptions: rowsOf(statement.assumptions, id).length > 0,
    whatHappens: !isEmptyProse(problem.whatHappens),
    affected: problem.affectedIds.length > 0,
    desiredChange: !isEmptyProse(problem.desiredChange),
    causes: rowsOf(statement.causes, id).length > 0,
    rules: rowsOf(statement.rules, id).length > 0,
    carriers: rowsOf(statement.carriers, id).some(({ stakeholderId }) => stakeholderId !== null),
    scale: problem.scaleText.trim() !== '' || problem.scaleCount !== null,
  }
  return { filled: mainFields.filter((field) => has[field]), empty: mainFields.filter((field) => !has[field]) }
}

/** The words of a formulation as one text. */
export const wordsOf = ({ text }: Pick<Formulation, 'text'>): string => plainText(text)
