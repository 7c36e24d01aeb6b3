import { isSafeLink, type Prose, type ProseMark, type ProseNode } from '#crdt/prose.ts'
import { tokensOf, type Token } from './html-tokens.ts'

type Container = { readonly name: string; readonly type: string; readonly content: ProseNode[] }
type Mark = { readonly name: string; readonly mark: ProseMark | null }

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 section article header footer main aside table thead tbody tfoot tr dl dt dd pre figure figcaption address form fieldset hr body html center'.split(
    ' ',
  ),
)
const heading = /^h[1-6]$/
const deepest = 6

/** Pasted HTML as rich text of ours: paragraphs, lists, quotes, bold, italic and safe links; of all else only the words stay. */
export const proseFromHtml = (html: string): Prose => {
  const writer = createWriter()
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') writer.text(token.text)
    else if (token.kind === 'open') open(writer, token)
    else close(writer, token.name)
  }
  return writer.done()
}

type Writer = ReturnType<typeof createWriter>
type Opened = Extract<Token, { kind: 'open' }>

const open = (writer: Writer, { name, attribute }: Opened): void => {
  const style = attribute('style').toLowerCase()
  if (writer.isIgnoring()) return writer.ignore(name)
  if (/mso-list:\s*ignore/.test(style)) return writer.ignore(name)
  if (name === 'br') return writer.endParagraph()
  if (name === 'td' || name === 'th') return writer.cell()
  if (name === 'ul' || name === 'ol') return writer.enter(name, name === 'ul' ? 'bulletList' : 'orderedList')
  if (name === 'li') return writer.enterItem()
  if (name === 'blockquote') return writer.enter(name, 'blockquote')
  if (blocks.has(name)) {
    writer.endParagraph()
    if (name === 'p') writer.beginWordItem(/mso-list:\s*l\d/.test(style))
    if (heading.test(name)) writer.mark(name, { type: 'bold' })
    return undefined
  }
  if (name === 'a') {
    const href = attribute('href')
    return writer.mark(name, isSafeLink(href) ? { type: 'link', attrs: { href } } : null)
  }
  return writer.mark(name, lookOf(name, style))
}

const close = (writer: Writer, name: string): void => {
  if (writer.isIgnoring()) return writer.stopIgnoring(name)
  if (name === 'ul' || name === 'ol' || name === 'li' || name === 'blockquote') return writer.leave(name)
  if (blocks.has(name)) writer.endParagraph()
  return writer.unmark(name)
}

// A browser writes bold as an element or as a style, and Google wraps everything in a <b> that is not bold.
const lookOf = (name: string, style: string): ProseMark | null => {
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/.exec(style)?.[1]
  if (weight === undefined ? name === 'b' || name === 'strong' : /bold|[6-9]00/.test(weight)) return { type: 'bold' }
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/.exec(style)?.[1]
  return (slant === undefined ? name === 'i' || name === 'em' || name === 'cite' : slant === 'italic')
    ? { type: 'italic' }
    : null
}

const createWriter = () => {
  const root: ProseNode[] = []
  const containers: Container[] = []
  const marks: Mark[] = []
  let runs: ProseNode[] = []
  let ignored: { readonly name: string; depth: number; words: string } | null = null
  let wordItem: 'bulletList' | 'orderedList' | null = null

  const here = (): ProseNode[] => containers.at(-1)?.content ?? root

  const endParagraph = (): void => {
    const content = trimmed(runs)
    runs = []
    if (content.length > 0) {
      const paragraph: ProseNode = { type: 'paragraph', content }
      if (wordItem === null) here().push(paragraph)
      else intoWordList(here(), wordItem, paragraph)
    }
    wordItem = null
  }

  const leave = (name: string): void => {
    endParagraph()
    const at = containers.findLastIndex((container) => container.name === name)
    if (at < 0) return
    while (containers.length > at) {
      const node = finished(containers.pop())
      // What was never closed stands in what is around it.
      if (node) here().push(node)
    }
  }

  const enter = (name: string, type: string): void => {
    endParagraph()
    if (containers.length < deepest) containers.push({ name, type, content: [] })
  }

  return {
    endParagraph,
    leave,
    enter,
    enterItem: () => {
      endParagraph()
      const list = containers.findLastIndex(({ type }) => type === 'bulletList' || type === 'orderedList')
      const item = containers.findLastIndex(({ name }) => name === 'li')
      // Nobody closes an <li>; the next one does.
      if (item > list) leave('li')
      if (list < 0) enter('ul', 'bulletList')
      if (containers.at(-1)?.name !== 'li') enter('li', 'listItem')
    },
    cell: () => {
      if (trimmed(runs).length > 0) runs.push({ type: 'text', text: ' · ' })
    },
    text: (text: string) => {
      if (ignored) {
        ignored.words += text
        return
      }
      const words = text.replaceAll(/[\s\u00a0]+/g, ' ')
      if (words === '' || (words === ' ' && runs.length === 0)) return
      const own = marks.flatMap(({ mark }) => mark ?? [])
      const unique = own.filter((mark, at) => own.findIndex(({ type }) => type === mark.type) === at)
      runs.push({ type: 'text', text: words, ...(unique.length > 0 ? { marks: unique } : {}) })
    },
    mark: (name: string, mark: ProseMark | null) => void marks.push({ name, mark }),
    unmark: (name: string) => {
      const at = marks.findLastIndex((each) => each.name === name)
      if (at >= 0) marks.splice(at, 1)
    },
    /** Word writes a list as paragraphs; the bullet or number stands in a span that is not words. */
    beginWordItem: (isItem: boolean) => {
      wordItem = isItem ? 'bulletList' : null
    },
    isIgnoring: () => ignored !== null,
    ignore: (name: string) => {
      if (ignored === null) ignored = { name, depth: 1, words: '' }
      else if (ignored.name === name) ignored.depth += 1
    },
    stopIgnoring: (name: string) => {
      if (!ignored || ignored.name !== name) return
      ignored.depth -= 1
      if (ignored.depth > 0) return
      if (wordItem !== null && /^[\s\u00a0]*(?:\d+|[a-z])[.)]/i.test(ignored.words)) wordItem = 'orderedList'
      ignored = null
    },
    done: (): Prose => {
      endParagraph()
      const outermost = containers[0]
      if (outermost) leave(outermost.name)
      return { type: 'doc', content: root }
    },
  }
}

const finished = (container: Container | undefined): ProseNode | null => {
  if (!container || container.content.length === 0) return null
  const { type, content } = container
  if (type === 'listItem') {
    const first = content[0]
    // An item begins with words, also one that holds only a list.
    return { type, content: first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }
  }
  if (type === 'blockquote') return { type, content }
  // Between the items of a list only items stand.
  return {
    type,
    content: content.map((child) => (child.type === 'listItem' ? child : { type: 'listItem', content: asItem(child) })),
  }
}

const asItem = (child: ProseNode): readonly ProseNode[] =>
  child.type === 'paragraph' ? [child] : [{ type: 'paragraph' }, child]

const intoWordList = (content: ProseNode[], type: string, paragraph: ProseNode): void => {
  const item: ProseNode = { type: 'listItem', content: [paragraph] }
  const last = content.at(-1)
  if (last?.type === type) content[content.length - 1] = { type, content: [...(last.content ?? []), item] }
  else content.push({ type, content: [item] })
}

// One space between words, none around them, and runs that look alike in one piece.
const trimmed = (runs: readonly ProseNode[]): ProseNode[] => {
  const joined: ProseNode[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const text = /\s$/.test(last?.text ?? ' ') ? (run.text ?? '').trimStart() : (run.text ?? '')
    if (text === '') continue
    if (last && JSON.stringify(last.marks) === JSON.stringify(run.marks)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${text}` }
    } else joined.push({ ...run, text })
  }
  const last = joined.at(-1)
  if (!last) return joined
  const text = (last.text ?? '').trimEnd()
  return text === '' ? trimmed(joined.slice(0, -1)) : [...joined.slice(0, -1), { ...last, text }]
}
