import {
  AlignmentType,
  InternalHyperlink,
  ImageRun,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cleanText } from '#kernel/clean-text.ts'
import { hasCover, logoSize, openedOf } from './cover.ts'
import { bullets, docxBlocks, headingMark, numbering } from './docx-blocks.ts'
import { decorative, ornamentRun } from './docx-runs.ts'
import { docxStyles, type Setting } from './docx-styles.ts'
import { horizon, polderMark } from './markers.ts'
import { fitOf } from './page-fit.ts'
import type { Logo } from './report/form.ts'
import type { Report } from './report.ts'
import { zipDay } from './zip-day.ts'

/**
 * A report for a word processor, with styles, real headings and lists, tables that repeat their head, and page numbers.
 * The same report gives the same bytes. It holds no link to elsewhere: an address is written out.
 */
export const writeDocx = async (report: Report, at: number): Promise<Uint8Array> => {
  const title = cleanText(report.title)
  const setting = { short: report.short ?? false, cover: hasCover(report), fit: fitOf(report) }
  const { warnings, body } = openedOf(report)
  const byHand: string[] = []
  const keep = (xml: string): FileChild => new Paragraph({ style: `${standIn}${byHand.push(xml) - 1}` })
  const document = new Document({
    title,
    subject: cleanText(report.subtitle),
    description: `${report.words.report}, ${report.date}`,
    creator: 'Polder',
    lastModifiedBy: 'Polder',
    styles: docxStyles(report.locale, setting),
    numbering: {
      config: [
        { reference: numbering, levels: [0, 1, 2].map((level) => numberedLevel(level)) },
        { reference: bullets, levels: [0, 1, 2].map((level) => dottedLevel(level)) },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: setting.short ? closeMargin : margin },
          // The first page has the title itself.
          titlePage: true,
        },
        headers: {
          default: new Header({ children: [new Paragraph({ style: 'Header', text: title })] }),
          first: new Header({ children: [] }),
        },
        footers: {
          default: new Footer({ children: [footOf(report)] }),
          first: new Footer({ children: [footOf(report)] }),
        },
        children: [
          ...openingOf(report, setting),
          ...docxBlocks(warnings, keep),
          ...factsOf(report, setting),
          ...contentsOf({ ...report, blocks: body }),
          ...(setting.cover ? [new Paragraph({ style: 'Gap', children: [new PageBreak()] })] : []),
          ...docxBlocks(body, keep, setting.fit),
        ],
      },
    ],
  })
  return settled(await Packer.toBuffer(document), byHand, at)
}

const numberedLevel = (level: number) => ({
  level,
  format: LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
})

const dottedLevel = (level: number) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 300 * (level + 1), hanging: 260 } } },
})

const margin = { top: 1134, bottom: 1134, left: 1020, right: 1020, header: 500, footer: 500 }
const closeMargin = { top: 740, bottom: 800, left: 1020, right: 1020, header: 400, footer: 420 }

const openingOf = ({ title, subtitle, date, words, logo }: Report, { cover, fit }: Setting): FileChild[] => {
  const kicker = cleanText(`${words.report}, ${date}`)
  const height = Math.round((cover ? 46 : 26) * fit)
  const mark = logo ? logoRun(logo, height) : ornamentRun(polderMark, height, height)
  return [
    new Paragraph({
      style: 'Brand',
      tabStops: [{ type: TabStopType.RIGHT, position: 9866 }],
      children: [
        mark,
        new TextRun({ text: cleanText(`  ${title}`) }),
        ...(cover ? [] : [new TextRun({ text: `\t${kicker}`, bold: false })]),
      ],
    }),
    ...(cover ? [new Paragraph({ style: 'Kicker', text: kicker })] : []),
    new Paragraph({ style: 'Title', text: cleanText(subtitle.trim() === '' ? title : subtitle) }),
    new Paragraph({ style: 'Horizon', children: [ornamentRun(horizon, 668, cover ? 6 : 4)] }),
  ]
}

const factsOf = ({ facts = [] }: Report, { cover }: Setting): FileChild[] =>
  cover
    ? facts.map(
        ({ label, text }) =>
          new Paragraph({
            style: 'Fact',
            children: [
              new TextRun({ text: `${cleanText(label)}: `, bold: true }),
              new TextRun({ text: cleanText(text) }),
            ],
          }),
      )
    : []

const logoRun = (logo: Logo, tall: number): ImageRun => {
  const { width, height } = logoSize(logo, tall)
  const words = cleanText(logo.alternative)
  return new ImageRun({
    type: 'png',
    data: logo.bytes,
    transformation: { height: Math.round(height), width: Math.round(width) },
    altText: { name: words, title: words, description: words },
  })
}

// Real links to the headings, so that there is nothing to update on opening.
const contentsOf = ({ blocks, words, short = false }: Report): FileChild[] => {
  const chapters = blocks.flatMap((block, at) => (block.type === 'heading' && block.level === 1 ? [{ block, at }] : []))
  if (short || words.contents === undefined || chapters.length < 3) return []
  return [
    new Paragraph({ style: 'Contents', text: cleanText(words.contents) }),
    ...chapters.map(
      ({ block, at }) =>
        new Paragraph({
          style: 'Fact',
          children: [
            new InternalHyperlink({
              anchor: headingMark(at),
              children: [new TextRun({ text: cleanText(block.text), color: '005764' })],
            }),
          ],
        }),
    ),
  ]
}

const footOf = ({ words, notice, version }: Report): Paragraph =>
  new Paragraph({
    style: 'Footer',
    alignment: notice === undefined ? AlignmentType.END : AlignmentType.START,
    tabStops: [{ type: TabStopType.RIGHT, position: 9866 }],
    children: [
      ...(notice === undefined ? [] : [new TextRun({ text: `${cleanText(`${notice} ${version ?? ''}`).trim()}\t` })]),
      new TextRun({ children: [`${words.page} `, PageNumber.CURRENT] }),
    ],
  })

// The library writes the clock of the machine into the file, and counts on where the last file ended.
const settled = (bytes: Uint8Array, byHand: readonly string[], at: number): Uint8Array => {
  const parts = unzipSync(bytes)
  const stamp = `${new Date(at).toISOString().slice(0, 19)}Z`
  const change = (name: string, write: (xml: string) => string) => {
    const part = parts[name]
    if (part) parts[name] = strToU8(write(strFromU8(part)))
  }
  change('docProps/core.xml', (xml) => xml.replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${stamp}`))
  change('word/document.xml', (xml) => renumbered(withOrnaments(withTables(xml, byHand))))
  return zipSync(parts, { level: 6, mtime: zipDay(at) })
}

// A paragraph of such a style stands where a table that we wrote ourselves belongs; nothing that people wrote is a style.
const standIn = 'StandIn'

const withTables = (xml: string, byHand: readonly string[]): string =>
  xml.replaceAll(
    new RegExp(`<w:p><w:pPr><w:pStyle w:val="${standIn}(\\d+)"/></w:pPr></w:p>`, 'g'),
    (_, number: string) => byHand[Number(number)] ?? '',
  )

// By this mark a screen reader passes over a picture that says nothing of its own.
const ornament =
  '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

const withOrnaments = (xml: string): string =>
  xml.replaceAll(
    new RegExp(`<wp:docPr ([^>]*name="${decorative}"[^>]*?)/?>(?:</wp:docPr>)?`, 'g'),
    (_, attributes: string) => `<wp:docPr ${attributes}>${ornament}</wp:docPr>`,
  )

const renumbered = (xml: string): string => {
  const bookmarks = new Map<string, number>()
  let pictures = 0
  return xml
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\w+)/g, (_, head: string, id: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1
      bookmarks.set(id, number)
      return `${head}${number}`
    })
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${(pictures += 1)}`)
}
