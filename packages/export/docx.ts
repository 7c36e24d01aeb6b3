import {
  AlignmentType,
  InternalHyperlink,
  ImageRun,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cleanText } from './clean-text.ts'
import { docxBlocks, headingMark, numbering } from './docx-blocks.ts'
import { docxStyles } from './docx-styles.ts'
import type { Report } from './report.ts'
import { zipDay } from './zip-day.ts'

/**
 * A report for a word processor, with styles, real headings and lists, tables that repeat their head, and page numbers.
 * The same report gives the same bytes. It holds no link to elsewhere: an address is written out.
 */
export const writeDocx = async (report: Report, at: number): Promise<Uint8Array> => {
  const title = cleanText(report.title)
  const document = new Document({
    title,
    subject: cleanText(report.subtitle),
    description: `${report.words.report}, ${report.date}`,
    creator: 'Polder',
    lastModifiedBy: 'Polder',
    styles: docxStyles(report.locale),
    numbering: {
      config: [{ reference: numbering, levels: [0, 1, 2].map((level) => numberedLevel(level)) }],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1020, right: 1020 } },
        },
        headers: { default: new Header({ children: [new Paragraph({ style: 'Header', text: title })] }) },
        footers: { default: new Footer({ children: [footOf(report)] }) },
        children: [...openingOf(report), ...contentsOf(report), ...docxBlocks(report)],
      },
    ],
  })
  return settled(await Packer.toBuffer(document), at)
}

const numberedLevel = (level: number) => ({
  level,
  format: LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
})

const logoHeight = 48

const openingOf = ({ title, subtitle, date, words, logo }: Report): FileChild[] => [
  ...(logo ? [new Paragraph({ style: 'Kicker', children: [logoRun(logo)] })] : []),
  new Paragraph({ style: 'Kicker', text: cleanText(`${words.report}, ${date}`) }),
  new Paragraph({ style: 'Title', text: cleanText(title) }),
  ...(subtitle.trim() === '' ? [] : [new Paragraph({ style: 'Subtitle', text: cleanText(subtitle) })]),
]

const logoRun = ({ type, bytes, alternative, width, height }: NonNullable<Report['logo']>): ImageRun =>
  new ImageRun({
    type: type === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { height: logoHeight, width: Math.round((width / height) * logoHeight) },
    altText: { name: cleanText(alternative), title: cleanText(alternative), description: cleanText(alternative) },
  })

// Real links to the headings, so that there is nothing to update on opening.
const contentsOf = ({ blocks, words, short = false }: Report): FileChild[] => {
  const chapters = blocks.flatMap((block, at) => (block.type === 'heading' && block.level === 1 ? [{ block, at }] : []))
  if (short || words.contents === undefined || chapters.length < 3) return []
  return [
    new Paragraph({ style: 'Caption', text: cleanText(words.contents) }),
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
const settled = (bytes: Uint8Array, at: number): Uint8Array => {
  const parts = unzipSync(bytes)
  const stamp = `${new Date(at).toISOString().slice(0, 19)}Z`
  const change = (name: string, write: (xml: string) => string) => {
    const part = parts[name]
    if (part) parts[name] = strToU8(write(strFromU8(part)))
  }
  change('docProps/core.xml', (xml) => xml.replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${stamp}`))
  change('word/document.xml', renumbered)
  return zipSync(parts, { level: 6, mtime: zipDay(at) })
}

const renumbered = (xml: string): string => {
  const bookmarks = new Map<string, number>()
  let pictures = 0
  return xml
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, (_, head: string, id: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1
      bookmarks.set(id, number)
      return `${head}${number}`
    })
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${(pictures += 1)}`)
}
