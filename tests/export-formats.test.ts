import { read, utils, type WorkBook } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import type { Block } from '#domain/outline.ts'
import type { Sheet } from '#domain/sheet.ts'
import { exportedText, openPdf } from './support/exported-text.ts'
import { exampleFile, importedFrom, longFile, someModels, storedFrom } from './support/imported-source.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { writeDocx } from '#export/docx.ts'
import { exportersOf } from '#export/files.ts'
import { writeHtml } from '#export/html.ts'
import { writeOds } from '#export/odf/ods.ts'
import { writeOdt } from '#export/odf/odt.ts'
import { writePdf } from '#export/pdf/write-pdf.ts'
import { snapshotOf } from '#export/projection.ts'
import type { Report } from '#export/report.ts'
import { csvOf, writeCsvZip } from '#export/sheets/csv.ts'
import { workspaceSheets } from '#export/sheets/workspace-sheets.ts'
import { sheetNames, writeXlsx } from '#export/sheets/xlsx.ts'

const at = Date.UTC(2026, 10, 24, 9)
const { source } = storedFrom(importedFrom(exampleFile()))
const exporters = exportersOf(someModels)
const wish = { locale: 'nl', names: false, draft: false, at } as const
const timeout = 60_000

const reportOf = (blocks: readonly Block[], more: Partial<Report> = {}): Report => ({
  locale: 'nl',
  title: 'Titel',
  subtitle: '',
  date: '24 november 2026',
  words: { report: 'Verslag', figure: 'Afbeelding', page: 'Pagina', contents: 'Inhoud' },
  blocks,
  ...more,
})
const paragraphOf = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

/** Elements with their level and words, as headings are written in ODF. */
const odtHeadings = (bytes: Uint8Array) =>
  [
    ...strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()).matchAll(
      /<text:h[^>]*outline-level="(\d)"[^>]*>(.*?)<\/text:h>/g,
    ),
  ].map(([, level, words = '']) => [Number(level), plain(words)] as const)
const docxHeadings = (bytes: Uint8Array) =>
  [
    ...strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(
      /<w:pStyle w:val="Heading(\d)"\/>(.*?)<\/w:p>/g,
    ),
  ].map(([, level, words = '']) => [Number(level), plain(words)] as const)
const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

describe('Word and OpenDocument text', () => {
  test('tell the same headings in the same order, and skip no level', { timeout }, async () => {
    const [odt, docx] = await Promise.all([exporters.odt(source, wish), exporters.docx(source, wish)])
    const headings = odtHeadings(odt.bytes)
    expect(headings.length).toBeGreaterThan(40)
    expect(docxHeadings(docx.bytes)).toEqual(headings)
    expect(headings.every(([level], n) => level <= (headings[n - 1]?.[0] ?? 0) + 1)).toBe(true)
  })

  test('OpenDocument says first what it is, and its XML is sound', async () => {
    const { bytes } = await exporters.odt(source, wish)
    // The type is the first entry and not packed, by which programs know the file.
    expect(strFromU8(bytes.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    const parts = unzipSync(bytes)
    for (const name of ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml']) {
      expect({ name, error: xmlError(strFromU8(parts[name] ?? new Uint8Array())) }).toEqual({ name, error: null })
    }
    const pictures = Object.keys(parts).filter((name) => name.startsWith('Pictures/'))
    const content = strFromU8(parts['content.xml'] ?? new Uint8Array())
    // A picture has words, or says that it needs none.
    const told = content.match(/<svg:desc>|loext:decorative="true"/g)
    expect(content.match(/<svg:desc>/g)?.length).toBeGreaterThan(2)
    expect(told).toHaveLength(pictures.length)
  })

  test('any text comes back from OpenDocument as it went in, without what XML forbids', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 10 }), (texts) => {
        const bytes = writeOdt(reportOf(texts.map(paragraphOf)), at)
        const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
        expect(xmlError(content)).toBeNull()
        const body = content.slice(content.indexOf('<office:text>'))
        const words = [...body.matchAll(/<text:p text:style-name="(?:RTL_)?Standard">(.*?)<\/text:p>/gs)].map(
          ([, xml = '']) =>
            plain(
              xml.replaceAll('<text:s/>', ' ').replaceAll('<text:tab/>', '\t').replaceAll('<text:line-break/>', '\n'),
            ),
        )
        expect(words).toEqual(texts.map(cleanText))
      }),
      { numRuns: 60, verbose: 1 },
    )
  })
})

// Good enough for what we write ourselves: every element closes, every text is escaped.
const xmlError = (xml: string): string | null => {
  const open: string[] = []
  for (const [tag, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:-]+)([^<>]*)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return `${tag} closes nothing`
    } else if (!rest.endsWith('/')) open.push(name)
  }
  if (open.length > 0) return `${open.join(' ')} stays open`
  const text = xml.replaceAll(/<[^<>]*>/g, '')
  if (/[<>]/.test(text.replace(/^<\?xml[^>]*\?>/, ''))) return 'a bare sign'
  return /&(?!(?:amp|lt|gt|quot|apos);)/.test(xml) ? 'a bare ampersand' : null
}

describe('PDF', () => {
  type StructNode = {
    readonly role?: string
    readonly alt?: string
    readonly type?: string
    readonly children?: readonly StructNode[]
  }
  const rolesIn = (node: StructNode | null): readonly StructNode[] =>
    node === null ? [] : [node, ...(node.children ?? []).flatMap(rolesIn)]

  test(
    'is tagged by the rules of PDF/UA-1: language, title, headings, lists, tables with heads, words for pictures',
    { timeout },
    async () => {
      const pdf = await openPdf((await exporters.pdf(source, wish)).bytes)
      const { info, metadata } = await pdf.getMetadata()
      expect(info).toMatchObject({ Title: 'Samen minder alleen in Waterhof', Language: 'nl' })
      expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true, Suspects: false })
      const nodes: StructNode[] = []
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const tree: StructNode | null = await (await pdf.getPage(number)).getStructTree()
        nodes.push(...rolesIn(tree))
      }
      const count = (role: string) => nodes.filter((node) => node.role === role).length
      const told = { H1: count('H1'), H2: count('H2'), Table: count('Table'), TR: count('TR'), LI: count('LI') }
      for (const [role, found] of Object.entries(told))
        expect({ role, found: found > 5 }).toEqual({ role, found: true })
      expect(count('TH')).toBeGreaterThan(40)
      expect(count('TD')).toBeGreaterThan(count('TH'))
      const figures = nodes.filter(({ role }) => role === 'Figure')
      expect(figures.length).toBeGreaterThanOrEqual(3)
      expect(figures.filter(({ alt = '' }) => alt.trim() === '')).toEqual([])
    },
  )

  test('has bookmarks for its headings, and numbers that lead to the evidence', { timeout }, async () => {
    const pdf = await openPdf((await exporters.pdf(source, wish)).bytes)
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toEqual(expect.arrayContaining(['Het probleem', 'Hoe weten we dit?']))
    const inside: unknown[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const notes: readonly { readonly dest?: unknown; readonly url?: string }[] = await (
        await pdf.getPage(number)
      ).getAnnotations()
      inside.push(...notes.flatMap(({ dest }) => (dest ? [dest] : [])))
    }
    expect(inside.length).toBeGreaterThan(20)
  })

  test('a line that brings in a table stands on its page, wherever the page ends', { timeout }, async () => {
    const table: Block = { type: 'table', caption: 'Tabel', head: ['Kop'], rows: [['een'], ['twee']] }
    const ends = new Set<number>()
    for (let lines = 24; lines < 50; lines += 1) {
      const filler = Array.from({ length: lines }, () => paragraphOf('Regel'))
      const pdf = await openPdf(writePdf(reportOf([...filler, paragraphOf('Inleiding'), table]), at))
      const pages: string[] = []
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent()
        pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
      }
      const found = pages.findIndex((words) => words.includes('Inleiding'))
      expect({ lines, isTogether: pages[found]?.includes('Kop') }).toEqual({ lines, isTogether: true })
      ends.add(found)
    }
    expect(ends.size).toBeGreaterThan(1)
  })

  test('the report on one page is one page, however much people wrote', { timeout }, async () => {
    for (const each of [source, storedFrom(importedFrom(longFile())).source]) {
      const { bytes } = await exporters.pdf(each, { ...wish, level: 'page' })
      expect((await openPdf(bytes)).numPages).toBe(1)
    }
  })

  test('reads no file and no address, and what people wrote is never its language', { timeout }, async () => {
    const hostile = '#panic() #read("/etc/hostname") $x$ *b* `c` <label> @ref \\ // https://example.org/x.png'
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><image href="file:///etc/hostname" width="9" height="9"/></svg>'
    const blocks: readonly Block[] = [
      { type: 'heading', level: 1, text: hostile },
      paragraphOf(hostile),
      { type: 'table', caption: hostile, head: [hostile], rows: [[hostile]], rowsFrom: [hostile] },
      {
        type: 'figure',
        svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        alternative: hostile,
        caption: 'x',
      },
    ]
    const text = await exportedText('x.pdf', writePdf(reportOf(blocks, { title: hostile, subtitle: hostile }), at))
    expect(text).toContain('#panic() #read("/etc/hostname")')
    // Not that a drawing of ours would: it is refused whole.
    const drawing: Block = { type: 'figure', svg, alternative: 'a', caption: 'c' }
    expect(() => writePdf(reportOf([drawing]), at)).toThrow('not allowed')
  })
})

describe('spreadsheets', () => {
  const snapshot = snapshotOf(source, { audience: 'shared', names: false, models: someModels })
  const sheets = workspaceSheets(snapshot, 'nl', someModels)
  const cellsOf = (book: WorkBook, name: string): unknown[][] => {
    const sheet = book.Sheets[name]
    return sheet ? utils.sheet_to_json(sheet, { header: 1, defval: '' }) : []
  }

  test('have a sheet for each sort of thing, in Dutch and in English', () => {
    expect(sheets.map(({ title }) => title)).toEqual([
      'Problemen',
      'Formuleringen',
      'Bewijs',
      'Betrokkenen',
      'Relaties',
      'Proeven',
      'Metingen',
      'Gevolgen',
      'Verdeling',
      'Regels',
      'Stemmingen',
      'Besluiten',
      'Acties',
      'Open punten',
      'Uitleg (ignore)',
    ])
    expect(workspaceSheets(snapshot, 'en', someModels).map(({ title }) => title)).toContain('Legend (ignore)')
  })

  test.each([
    ['xlsx', () => writeXlsx(sheets, 'Titel', at)],
    ['ods', () => writeOds(sheets, 'Titel', 'nl', at)],
  ] as const)('%s is read back by another library, cell by cell', (_, write) => {
    const book = read(write(), { type: 'array' })
    expect(book.SheetNames).toEqual(sheetNames(sheets))
    for (const [n, sheet] of sheets.entries()) {
      const name = book.SheetNames[n] ?? ''
      const found = cellsOf(book, name).map((row) => row.map((cell) => String(cell).replaceAll('\r\n', '\n')))
      const wanted = [sheet.columns, ...sheet.rows].map((row) =>
        sheet.columns.map((_, place) => String(row[place] ?? '')),
      )
      expect({ name, rows: found.map(padded(sheet.columns.length)) }).toEqual({ name, rows: wanted })
    }
    expect(cellsOf(book, 'Betrokkenen')).toHaveLength(25)
    expect(typeof cellsOf(book, 'Betrokkenen')[1]?.[7]).toBe('number')
  })

  const padded = (length: number) => (row: readonly string[]) => Array.from({ length }, (_, at) => row[at] ?? '')

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://x")',
    ' =1',
  ]
  const risky: Sheet = {
    key: 'actions',
    title: '=[gevaar]:*?/\\',
    columns: ['id', '=kop'],
    rows: formulas.map((formula, n) => [`a${n}`, formula]),
  }

  test('hold no formula, whatever people wrote', () => {
    for (const bytes of [writeXlsx([risky], '=t', at), writeOds([risky], '=t', 'nl', at)]) {
      const book = read(bytes, { type: 'array', cellFormula: true })
      const [name = ''] = book.SheetNames
      const sheet = book.Sheets[name] ?? {}
      const cells = Object.entries(sheet).flatMap(([place, cell]: [string, unknown]) =>
        place.startsWith('!') ? [] : [cell],
      )
      expect(cells.length).toBeGreaterThanOrEqual(formulas.length * 2)
      expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([])
    }
    const xml = Object.values(unzipSync(writeXlsx([risky], '', at)))
      .map((part) => strFromU8(part))
      .join('')
    expect(xml).not.toContain('<f>')
    const ods = Object.values(unzipSync(writeOds([risky], '', 'nl', at)))
      .map((part) => strFromU8(part))
      .join('')
    expect(ods).not.toContain('table:formula')
  })

  test('CSV marks what a spreadsheet would take for a formula, quotes its text, and is read as UTF-8', () => {
    const [first = '', ...lines] = csvOf(risky, 'nl').trimEnd().split('\r\n')
    expect(first).toBe('\ufeff"id";"\'=kop"')
    expect(lines).toHaveLength(formulas.length)
    for (const line of lines) expect(line).toMatch(/^"a\d";"'/)
    expect(
      csvOf(
        {
          ...risky,
          rows: [
            ['a', 1.5],
            ['b', null],
            ['c', 'x;"y"\nz'],
          ],
        },
        'nl',
      ),
    ).toContain('"a";1,5\r\n"b";\r\n"c";"x;""y""\nz"')
    expect(csvOf({ ...risky, rows: [['a', 1.5]] }, 'en')).toContain('"a",1.5')
    const files = Object.keys(unzipSync(writeCsvZip(sheets, 'nl', at)))
    expect(files).toContain('betrokkenen.csv')
    expect(files).toHaveLength(sheets.length)
  })

  test('sheets have names that every program takes', () => {
    const names = sheetNames(['a'.repeat(50), 'a'.repeat(50), '[]:*?/\\', "it's", 'x', 'X'].map((title) => ({ title })))
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\']/.test(name))).toBe(true)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  test('any text comes back from a workbook as it went in, without what XML forbids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 }),
        (texts) => {
          const sheet: Sheet = {
            key: 'actions',
            title: 'T',
            columns: ['id', 't'],
            rows: texts.map((text, n) => [`a${n}`, text]),
          }
          const book = read(writeXlsx([sheet], 't', at), { type: 'array' })
          const found = cellsOf(book, 'T')
            .slice(1)
            .map(([, text = '']) => String(text))
          // The reader takes `_x0041_` for a letter, as Excel does, and line ends for one sort.
          const same = (text: string) => cleanText(text).replaceAll(/_x[0-9A-Fa-f]{4}_/g, '')
          expect(found.map(same)).toEqual(texts.map(same))
        },
      ),
      { numRuns: 60, verbose: 1 },
    )
  })
})

describe('names from right to left', () => {
  const [arabic, hebrew] = ['مركز الجيران', 'שכונה']
  const blocks: readonly Block[] = [
    { type: 'heading', level: 1, text: arabic },
    paragraphOf(hebrew),
    { type: 'list', ordered: false, items: [{ runs: [{ text: arabic }] }] },
    { type: 'table', caption: 'namen', head: ['Wie'], rows: [[arabic], [hebrew]] },
  ]

  test('stand in every format as they were written, and run their own way', async () => {
    const report = reportOf(blocks)
    const html = writeHtml(report)
    expect(html).toContain(`<p dir="rtl">${hebrew}</p>`)
    expect(html).toContain(`<li dir="rtl">${arabic}</li>`)
    const docx = await exportedText('x.docx', await writeDocx(report, at))
    expect(docx).toMatch(new RegExp(`<w:bidi/>.*?${hebrew}`))
    const odt = await exportedText('x.odt', writeOdt(report, at))
    expect(odt).toContain(`<text:p text:style-name="RTL_Standard">${hebrew}</text:p>`)
    expect(odt).toContain('style:writing-mode="rl-tb"')
    const pdf = await exportedText('x.pdf', writePdf(report, at))
    const letters = (text: string) => Array.from(text).toSorted().join('')
    for (const word of [hebrew, ...arabic.split(' ')]) {
      expect(pdf.split(/[\s"]+/).map(letters)).toContain(letters(word))
    }
  })
})

test('HTML is one file that a reader without a mouse can go through', async () => {
  const { document } = new Window()
  document.write(new TextDecoder().decode((await exporters.html(source, wish)).bytes))
  const links = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href') ?? '')
  expect(links.length).toBeGreaterThan(8)
  expect(links.filter((href) => document.getElementById(href.slice(1)) === null)).toEqual([])
  expect(
    [...document.querySelectorAll('table')].every((table) => table.querySelector('caption')?.textContent !== ''),
  ).toBe(true)
  expect(document.querySelectorAll('thead th:not([scope=col])')).toHaveLength(0)
})
