import { isSafeLink, type Prose, type ProseNode } from '#crdt/prose.ts'
import type { EvidenceRegister } from './evidence.ts'
import type { Marker } from './perspective.ts'

/**
 * A piece of running text. `to` is the id of a thing that has a place of its own elsewhere in the report; such a run is a
 * mark behind the words, and whoever writes it puts a space before it.
 */
export type Run = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
  readonly to?: string
}

/** One entry of a list, with the entries under it; `from` is the thing of the workspace that says it. */
export type OutlineItem = {
  readonly runs: readonly Run[]
  readonly items?: readonly OutlineItem[]
  readonly from?: string
}

/** What stands in one cell of a table; words without looks are a string. */
export type Cell = string | readonly Run[]

/** What an artefact says without its looks; every way of writing a report knows these and no more. */
export type Block = (
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'quote'; readonly runs: readonly Run[]; readonly source?: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly OutlineItem[] }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | {
      readonly type: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly Cell[])[]
      /** The thing that each row tells of, where there is one. */
      readonly rowsFrom?: readonly (string | null)[]
    }
  | { readonly type: 'note'; readonly tone: 'plain' | 'caution'; readonly runs: readonly Run[] }
  /** Groups side by side, each as wide as the others whatever its size; a mark is one person. */
  | { readonly type: 'strips'; readonly caption: string; readonly strips: readonly Strip[] }
  /** A drawing as SVG text of our own making, with the words that say the same. */
  | { readonly type: 'figure'; readonly svg: string; readonly alternative: string; readonly caption: string }
) & {
  /** The thing of the workspace that says this: its id leads back to it, and gives the block its place in the report. */
  readonly from?: string
}

/** One group of several that are shown side by side; merged groups carry both markers. */
export type Strip = {
  readonly markers: readonly Marker[]
  readonly title: string
  /** One for each person: fully, partly, or not. */
  readonly marks: readonly ('full' | 'half' | 'open')[]
  readonly words: string
}

export type Outline = readonly Block[]

export const heading = (level: 1 | 2 | 3, text: string, from?: string): Block => ({
  type: 'heading',
  level,
  text,
  ...(from === undefined ? {} : { from }),
})
export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

/** A cell as runs, and as bare words. */
export const runsIn = (cell: Cell): readonly Run[] => (typeof cell === 'string' ? [{ text: cell }] : cell)
export const wordsIn = (cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.map(({ text, to }) => (to === undefined ? text : ` ${text}`)).join('')

/** The numbers under which evidence stands in the report, such as `[2]`, `[5]`; what may not be told has none. */
export const sourceRuns = (ids: readonly string[], { evidence }: EvidenceRegister): readonly Run[] =>
  evidence.flatMap(({ id }, at) => (ids.includes(id) ? [{ text: `[${at + 1}]`, to: id }] : []))

/** Words with the numbers of the evidence behind them. */
export const sourced = (text: string, ids: readonly string[], register: EvidenceRegister): Cell => {
  const sources = sourceRuns(ids, register)
  return sources.length === 0 ? text : [{ text }, ...sources]
}

/** Rich text as blocks of an outline. */
export const proseBlocksOf = (source: Prose): Block[] => source.content.flatMap(blockOf)

const blockOf = (node: ProseNode): Block[] => {
  const children = node.content ?? []
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    return [{ type: 'list', ordered: node.type === 'orderedList', items: children.map(itemOf) }]
  }
  if (node.type === 'blockquote') return [{ type: 'quote', runs: children.flatMap(runsOf) }]
  const runs = runsOf(node)
  return runs.length > 0 ? [{ type: 'paragraph', runs }] : []
}

const itemOf = (node: ProseNode): OutlineItem => {
  const children = node.content ?? []
  const nested = children.filter((child) => child.type === 'bulletList' || child.type === 'orderedList')
  const own = children.filter((child) => !nested.includes(child))
  const items = nested.flatMap((list) => (list.content ?? []).map(itemOf))
  return { runs: own.flatMap(runsOf), ...(items.length > 0 ? { items } : {}) }
}

const runsOf = (node: ProseNode): Run[] => {
  if (node.type === 'hardBreak') return [{ text: '\n' }]
  if (node.type !== 'text') return (node.content ?? []).flatMap(runsOf)
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs]))
  const href = marks.get('link')?.['href']
  return [
    {
      text: node.text ?? '',
      ...(marks.has('bold') ? { bold: true } : {}),
      ...(marks.has('italic') ? { italic: true } : {}),
      ...(isSafeLink(href) ? { href } : {}),
    },
  ]
}
