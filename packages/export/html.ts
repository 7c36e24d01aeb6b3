import { isSafeLink } from '#crdt/prose.ts'
import type { Block, OutlineItem, Run } from '#domain/outline.ts'
import { cleanText } from './clean-text.ts'
import { reportStyle } from './html-style.ts'
import type { Report } from './report.ts'

/** A report as one file that needs nothing else: it loads nothing, runs nothing, and prints on A4. */
export const writeHtml = (report: Report): string => {
  const { locale, title, subtitle, date, words, blocks } = report
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Polder">',
    `<title>${escaped(title)} – ${escaped(words.report)}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header>',
    `<p class="kicker"><span>${escaped(words.report)}</span><span>${escaped(date)}</span></p>`,
    `<h1>${escaped(title)}</h1>`,
    ...(subtitle.trim() === '' ? [] : [`<p class="question">${escaped(subtitle)}</p>`]),
    '</header>',
    '<div class="content">',
    ...inOrder(blocks).map(blockOf),
    '</div>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Text as it may stand in HTML, in an attribute too. */
const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

// Levels may not be skipped, whatever the artefacts make of theirs.
const inOrder = (blocks: readonly Block[]): readonly Block[] => {
  let last = 0
  return blocks.map((block): Block => {
    if (block.type !== 'heading') return block
    const level = block.level <= last + 1 ? block.level : last === 0 ? 1 : 2
    last = level
    return { ...block, level }
  })
}

const blockOf = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${runsOf(block.runs)}</p>`
    case 'quote': {
      const source = block.source === undefined ? '' : `<cite>${escaped(block.source)}</cite>`
      return `<blockquote><p>${runsOf(block.runs)}</p>${source}</blockquote>`
    }
    case 'list':
      return itemsOf(block.ordered ? 'ol' : 'ul', block.items)
    case 'facts':
      return `<dl>${block.rows.map(({ label, runs }) => `<dt>${escaped(label)}</dt><dd>${runsOf(runs)}</dd>`).join('')}</dl>`
    case 'table':
      return tableOf(block)
    case 'note':
      return `<p class="note${block.tone === 'caution' ? ' caution' : ''}">${runsOf(block.runs)}</p>`
    case 'figure':
      return figureOf(block)
  }
}

const itemsOf = (tag: 'ul' | 'ol', items: readonly OutlineItem[]): string =>
  `<${tag}>${items.map(({ runs, items: inner }) => `<li>${runsOf(runs)}${inner ? itemsOf(tag, inner) : ''}</li>`).join('')}</${tag}>`

// A wide table scrolls inside its own frame, which the keyboard can reach and a screen reader can name.
const tableOf = ({ caption, head, rows }: Extract<Block, { type: 'table' }>): string => {
  const title = escaped(caption)
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`
  })
  return [
    `<div class="wide" role="region" aria-label="${title}" tabindex="0">`,
    `<table><caption>${title}</caption>`,
    `<thead><tr>${heads}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n')
}

// As an image the drawing can hold no script, whatever stands in it.
const figureOf = ({ svg, alternative, caption }: Extract<Block, { type: 'figure' }>): string => {
  const bytes = new TextEncoder().encode(cleanText(svg))
  const source = `data:image/svg+xml;base64,${base64Of(bytes)}`
  return `<figure><img src="${source}" alt="${escaped(alternative)}"><figcaption>${escaped(caption)}</figcaption></figure>`
}

const base64Of = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const runsOf = (runs: readonly Run[]): string => runs.map(runOf).join('')

const runOf = ({ text, bold, italic, href }: Run): string => {
  let html = escaped(text).replaceAll('\n', '<br>')
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return isSafeLink(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">${html}</a>` : html
}
