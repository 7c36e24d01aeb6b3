import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, wordsIn, type Block, type Cell, type OutlineItem, type Run, type Strip } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { isRightToLeft } from './direction.ts'
import { isEcho } from './heading-order.ts'
import { escaped, imageSource } from './html-text.ts'
import { markerShapes } from './markers.ts'
import type { Report } from './report.ts'

/** The blocks of a report as HTML: each thing has its place by id, and leads back to where it stands in the workspace. */
export const htmlBlocks = (blocks: readonly Block[], { addressOf = () => null, words }: Report): string[] => {
  const given = new Set<string>()
  const place = (id: string | null | undefined): string => {
    if (id === null || id === undefined || given.has(id)) return ''
    given.add(id)
    return ` id="${escaped(id)}"`
  }
  const back = (id: string | null | undefined, about: string): string => {
    const address = id === null || id === undefined ? null : addressOf(id)
    if (address === null || words.source === undefined) return ''
    const label = escaped(`${words.source}: ${about.slice(0, 80)}`)
    return ` <a class="back" href="${escaped(address)}" rel="noopener noreferrer" aria-label="${label}">↗</a>`
  }
  return blocks.map((block, at) => blockOf(block, at, { place, back, look: isEcho(blocks, at) ? ' class="echo"' : '' }))
}

/** Where the thing with this id stands, and the link from it to the workspace. */
type Ties = {
  readonly place: (id: string | null | undefined) => string
  readonly back: (id: string | null | undefined, about: string) => string
  /** How a caption looks: one that says what the heading above it says is there to be read out only. */
  readonly look: string
}

const blockOf = (block: Block, at: number, ties: Ties): string => {
  const { from } = block
  switch (block.type) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      const text = `${escaped(block.text)}${ties.back(from, block.text)}`
      return `<${tag} id="s${at}"${directionOf(block.text)}>${from === undefined ? text : `<span${ties.place(from)}>${text}</span>`}</${tag}>`
    }
    case 'paragraph':
      return `<p${ties.place(from)}${directionOf(block.runs)}>${runsOf(block.runs)}${ties.back(from, wordsIn(block.runs))}</p>`
    case 'quote': {
      const source = block.source === undefined ? '' : `<cite>${escaped(block.source)}</cite>`
      return `<blockquote${ties.place(from)}><p${directionOf(block.runs)}>${runsOf(block.runs)}${ties.back(from, wordsIn(block.runs))}</p>${source}</blockquote>`
    }
    case 'list':
      return itemsOf(block.ordered ? 'ol' : 'ul', block.items, ties)
    case 'facts': {
      const rows = block.rows.map(({ label, runs }) => `<dt>${escaped(label)}</dt><dd>${runsOf(runs)}</dd>`)
      return `<dl${ties.place(from)}>${rows.join('')}</dl>`
    }
    case 'table':
      return tableOf(block, ties)
    case 'note': {
      const look = block.tone === 'caution' ? 'note caution' : 'note'
      return `<p class="${look}"${ties.place(from)}>${runsOf(block.runs)}${ties.back(from, wordsIn(block.runs))}</p>`
    }
    case 'strips':
      return stripsOf(block, ties)
    case 'figure':
      return figureOf(block, ties)
  }
}

const itemsOf = (tag: 'ul' | 'ol', items: readonly OutlineItem[], ties: Ties): string => {
  const lines = items.map(({ runs, items: inner, from }) => {
    const more = inner ? itemsOf(tag, inner, ties) : ''
    return `<li${ties.place(from)}${directionOf(runs)}>${runsOf(runs)}${ties.back(from, wordsIn(runs))}${more}</li>`
  })
  return `<${tag}>${lines.join('')}</${tag}>`
}

// A wide table scrolls inside its own frame, which the keyboard can reach and a screen reader can name.
const tableOf = ({ caption, head, rows, rowsFrom = [] }: Extract<Block, { type: 'table' }>, ties: Ties): string => {
  const title = escaped(caption)
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
  const body = rows.map(([first = '', ...rest], at) => {
    const from = rowsFrom[at]
    const cells = rest.map((cell) => `<td${directionOf(cell)}>${runsOf(runsIn(cell))}</td>`).join('')
    const lead = `<th scope="row"${directionOf(first)}>${runsOf(runsIn(first))}${ties.back(from, wordsIn(first))}</th>`
    return `<tr${ties.place(from)}>${lead}${cells}</tr>`
  })
  return [
    `<div class="wide" role="region" aria-label="${title}" tabindex="0">`,
    `<table><caption${ties.look}>${title}</caption>`,
    `<thead><tr>${heads}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n')
}

// The marks are the picture of the words under them, so only the words are read out.
const stripsOf = ({ caption, strips }: Extract<Block, { type: 'strips' }>, { look }: Ties): string => {
  const cells = strips.map(({ markers, title, marks, words }) => {
    const [first = 'm1'] = markers
    const squares = marks.map((mark) => `<i class="${mark}"></i>`).join('')
    const row = marks.length === 0 ? '' : `<p class="marks" aria-hidden="true">${squares}</p>`
    const { colour } = markerShapes[first]
    return `<div style="--c:${colour}"><p class="group">${markers.map(markerOf).join('')}${escaped(title)}</p>${row}<p class="few">${escaped(words)}</p></div>`
  })
  return `<div role="group" aria-label="${escaped(caption)}"><p${look === '' ? ' class="asked"' : look} aria-hidden="true">${escaped(caption)}</p><div class="strips">${cells.join('')}</div></div>`
}

const markerOf = (slot: Strip['markers'][number]): string => {
  const { path, colour } = markerShapes[slot]
  return `<svg viewBox="0 0 24 24" width="13" height="13" aria-hidden="true"><path d="${path}" fill="${colour}"/></svg>`
}

// As an image the drawing can hold no script, whatever stands in it.
const figureOf = ({ svg, alternative, caption }: Extract<Block, { type: 'figure' }>, { look }: Ties): string => {
  const source = imageSource('image/svg+xml', new TextEncoder().encode(cleanText(svg)))
  return `<figure><img src="${source}" alt="${escaped(alternative)}"><figcaption${look}>${escaped(caption)}</figcaption></figure>`
}

const directionOf = (cell: Cell): string => (isRightToLeft(wordsIn(cell)) ? ' dir="rtl"' : '')

const runsOf = (runs: readonly Run[]): string => runs.map(runOf).join('')

const runOf = ({ text, bold, italic, href, to }: Run): string => {
  if (to !== undefined) return ` <a class="number" href="#${escaped(encodeURIComponent(to))}">${escaped(text)}</a>`
  let html = escaped(text).replaceAll('\n', '<br>')
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return isSafeLink(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">${html}</a>` : html
}
