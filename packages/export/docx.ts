import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cleanText } from './clean-text.ts'
import { docxBlocks, numbering } from './docx-blocks.ts'
import { docxStyles } from './docx-styles.ts'
import type { Report } from './report.ts'

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
        footers: { default: new Footer({ children: [pageNumber(report.words.page)] }) },
        children: [...openingOf(report), ...docxBlocks(report)],
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

const openingOf = ({ title, subtitle, date, words }: Report): FileChild[] => [
  new Paragraph({ style: 'Kicker', text: cleanText(`${words.report}, ${date}`) }),
  new Paragraph({ style: 'Title', text: cleanText(title) }),
  ...(subtitle.trim() === '' ? [] : [new Paragraph({ style: 'Subtitle', text: cleanText(subtitle) })]),
]

const pageNumber = (word: string): Paragraph =>
  new Paragraph({
    style: 'Footer',
    alignment: AlignmentType.END,
    children: [new TextRun({ children: [`${word} `, PageNumber.CURRENT] })],
  })

// The library writes the clock of the machine into the file, in its properties and beside each part.
const settled = (bytes: Uint8Array, at: number): Uint8Array => {
  const parts = unzipSync(bytes)
  const core = parts['docProps/core.xml']
  if (core) {
    const stamp = `${new Date(at).toISOString().slice(0, 19)}Z`
    parts['docProps/core.xml'] = strToU8(strFromU8(core).replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${stamp}`))
  }
  // A zip knows no time before 1980 and no time zone; noon is the same day everywhere.
  return zipSync(parts, { level: 6, mtime: new Date(Math.max(at, Date.UTC(1980, 0, 2))).setUTCHours(12, 0, 0, 0) })
}
