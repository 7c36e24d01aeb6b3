import type { Block } from '#domain/outline.ts'
import { hasCover, openedOf } from './cover.ts'
import { inOrder } from './heading-order.ts'
import { htmlBlocks } from './html-blocks.ts'
import { reportStyle } from './html-style.ts'
import { escaped, imageSource } from './html-text.ts'
import { polderMark } from './markers.ts'
import type { Report } from './report.ts'

/** A report as one file that needs nothing else: it loads nothing, runs nothing, and prints on A4. */
export const writeHtml = (report: Report): string => {
  const { locale, title, subtitle, words, blocks } = report
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  const ordered = inOrder(blocks)
  const told = htmlBlocks(ordered, report)
  const first = openedOf(report).warnings.length
  const cover = hasCover(report)
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
    ...(cover ? ['<div class="cover">'] : []),
    ...openingOf(report, subtitle.trim() === '' ? title : subtitle),
    '<div class="content">',
    ...told.slice(0, first),
    ...(cover ? factsOf(report) : []),
    ...contentsOf(ordered, report),
    ...(cover ? ['</div>', '</div>', '<div class="content">'] : []),
    ...told.slice(first),
    '</div>',
    ...footOf(report),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

// The place where the horizon of the screens lies, with the question above it.
const openingOf = ({ title, date, words, logo }: Report, question: string): string[] => [
  '<header>',
  `<p class="kicker"><span class="brand">${logo ? `<img src="${imageSource(logo.type, logo.bytes)}" alt="${escaped(logo.alternative)}">` : ownMark}<span>${escaped(title)}</span></span><span>${escaped(words.report)}, ${escaped(date)}</span></p>`,
  `<h1>${escaped(question)}</h1>`,
  '</header>',
]

const factsOf = ({ facts = [] }: Report): string[] => [
  `<dl class="facts">${facts.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`,
]

// It says nothing that the words beside it do not say.
const ownMark = polderMark.replace('<svg ', '<svg width="26" height="26" aria-hidden="true" ')

const contentsOf = (blocks: readonly Block[], { words, short = false }: Report): string[] => {
  const { contents } = words
  const chapters = blocks.flatMap((block, at) => (block.type === 'heading' && block.level === 1 ? [{ block, at }] : []))
  if (short || contents === undefined || chapters.length < 3) return []
  const title = escaped(contents)
  const links = chapters.map(({ block, at }) => `<li><a href="#s${at}">${escaped(block.text)}</a></li>`)
  return [`<nav aria-label="${title}"><h2>${title}</h2>`, `<ol>${links.join('')}</ol>`, '</nav>']
}

const footOf = ({ notice, version }: Report): string[] =>
  notice === undefined ? [] : [`<footer><span>${escaped(notice)}</span><span>${escaped(version ?? '')}</span></footer>`]
