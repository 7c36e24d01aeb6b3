import { isSafeLink, type Prose, type ProseNode } from '#crdt/prose.ts'

/** A piece of running text. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly href?: string }

/** One entry of a list, with the entries under it. */
export type OutlineItem = { readonly runs: readonly Run[]; readonly items?: readonly OutlineItem[] }

/** What an artefact says without its looks; every way of writing a report knows these and no more. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'quote'; readonly runs: readonly Run[]; readonly source?: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly OutlineItem[] }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | {
      readonly type: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly type: 'note'; readonly tone: 'plain' | 'caution'; readonly runs: readonly Run[] }
  /** A drawing as SVG text of our own making, with the words that say the same. */
  | { readonly type: 'figure'; readonly svg: string; readonly alternative: string; readonly caption: string }

export type Outline = readonly Block[]

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text })
export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

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
