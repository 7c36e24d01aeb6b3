import { isLocale, type Locale } from '#i18n/strings.ts'

export type LetterRun = { readonly text: string; readonly bold: boolean; readonly italic: boolean }
type Runs = readonly LetterRun[]
/** What a letter is made of; of each kind only what this page shows. */
export type LetterBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly runs: Runs }
  | { readonly type: 'quote'; readonly runs: Runs; readonly source: string }
  | { readonly type: 'list'; readonly items: readonly Runs[] }

export type Letter = {
  readonly title: string
  readonly question: string
  readonly language: Locale
  readonly date: string
  readonly notice: string
  readonly blocks: readonly LetterBlock[]
}

/**
 * A letter as the server gave it, read by hand: whoever reads it is in no workspace, and need not load the schemas of one.
 * What a later server adds is passed over; `null` when it is no letter at all.
 */
export const readLetter = (answer: unknown): Letter | null => {
  const language = textIn(answer, 'language')
  const blocks = fieldIn(answer, 'blocks')
  if (!isLocale(language) || !Array.isArray(blocks)) return null
  return {
    title: textIn(answer, 'title'),
    question: textIn(answer, 'question'),
    language,
    date: textIn(answer, 'date'),
    notice: textIn(answer, 'notice'),
    blocks: blocks.flatMap(blockOf),
  }
}

const blockOf = (raw: unknown): LetterBlock[] => {
  const runs = runsIn(raw)
  switch (textIn(raw, 'type')) {
    case 'heading':
      return [{ type: 'heading', text: textIn(raw, 'text') }]
    case 'paragraph':
    case 'note':
      return [{ type: 'paragraph', runs }]
    case 'quote':
      return [{ type: 'quote', runs, source: textIn(raw, 'source') }]
    case 'list':
      return [{ type: 'list', items: listIn(raw, 'items').map(runsIn) }]
    default:
      return []
  }
}

const runsIn = (raw: unknown): Runs =>
  listIn(raw, 'runs').map((run) => ({
    text: textIn(run, 'text'),
    bold: fieldIn(run, 'bold') === true,
    italic: fieldIn(run, 'italic') === true,
  }))

const fieldIn = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined

/** A text of an answer; empty when there is none. */
export const textIn = (raw: unknown, name: string): string => {
  const found = fieldIn(raw, name)
  return typeof found === 'string' ? found : ''
}

const listIn = (raw: unknown, name: string): readonly unknown[] => {
  const found = fieldIn(raw, name)
  return Array.isArray(found) ? found : []
}
