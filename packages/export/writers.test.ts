import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import type { Block } from '#domain/outline.ts'
import { writeDocx } from './docx.ts'
import { fileNameOf } from './file-name.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import type { Report } from './report.ts'

const reportOf = (blocks: readonly Block[], title = 'Titel', subtitle = ''): Report => ({
  locale: 'nl',
  title,
  subtitle,
  date: '24 november 2026',
  words: { report: 'Verslag', figure: 'Afbeelding', page: 'Pagina' },
  blocks,
})

const everyBlock = (text: string): readonly Block[] => [
  { type: 'heading', level: 1, text },
  {
    type: 'paragraph',
    runs: [{ text }, { text, bold: true, italic: true }, { text, href: 'https://example.org/a?b="c"' }],
  },
  { type: 'quote', runs: [{ text }], source: text },
  { type: 'list', ordered: true, items: [{ runs: [{ text }], items: [{ runs: [{ text }] }] }] },
  { type: 'facts', rows: [{ label: text, runs: [{ text }] }] },
  { type: 'table', caption: `${text} tabel`, head: [text, 'b'], rows: [[text, text], ['c']] },
  { type: 'note', tone: 'caution', runs: [{ text }] },
  { type: 'figure', svg: `<svg xmlns="http://www.w3.org/2000/svg"/>`, alternative: text, caption: text },
]

const parsed = (html: string) => {
  const { document } = new Window()
  document.write(html)
  return document
}

const hostile =
  '<script>alert(1)</script>"\' onload=x & <img src=x onerror=y> ]]> | [a](javascript:b) `c` **d** \u0000\u0007\ud800\u202e'

describe('HTML', () => {
  test('has a language, a title, ordered headings, named tables, and words for each picture', () => {
    const blocks = everyBlock('woord')
    const document = parsed(
      writeHtml(reportOf([...blocks, { type: 'heading', level: 3, text: 'diep' }], 'Naam', 'Vraag?')),
    )
    expect(document.documentElement.lang).toBe('nl')
    expect(document.title).toBe('Naam – Verslag')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect([...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => tagName)).toEqual(['H1', 'H2', 'H3'])
    expect(document.querySelector('table caption')?.textContent).toBe('woord tabel')
    expect(document.querySelectorAll('thead th[scope=col]')).toHaveLength(2)
    expect(document.querySelectorAll('tbody th[scope=row]')).toHaveLength(2)
    expect(document.querySelector('figure img')?.getAttribute('alt')).toBe('woord')
    expect(document.querySelector('[role=region]')?.getAttribute('tabindex')).toBe('0')
  })

  test('runs and loads nothing, whatever people wrote', () => {
    const html = writeHtml(reportOf(everyBlock(hostile), hostile, hostile))
    const document = parsed(html)
    expect(document.querySelectorAll('script, iframe, object, link, [onload], [onerror]')).toHaveLength(0)
    expect(
      [...document.querySelectorAll('img')].every((image) =>
        image.getAttribute('src')?.startsWith('data:image/svg+xml;base64,'),
      ),
    ).toBe(true)
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/a?b="c"',
    ])
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    )
    expect(['\u0000', '\u0007', '\u202e', '\ud800'].filter((character) => html.includes(character))).toEqual([])
  })

  test('a link that is not safe is its words', () => {
    const blocks: readonly Block[] = [{ type: 'paragraph', runs: [{ text: 'klik', href: 'javascript:alert(1)' }] }]
    expect(writeHtml(reportOf(blocks))).toContain('<p>klik</p>')
    expect(writeMarkdown(reportOf(blocks))).not.toContain('javascript')
  })
})

describe('Markdown', () => {
  test('has each block in its form', () => {
    expect(writeMarkdown(reportOf(everyBlock('woord'), 'Naam', 'Vraag?'))).toMatchInlineSnapshot(`
      "# Naam

      Verslag, 24 november 2026

      **Vraag?**

      ## woord

      woord***woord***[woord](<https://example.org/a?b="c">)

      > woord\\
      > — woord

      1. woord
          1. woord

      - **woord**: woord

      **woord tabel**

      | woord | b |
      | --- | --- |
      | woord | woord |
      | c |   |

      > ⚠ woord

      *Afbeelding: woord.* woord
      "
    `)
  })

  test('reads no markup in what people wrote', () => {
    const blocks: readonly Block[] = [
      { type: 'paragraph', runs: [{ text: '# geen kop\n- geen lijst\n1. ook niet\n*nadruk* _x_ <b>y</b> [z](u)' }] },
      { type: 'table', caption: 't', head: ['a|b'], rows: [['c\nd|e']] },
    ]
    expect(writeMarkdown(reportOf(blocks)).split('\n').slice(4)).toEqual([
      '\\# geen kop\\',
      '\\- geen lijst\\',
      '1\\. ook niet\\',
      '\\*nadruk\\* \\_x\\_ \\<b\\>y\\</b\\> \\[z\\](u)',
      '',
      '**t**',
      '',
      '| a\\|b |',
      '| --- |',
      '| c d\\|e |',
      '',
    ])
  })
})

describe('Word', () => {
  const partsOf = async (report: Report) => {
    const zip = unzipSync(await writeDocx(report, Date.UTC(2026, 10, 24)))
    return new Map(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }

  test('has styles, headings, lists, tables that repeat their head, a language and page numbers', async () => {
    const parts = await partsOf(reportOf(everyBlock('woord'), 'Naam', 'Vraag?'))
    const document = parts.get('word/document.xml') ?? ''
    for (const found of [
      'w:val="Title"',
      'w:val="Heading1"',
      '<w:tblHeader/>',
      'w:val="Caption"',
      '<w:numPr>',
      'w:val="Quote"',
    ]) {
      expect(document).toContain(found)
    }
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="nl-NL"')
    expect(parts.get('word/header1.xml')).toContain('Naam')
    expect(parts.get('word/footer1.xml')).toContain('PAGE')
    expect(parts.get('docProps/core.xml')).toContain('2026-11-24T00:00:00Z')
  })

  test('points nowhere outside and holds no fields of people', async () => {
    const all = [...(await partsOf(reportOf(everyBlock(hostile), hostile, hostile))).values()].join('\n')
    expect(all).not.toMatch(/TargetMode="External"|<w:hyperlink|<script/)
    // The number of the page, in the foot of the first page and in that of the others.
    expect(all.match(/instrText/g)).toHaveLength(4)
    expect(all).toContain('https://example.org/a?b=')
  })

  test('any text comes back as it went in, without what XML forbids', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 20 }), async (texts) => {
        const parts = await partsOf(reportOf(texts.map((text) => ({ type: 'paragraph', runs: [{ text }] }))))
        const body = (parts.get('word/document.xml') ?? '').split('<w:body>')[1] ?? ''
        const unescaped = body
          .replaceAll(/<\/w:p>|<w:br\/>/g, '\n')
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&apos;', "'")
          .replaceAll('&amp;', '&')
        const kept = texts.map((text) => Array.from(text.replaceAll(/\r\n?/g, '\n')).filter(isKept).join(''))
        expect(unescaped.split('\n').slice(3).join('\n').trimEnd()).toBe(kept.join('\n').trimEnd())
      }),
      { numRuns: 40, verbose: 1 },
    )
  })

  test('any text comes back from a cell of a table too, and what people wrote never stands in for a table', async () => {
    const marks = fc.constantFrom('StandIn0', '<w:pStyle w:val="StandIn0"/>', '$1', 'item_x_1')
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), marks)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 12 }), async (rows) => {
        const table = { type: 'table', caption: 'Tabel', head: ['a', 'b'], rows } as const
        const parts = await partsOf(reportOf([table, { type: 'paragraph', runs: [{ text: 'StandIn0' }] }]))
        const xml = parts.get('word/document.xml') ?? ''
        const cells = [...xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) =>
          cell
            .replaceAll('<w:br/>', '\n')
            .replaceAll(/<[^>]*>/g, '')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&'),
        )
        const kept = (text: string) => Array.from(text.replaceAll(/\r\n?/g, '\n')).filter(isKept).join('')
        expect(cells).toEqual(['a', 'b', ...rows.flat().map(kept)])
      }),
      { numRuns: 40, verbose: 1 },
    )
  })
})

// Written out apart from the code under test: the characters of XML 1.0, without controls and overrides of direction.
const isKept = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  const control = (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code <= 159)
  const override = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
  return !control && !override && code !== 0xfffe && code !== 0xffff
}

test.each([
  ['Samen minder alleen!', 'polder-samen-minder-alleen-2026-11-24.docx'],
  ['Één/../été "x"\u202e', 'polder-een-ete-x-2026-11-24.docx'],
  ['漢字', 'polder-2026-11-24.docx'],
  ['a'.repeat(200), `polder-${'a'.repeat(60)}-2026-11-24.docx`],
])('a file of %s is called %s', (title, name) => {
  expect(fileNameOf(title, Date.UTC(2026, 10, 24), 'docx')).toBe(name)
})
