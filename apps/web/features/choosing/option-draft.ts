import type { NewBallot } from '#react/ballots.ts'

/** A choice with what is told under it; `id` when it comes from something in the workspace. */
export type OptionRow = {
  readonly key: string
  readonly id?: string
  readonly refId: string | null
  readonly text: string
  readonly description: string
}

/** What is chosen from while it is written: choices with an explanation, and after them one on each line. */
export type OptionDraft = { readonly rows: readonly OptionRow[]; readonly lines: string }

const linesIn = (lines: string): readonly string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The lines as rows that can be explained. */
export const explained = ({ rows, lines }: OptionDraft): OptionDraft => {
  const taken = new Set(rows.map(({ key }) => key))
  const fresh = linesIn(lines).map((text, at): OptionRow => {
    let key = `line-${at}`
    while (taken.has(key)) key = `${key}-`
    taken.add(key)
    return { key, refId: null, text, description: '' }
  })
  return { rows: [...rows, ...fresh], lines: '' }
}

/** The same with more rows, each thing of the workspace once. */
export const withRows = ({ rows, lines }: OptionDraft, more: readonly OptionRow[]): OptionDraft => ({
  rows: [...rows, ...more.filter(({ key }) => rows.every((row) => row.key !== key))],
  lines,
})

/** The choices as they are sent; a row without words is none. */
export const optionsIn = ({ rows, lines }: OptionDraft): NewBallot['options'] => [
  ...rows
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, refId, text, description }) => ({
      ...(id === undefined ? {} : { id }),
      refId,
      text: text.trim(),
      ...(description.trim() === '' ? {} : { description: description.trim() }),
    })),
  ...linesIn(lines).map((text) => ({ text })),
]
