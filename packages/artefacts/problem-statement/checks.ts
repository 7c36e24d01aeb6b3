import { isEmptyProse } from '#crdt/prose.ts'
import type { CheckContext, CheckHit, Checks } from '#domain/check.ts'
import type { Evidence } from '#domain/evidence.ts'
import { checkWords } from './check-words.ts'
import { isHardToRead } from './plain-language.ts'
import { isBlankFormulation, mainOf, rowsOf, stateOf, subQuestionsOf, whyTreeOf } from './queries.ts'
import type { Formulation, Problem, ProblemStatement } from './shape.ts'
import { proseWith, signsInFormulation, signsInProse, signsInRow, type TextSigns } from './texts.ts'
import { numbered, treeOf, type Branch } from './tree.ts'

export type CheckId = keyof typeof checkWords

/** What checks ask of one problem again and again, gathered once. */
type Asked = {
  readonly statement: ProblemStatement
  readonly problem: Problem
  readonly isMain: boolean
  readonly formulations: readonly Formulation[]
  readonly evidence: readonly Evidence[]
  readonly context: CheckContext
  readonly explained: ReadonlySet<string>
}

/** A thing that a check hits: the problem itself, a formulation of it, or something else in it. */
type Found = Pick<CheckHit, 'targetId' | 'itemId'>
type Rule = (asked: Asked) => readonly Found[]

const ofProblem =
  (holds: (asked: Asked) => boolean): Rule =>
  (asked) =>
    holds(asked) ? [{ targetId: asked.problem.id }] : []
const ofFormulations =
  (holds: (row: Formulation, asked: Asked) => boolean): Rule =>
  (asked) =>
    asked.formulations.filter((row) => holds(row, asked)).map(({ id }) => ({ targetId: id }))
const both =
  (...rules: readonly Rule[]): Rule =>
  (asked) =>
    rules.flatMap((rule) => rule(asked))

const shown = (shows: (signs: TextSigns) => boolean): Rule =>
  both(
    ofFormulations((row) => shows(signsInFormulation(row))),
    (asked) => {
      const { problem } = asked
      if (proseWith(problem, shows).length > 0) return [{ targetId: problem.id }]
      return rowsWith(asked, shows).map((itemId) => ({ targetId: problem.id, itemId }))
    },
  )

/** The least favourable answer from which on somebody objects, on the scale of eight. */
const objection = 6
const deepestSubQuestion = 2
const mostChildren = 7
const ownVoice: ReadonlySet<Evidence['kind']> = new Set(['quote', 'observation', 'experience'])

const rules: { readonly [Id in CheckId]: Rule } = {
  P17: both(
    shown(({ personal }) => personal),
    ({ problem, evidence }) =>
      evidence
        .filter((row) => signsInProse(row.text).personal || signsInRow(row, ({ sourceLabel }) => sourceLabel).personal)
        .map(({ id }) => ({ targetId: problem.id, itemId: id })),
  ),
  P08: shown(({ blame }) => blame),
  P15: ofFormulations(
    (row, { statement, context }) =>
      stateOf(statement, row) === 'chosen' &&
      row.minorityNote.trim() === '' &&
      context.ballots.some(
        ({ method, closed, worst }) => closed && method === 'gradients8' && (worst[row.id] ?? 0) >= objection,
      ),
  ),
  P02: ofProblem(
    ({ problem, context }) =>
      !problem.affectedIds.some((id) => context.directory.get(id)?.attributes['livedExperience'] === true),
  ),
  P03: ofProblem(
    ({ evidence }) =>
      !evidence.some(({ world, kind }) => (world === 'lived' || world === 'both') && ownVoice.has(kind)),
  ),
  P01: ofFormulations((row) => signsInFormulation(row).solution),
  P14: ofProblem(
    ({ formulations }) => formulations.length < 2 || new Set(formulations.map((row) => row.perspective)).size < 2,
  ),
  P07: ofProblem(carriedByOneSide),
  P05: ofProblem(({ statement, problem }) => rowsOf(statement.rules, problem.id).length === 0),
  P06: ({ statement, problem }) =>
    rowsOf(statement.rules, problem.id)
      .filter(({ ownerId }) => ownerId === null)
      .map(({ id }) => ({ targetId: problem.id, itemId: id })),
  P04: ofProblem(({ evidence }) => evidence.length >= 2 && new Set(evidence.map((row) => row.sourceKind)).size === 1),
  P12: ofProblem(({ statement, problem }) => depthOf(whyTreeOf(statement.causes, problem.id)) < 2),
  P11: ofProblem(({ problem }) => !isEmptyProse(problem.structures) && isEmptyProse(problem.beliefs)),
  P10: ofProblem(({ problem, isMain }) => isMain && problem.scaleText.trim() === '' && problem.scaleCount === null),
  P09: ofProblem(({ problem }) => problem.place.trim() === '' || problem.since.trim() === ''),
  P16: ofProblem(({ statement, problem, isMain }) => {
    const parts = isMain ? subQuestionsOf(statement) : childrenOf(statement, problem.id)
    return parts.length > mostChildren || (isMain && depthOf(parts) > deepestSubQuestion)
  }),
  P13: both(
    ofFormulations((row, { explained }) => isHardToRead(signsInFormulation(row).reading, explained)),
    ofProblem(
      ({ problem, explained }) => proseWith(problem, ({ reading }) => isHardToRead(reading, explained)).length > 0,
    ),
  ),
}

/** The questions that a problem and its parts raise, most important first. */
export const checks: Checks<ProblemStatement> = {
  words: checkWords,
  hits: (statement, context) => {
    const asked = statement.problems.map((problem) => askedOf(statement, problem, context))
    return Object.entries(rules).flatMap(([checkId, rule]) =>
      asked.flatMap((each) => rule(each).map((found): CheckHit => ({ checkId, ...found }))),
    )
  },
}

const askedOf = (statement: ProblemStatement, problem: Problem, context: CheckContext): Asked => {
  const linked = linkedEvidenceOf(statement, problem)
  return {
    statement,
    problem,
    isMain: problem === mainOf(statement),
    formulations: rowsOf(statement.formulations, problem.id).filter((row) => !isBlankFormulation(row)),
    evidence: context.evidence.evidence.filter(({ id }) => linked.has(id)),
    context,
    explained: new Set(context.explained.map((word) => word.toLowerCase())),
  }
}

/** The evidence of a problem: its own and that of everything in its lists. */
export const linkedEvidenceOf = (statement: ProblemStatement, problem: Problem): ReadonlySet<string> => {
  const { lines, rules: named, causes, effects } = statement
  const rows = [lines, named, causes, effects].flatMap((list) => rowsOf<(typeof list)[number]>(list, problem.id))
  return new Set([problem, ...rows].flatMap(({ evidenceIds }) => evidenceIds).concat(problem.scaleEvidenceIds))
}

// Formulations and evidence are asked about by themselves.
const rowsWith = ({ statement, problem }: Asked, shows: (signs: TextSigns) => boolean): readonly string[] => {
  const { lines, gaps, causes, effects, assumptions, carriers } = statement
  const own = <Row extends { readonly id: string; readonly problemId: string | null }>(
    rows: readonly Row[],
    textOf: (row: Row) => string,
  ) =>
    rowsOf(rows, problem.id)
      .filter((row) => shows(signsInRow(row, textOf)))
      .map(({ id }) => id)
  return [
    ...own(lines, ({ text }) => text),
    ...own(gaps, ({ text }) => text),
    ...own([...causes, ...effects], ({ text }) => text),
    ...own(statement.rules, ({ name, effect }) => `${name}\n${effect}`),
    ...own(assumptions, ({ text, howWeFindOut }) => `${text}\n${howWeFindOut}`),
    ...own(carriers, ({ brings, needs, cannot }) => `${brings}\n${needs}\n${cannot}`),
  ]
}

function carriedByOneSide({ statement, problem, context }: Asked): boolean {
  // Whoever is gone from the map carries nothing.
  const seated = new Set(
    rowsOf(statement.carriers, problem.id).flatMap(({ stakeholderId: id }) => (id === null ? [] : [id])),
  )
  const worlds = [...seated].flatMap((id) => {
    const entry = context.directory.get(id)
    return entry?.kind === 'stakeholder' ? [entry.attributes['world']] : []
  })
  if (worlds.length < 2) return true
  const bands = worlds.map(bandOf)
  return bands[0] !== null && new Set(bands).size === 1
}

/** Daily life, bridge or system; `null` while nobody placed it. */
const bandOf = (world: unknown): 'lived' | 'bridge' | 'system' | null => {
  if (typeof world !== 'number') return null
  if (world <= 2) return 'lived'
  return world === 3 ? 'bridge' : 'system'
}

const childrenOf = ({ problems }: ProblemStatement, id: string): readonly Branch<Problem>[] =>
  treeOf(problems.filter(({ parentId }) => parentId === id))

const depthOf = (branches: readonly Branch<unknown>[]): number =>
  Math.max(0, ...numbered(branches).map(({ depth }) => depth + 1))
