import { inOrder } from '../heading-order.ts'
import { cleanText } from '../clean-text.ts'
import type { Report } from '../report.ts'
import { headingMark, odtBody } from './odt-blocks.ts'
import { odtStyles, rightToLeftStyles } from './odt-styles.ts'
import { odfPackage } from './package.ts'
import { odfText, xmlText } from './xml.ts'

/**
 * A report for any word processor, in the open format that governments ask for: real headings, lists, tables with heads,
 * pictures with words, and no link to elsewhere. The same report gives the same bytes.
 */
export const writeOdt = (report: Report, at: number): Uint8Array => {
  const { locale, title, subtitle, words, notice = '', version = '', logo } = report
  const body = odtBody(report.blocks)
  const pictures = new Map(body.pictures)
  const logoPath = logo ? `Pictures/logo.${logo.type === 'image/png' ? 'png' : 'jpg'}` : null
  if (logo && logoPath) pictures.set(logoPath, logo.bytes)
  const content = [
    `<office:automatic-styles>${fixedStyles}${rightToLeftStyles()}${body.styles}</office:automatic-styles>`,
    '<office:body><office:text>',
    ...openingOf(report, logoPath),
    ...contentsOf(report),
    body.xml,
    '</office:text></office:body>',
  ].join('\n')
  const styles = odtStyles(locale, cleanText(`${notice} ${version}`.trim()), words.page)
  return odfPackage('text', { content, styles, title, subject: subtitle, language: locale, pictures }, at)
}

const fixedStyles = [
  '<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="left" fo:margin-bottom="0.1cm"/></style:style>',
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid #bfd6db"/></style:style>',
  '<style:style style:name="Strip" style:family="table-cell"><style:table-cell-properties fo:padding="0.2cm" fo:border-top="2.2pt solid #bfd6db" fo:border-bottom="2.2pt solid #bfd6db" fo:border-right="2.2pt solid #bfd6db"/></style:style>',
].join('')

const logoHeight = 1.3

const openingOf = ({ title, subtitle, date, words, logo }: Report, path: string | null): string[] => [
  ...(logo && path
    ? [
        `<text:p text:style-name="Kicker"><draw:frame draw:name="logo" text:anchor-type="as-char" svg:width="${((logo.width / logo.height) * logoHeight).toFixed(2)}cm" svg:height="${logoHeight}cm"><draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${xmlText(logo.alternative)}</svg:title><svg:desc>${xmlText(logo.alternative)}</svg:desc></draw:frame></text:p>`,
      ]
    : []),
  `<text:p text:style-name="Kicker">${odfText(`${words.report}, ${date}`)}</text:p>`,
  `<text:p text:style-name="Title">${odfText(title)}</text:p>`,
  ...(subtitle.trim() === '' ? [] : [`<text:p text:style-name="Subtitle">${odfText(subtitle)}</text:p>`]),
]

const contentsOf = ({ blocks, words, short = false }: Report): string[] => {
  const chapters = inOrder(blocks).flatMap((block, at) =>
    block.type === 'heading' && block.level === 1 ? [{ block, at }] : [],
  )
  if (short || words.contents === undefined || chapters.length < 3) return []
  return [
    `<text:p text:style-name="Caption">${odfText(words.contents)}</text:p>`,
    ...chapters.map(
      ({ block, at }) =>
        `<text:p text:style-name="Fact"><text:a xlink:type="simple" xlink:href="#${headingMark(at)}">${odfText(block.text)}</text:a></text:p>`,
    ),
  ]
}
