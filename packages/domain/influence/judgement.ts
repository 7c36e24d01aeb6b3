import { medianOf } from '../choosing/result.ts'
import { fewestSecret, peopleByGroup } from '../small-groups.ts'

/** One answer at the end of a session, 1 to 5, from a group and from nobody. */
export type ExitAnswer = { readonly question: string; readonly perspective: string; readonly value: number }

/** What people thought of it themselves; figures are `null` under five people, and groups are of five or more. */
export type Judgement = {
  readonly question: string
  readonly n: number
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  readonly groups: readonly { readonly perspectives: readonly string[]; readonly n: number; readonly median: number }[]
}

/** The own judgement of a session, question by question. */
export const judgementsOf = (
  questions: readonly string[],
  answers: readonly ExitAnswer[],
  drawn: readonly string[],
  atLeast = 0,
): readonly Judgement[] =>
  questions.map((question) => {
    const own = answers.filter((answer) => answer.question === question)
    return judgementOf(question, own, drawn, Math.max(fewestSecret, atLeast))
  })

const judgementOf = (
  question: string,
  answers: readonly ExitAnswer[],
  drawn: readonly string[],
  fewest: number,
): Judgement => {
  const values = answers.map(({ value }) => value).toSorted((a, b) => a - b)
  const n = values.length
  if (n < fewest) return { question, n, median: null, min: null, max: null, groups: [] }
  const groups = peopleByGroup(
    answers.map(({ perspective }) => perspective),
    drawn,
    fewest,
  )
  return {
    question,
    n,
    median: medianOf(values),
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
    // One group is everybody, which the figures say already.
    groups: groups.length < 2 ? [] : groups.map(({ perspectives, count }) => groupOf(perspectives, count, answers)),
  }
}

const groupOf = (perspectives: readonly string[], n: number, answers: readonly ExitAnswer[]) => ({
  perspectives,
  n,
  median:
    medianOf(
      answers
        .filter(({ perspective }) => perspectives.includes(perspective))
        .map(({ value }) => value)
        .toSorted((a, b) => a - b),
    ) ?? 0,
})
