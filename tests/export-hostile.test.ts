import { read, type CellObject } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { exportersOf, type ExportWish } from '#export/files.ts'
import type { WorkspaceSource } from '#export/snapshot.ts'
import { exportFormats, type ExportFormat } from '#protocol/http-schemas.ts'
import { exportedText, openPdf } from './support/exported-text.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from './support/imported-source.ts'

// One text that is hostile to every format at once, in every line that people can write.
const address = 'https://canary.example.org/x.png'
const hostile = [
  `HYPERLINK("${address}")`,
  '</w:t><w:hyperlink r:id="rId99">',
  '<script src="//canary.example.org">1</script>',
  '<!ENTITY x SYSTEM "file:///etc/hostname">&x;',
  `![a](${address})`,
  '#read("/etc/hostname")',
  ']]>--><?x?>',
  '\u0000\u0008\u001b\ufffe\uffff\ud800',
  '\u202eמרים בן-דוד\u202c',
].join(' ')
/** What a spreadsheet takes for the beginning of a formula; each text begins with another one. */
const openings = ['=', '+', '-', '@', '\t=', '\r=', '＝', '|']

// What is no name of a thing or a choice from a list was written by somebody.
const fields = /^(?:text|title|name|displayName|label|why|goal|prompt|question|place|caption|alternative)$/
const poisoned = (value: unknown, state: { at: number }, key = ''): unknown => {
  if (typeof value === 'string') {
    if (!fields.test(key) && !/[a-z] [a-z]/i.test(value)) return value
    state.at += 1
    return `${openings[state.at % openings.length]}${hostile} ${value}`.slice(0, 420)
  }
  if (Array.isArray(value)) return value.map((each) => poisoned(each, state, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, state, name)]))
}

const sourceOf = (file: unknown): WorkspaceSource => storedFrom(importedFrom(file)).source
const source = sourceOf(poisoned(exampleFile(), { at: 0 }))
const exporters = exportersOf(someModels)
const wish: ExportWish = {
  locale: 'nl',
  names: true,
  draft: true,
  panel: true,
  level: 'complete',
  at: Date.UTC(2026, 10, 25),
}
const timeout = 120_000
const made = async (format: ExportFormat, from = source) => {
  const file = await exporters[format](from, wish)
  if (!file) throw new Error(`no ${format}`)
  return file
}

/** Parts of a file that hold words: those of a package, or the file itself. */
const partsOf = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.entries(unzipSync(bytes))
        .filter(([part]) => !part.endsWith('.png'))
        .map(([part, content]) => [part, strFromU8(content)] as const)
    : [[name, strFromU8(bytes)] as const]

// What XML 1.0 forbids, and what turns the direction of all that follows.
const illegal = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u
/** A way out of the file, or something that does more than stand there. */
const active =
  /<!ENTITY|<!DOCTYPE|TargetMode="External"|(?:href|Target|src)="[^"]*canary|<(?:f|w:hyperlink r:id|script)[\s>]|<w:instrText[^>]*>(?!PAGE<)|table:formula|url\(["']?(?:https?:)?\/\//

const drawn = ['pdf', 'png'] as const
const written = exportFormats.filter((format) => !drawn.some((each) => each === format))

describe('text that is hostile to every format at once', () => {
  test.each(written)('stands in %s as words, and points nowhere', { timeout }, async (format) => {
    const parts = partsOf(await made(format))
    expect(parts.map(([, part]) => part).join('')).toContain('HYPERLINK(')
    const isXml = (name: string) => /\.(?:xml|rels|svg|gexf|graphml)$/.test(name)
    const found = parts.flatMap(([name, part]) => {
      // A workspace file gives back what was written, whatever that was; JSON can hold it.
      const wrong = format === 'json' ? null : illegal.exec(part)
      const acts = isXml(name) || format === 'html' ? active.exec(part) : null
      return [wrong, acts].flatMap((hit) => (hit ? [`${name}: ${part.slice(hit.index - 40, hit.index + 40)}`] : []))
    })
    expect(found).toEqual([])
  })

  test.each(['odt', 'docx', 'xlsx', 'ods', 'kumu-xlsx', 'map-xlsx', 'svg', 'gexf', 'graphml'] as const)(
    'leaves no element of %s open',
    { timeout },
    async (format) => {
      const parts = partsOf(await made(format)).filter(([name]) => /\.(?:xml|rels|svg|gexf|graphml)$/.test(name))
      expect(parts.map(([name, part]) => [name, ...openElements(part)])).toEqual(parts.map(([name]) => [name]))
    },
  )

  test('a web page holds it as text: nothing runs, and nothing is loaded', async () => {
    const { document } = new Window()
    document.write(strFromU8((await made('html')).bytes))
    const loaded = [...document.querySelectorAll('img, script, link, iframe, object, embed, form, base, a[href]')]
    expect(loaded.length).toBeGreaterThan(20)
    const outward = loaded.map((each) => `${each.tagName} ${each.getAttribute('src') ?? each.getAttribute('href')}`)
    expect(outward.filter((each) => !/^(?:IMG data:image\/|A #)/.test(each))).toEqual([])
    expect([...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()).filter(isHandler)).toEqual(
      [],
    )
    expect(document.body.textContent).toContain('<script src="//canary.example.org">')
  })

  test('a PDF holds it as words: no link leads out, nothing is started or packed inside', { timeout }, async () => {
    const { name, bytes } = await made('pdf')
    expect(await exportedText(name, bytes)).toContain('#read("/etc/hostname")')
    const pdf = await openPdf(bytes)
    expect([await pdf.getJSActions(), await pdf.getAttachments(), await pdf.getOpenAction()]).toEqual([
      null,
      null,
      null,
    ])
    const links: string[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const notes: readonly { readonly url?: string; readonly unsafeUrl?: string }[] = await (
        await pdf.getPage(number)
      ).getAnnotations()
      links.push(...notes.flatMap(({ url, unsafeUrl }) => [url ?? unsafeUrl ?? '']).filter((each) => each !== ''))
    }
    expect(links).toEqual([])
  })

  test('Markdown keeps no tag, no picture and no link of it', async () => {
    const text = strFromU8((await made('md')).bytes)
    expect(text).toContain('HYPERLINK(')
    expect(text.match(/(?<!\\)<(?=[a-z!/?])|(?<!\\)\]\(/gi) ?? []).toEqual([])
  })

  test.each(['xlsx', 'ods', 'kumu-xlsx', 'map-xlsx'] as const)('no cell of %s counts or leads', async (format) => {
    const book = read((await made(format)).bytes, { type: 'array', cellFormula: true })
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet).flatMap(([place, cell]: [string, CellObject]) => (place.startsWith('!') ? [] : [cell])),
    )
    const texts = cells.filter(({ t, v }) => t === 's' && String(v).includes('HYPERLINK'))
    expect(texts.length).toBeGreaterThan(40)
    expect(cells.filter(({ f, l }) => f !== undefined || l !== undefined)).toEqual([])
  })

  test.each(['csv', 'map-csv', 'gephi-csv'] as const)('%s opens in a spreadsheet as words', async (format) => {
    const cells = partsOf(await made(format)).flatMap(([, part]) =>
      [...part.matchAll(/(?<=^|[;,\n\ufeff])"((?:[^"]|"")*)"/g)].map(([, cell]) => cell ?? ''),
    )
    expect(cells.filter((cell) => cell.includes('HYPERLINK')).length).toBeGreaterThan(20)
    expect(cells.filter((cell) => /^\s*[=+\-@\t\r|＝＋－＠]/.test(cell))).toEqual([])
  })
})

const isHandler = (name: string): boolean => /^on|^style$|^srcdoc$|^formaction$/.test(name)

/** Elements that never close; a closing tag of another one ends the search. */
const openElements = (xml: string): readonly string[] => {
  const open: string[] = []
  for (const [tag, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)) {
    if (slash !== '/' && !rest.endsWith('/')) open.push(name)
    if (slash === '/' && open.pop() !== name) return [...open, tag]
  }
  return open
}

describe('names from right to left', () => {
  const names = ['مركز الجيران', 'שכונה חיה', 'ליגת נשים']
  const file = exampleFile()
  const renamed = (list: unknown): unknown[] =>
    Array.isArray(list)
      ? list.map((row: object, at) => ({
          ...row,
          name: names[at % names.length],
          displayName: names[at % names.length],
        }))
      : []
  const abroad = sourceOf({
    ...file,
    participants: renamed(file['participants']),
    stakeholders: renamed(file['stakeholders']),
  })
  const letters = (text: string): string => Array.from(text).toSorted().join('')

  test.each(written)('stand in %s as they were written', { timeout }, async (format) => {
    const text = partsOf(await made(format, abroad))
      .map(([, part]) => part)
      .join('\n')
    // A drawing breaks a long name into lines.
    const words = format === 'svg' ? names.flatMap((name) => name.split(' ')) : names
    expect(words.filter((name) => !text.includes(name))).toEqual([])
  })

  test('stand in a PDF, letter by letter, and run their own way in a document', { timeout }, async () => {
    const { name, bytes } = await made('pdf', abroad)
    const found = new Set((await exportedText(name, bytes)).split(/[\s"]+/).map(letters))
    expect(names.flatMap((each) => each.split(' ')).filter((word) => !found.has(letters(word)))).toEqual([])
    const runs = { docx: /<w:bidi\/>/, odt: /text:style-name="RTL_/, html: /dir="rtl"/ }
    for (const [format, own] of Object.entries(runs)) {
      const text = partsOf(await made(format as keyof typeof runs, abroad)).map(([, part]) => part) // a key of our own
      expect({ format, runs: text.some((part) => own.test(part)) }).toEqual({ format, runs: true })
    }
  })
})
