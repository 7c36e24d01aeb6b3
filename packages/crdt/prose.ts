import * as Y from 'yjs'

/** Rich text as plain data, in the JSON form that ProseMirror uses; paragraphs, lists, quotes; bold, italic, links. */
export type Prose = { readonly type: 'doc'; readonly content: readonly ProseNode[] }
export type ProseNode = {
  readonly type: string
  readonly attrs?: ProseAttributes
  readonly content?: readonly ProseNode[]
  readonly text?: string
  readonly marks?: readonly ProseMark[]
}
export type ProseMark = { readonly type: string; readonly attrs?: ProseAttributes }
export type ProseAttributes = { readonly [name: string]: string | number | boolean | null }

export const emptyProse: Prose = Object.freeze({ type: 'doc', content: Object.freeze([]) })

const deepest = 32
const refusedNames = new Set(['__proto__', 'constructor', 'prototype'])
/** What the editor can show; anything else is read as its text, and never deleted. */
export const proseBlocks = ['paragraph', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak'] as const
export const proseMarks = ['bold', 'italic', 'link'] as const

/** Reads a fragment; unknown blocks become paragraphs, unknown marks and unsafe attributes fall away. */
export const readProse = (fragment: Y.XmlFragment): Prose => {
  const content = readNodes(fragment, 0)
  return content.length === 0 ? emptyProse : Object.freeze({ type: 'doc', content: Object.freeze(content) })
}

/** Writes prose at the end of a fragment; a string becomes one paragraph for each of its lines. */
export const appendProse = (fragment: Y.XmlFragment, source: Prose | string): void =>
  fragment.insert(fragment.length, proseTypes(source))

/** Prose as shared types, for a fragment that is not in a document yet. */
export const proseTypes = (source: Prose | string): (Y.XmlElement | Y.XmlText)[] =>
  (typeof source === 'string' ? proseOf(source) : source).content.flatMap(nodeToTypes)

/** Plain paragraphs as prose. */
export const proseOf = (plain: string): Prose => {
  if (plain.trim() === '') return emptyProse
  const paragraphs = plain
    .split(/\r?\n/)
    .map((words): ProseNode =>
      words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: words }] },
    )
  return { type: 'doc', content: paragraphs }
}

/** The words without their looks, one line for each block. */
export const plainText = (source: Prose): string => source.content.flatMap(linesOf).join('\n')

/** Whether nobody has written anything yet; empty paragraphs are nothing. */
export const isEmptyProse = (source: Prose): boolean => plainText(source).trim() === ''

/** A string when plain paragraphs say everything, else the JSON: how a workspace file holds prose. */
export const proseToJson = (source: Prose): string | Prose =>
  source.content.every(isPlainParagraph) ? plainText(source) : source

/** Prose from a workspace file; `undefined` when it is neither a string nor sound JSON of ours. */
export const proseFromJson = (raw: unknown): Prose | undefined => {
  if (typeof raw === 'string') return proseOf(raw)
  return isNode(raw, 0) && raw.type === 'doc' && raw.content ? { type: 'doc', content: raw.content } : undefined
}

/** Whether a link may be shown and exported: web, mail or telephone. */
export const isSafeLink = (href: unknown): href is string => {
  if (typeof href !== 'string') return false
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}

const readNodes = (parent: Y.XmlFragment, depth: number): ProseNode[] =>
  parent.toArray().flatMap((child): ProseNode[] => {
    if (child instanceof Y.XmlText) return readText(child)
    if (!(child instanceof Y.XmlElement) || depth >= deepest) return []
    const known = proseBlocks.find((name) => name === child.nodeName)
    const content = readNodes(child, depth + 1)
    return [
      Object.freeze({ type: known ?? 'paragraph', ...(content.length > 0 ? { content: Object.freeze(content) } : {}) }),
    ]
  })

type DeltaRun = { readonly insert: unknown; readonly attributes?: Readonly<Record<string, unknown>> }

const readText = (source: Y.XmlText): ProseNode[] => {
  // Yjs gives its delta without a type.
  const runs: unknown = source.toDelta()
  return (Array.isArray(runs) ? runs : []).flatMap((run: DeltaRun): ProseNode[] => {
    if (typeof run.insert !== 'string' || run.insert === '') return []
    const marks = proseMarks.flatMap((type): ProseMark[] => {
      const attributes = run.attributes?.[type]
      if (attributes === undefined || attributes === null) return []
      if (type !== 'link') return [{ type }]
      const href = typeof attributes === 'object' && 'href' in attributes ? attributes.href : undefined
      return isSafeLink(href) ? [{ type, attrs: { href } }] : []
    })
    return [
      Object.freeze({ type: 'text', text: run.insert, ...(marks.length > 0 ? { marks: Object.freeze(marks) } : {}) }),
    ]
  })
}

const nodeToTypes = (node: ProseNode): (Y.XmlElement | Y.XmlText)[] => {
  if (node.type === 'text') return [textToType([node])]
  const element = new Y.XmlElement(node.type)
  const children = node.content ?? []
  const runs = children.filter((child) => child.type === 'text')
  // Runs of one paragraph share one Y.XmlText, as the editor's binding expects.
  element.insert(
    0,
    runs.length === children.length && runs.length > 0 ? [textToType(runs)] : children.flatMap(nodeToTypes),
  )
  return [element]
}

const textToType = (runs: readonly ProseNode[]): Y.XmlText => {
  const target = new Y.XmlText()
  target.applyDelta(
    runs.map((run) => ({
      insert: run.text ?? '',
      attributes: Object.fromEntries((run.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  )
  return target
}

const linesOf = (node: ProseNode): string[] => {
  const children = node.content ?? []
  if (children.some((child) => child.type !== 'text' && child.type !== 'hardBreak')) return children.flatMap(linesOf)
  return [children.map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('')]
}

const isPlainParagraph = (node: ProseNode): boolean =>
  node.type === 'paragraph' && (node.content ?? []).every((child) => child.type === 'text' && child.marks === undefined)

const isNode = (raw: unknown, depth: number): raw is ProseNode => {
  if (depth > deepest || typeof raw !== 'object' || raw === null || !('type' in raw)) return false
  const allowed: readonly unknown[] = depth === 0 ? ['doc'] : ['text', ...proseBlocks]
  if (!allowed.includes(raw.type)) return false
  if (raw.type === 'text' && !('text' in raw && typeof raw.text === 'string' && raw.text !== '')) return false
  if ('marks' in raw && !(Array.isArray(raw.marks) && raw.marks.every(isMark))) return false
  return !('content' in raw) || (Array.isArray(raw.content) && raw.content.every((child) => isNode(child, depth + 1)))
}

const isMark = (raw: unknown): raw is ProseMark => {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return false
  if (!proseMarks.some((name) => name === raw.type)) return false
  if (Object.keys(raw).some((name) => refusedNames.has(name))) return false
  if (raw.type !== 'link') return true
  return (
    'attrs' in raw &&
    typeof raw.attrs === 'object' &&
    raw.attrs !== null &&
    'href' in raw.attrs &&
    isSafeLink(raw.attrs.href)
  )
}
