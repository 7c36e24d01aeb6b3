import { inOrder } from '../heading-order.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { hasCover, logoSize, openedOf } from '../cover.ts'
import { horizon, polderMark } from '../markers.ts'
import { fitOf } from '../page-fit.ts'
import type { Logo } from '../report/form.ts'
import type { Report } from '../report.ts'
import { headingMark, odtBody, ornamentOf } from './odt-blocks.ts'
import { odtStyles, rightToLeftStyles, type Setting } from './odt-styles.ts'
import { odfPackage } from './package.ts'
import { odfText, xmlText } from './xml.ts'

/**
 * A report for any word processor, in the open format that governments ask for: real headings, lists, tables with heads,
 * pictures with words, and no link to elsewhere. The same report gives the same bytes.
 */
export const writeOdt = (report: Report, at: number): Uint8Array => {
  const { locale, title, subtitle, words, notice = '', version = '', logo } = report
  const setting = { short: report.short ?? false, cover: hasCover(report), fit: fitOf(report) }
  const opened = openedOf(report)
  const body = odtBody(opened.body, setting.fit)
  const warnings = odtBody(opened.warnings)
  const pictures = new Map(body.pictures)
  const keep = (bytes: Uint8Array): string => {
    const path = `Pictures/${pictures.size + 1}.png`
    pictures.set(path, bytes)
    return path
  }
  const logoPath = logo ? 'Pictures/logo.png' : null
  if (logo && logoPath) pictures.set(logoPath, logo.bytes)
  const content = [
    `<office:automatic-styles>${fixedStyles}${rightToLeftStyles(setting)}${body.styles}</office:automatic-styles>`,
    '<office:body><office:text>',
    ...openingOf(report, logoPath, setting, keep),
    warnings.xml,
    ...factsOf(report, setting),
    ...contentsOf({ ...report, blocks: opened.body }),
    setting.cover ? '<text:p text:style-name="Cover_20_end"/>' : '',
    body.xml,
    '</office:text></office:body>',
  ].join('\n')
  const styles = odtStyles(locale, cleanText(`${notice} ${version}`.trim()), words.page, setting)
  return odfPackage('text', { content, styles, title, subject: subtitle, language: locale, pictures }, at)
}

const fixedStyles = [
  '<style:style style:name="Cover_20_end" style:family="paragraph" style:parent-style-name="Gap"><style:paragraph-properties fo:break-after="page"/></style:style>',
  '<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="left" fo:margin-bottom="0.1cm"/></style:style>',
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid #bfd6db"/></style:style>',
  '<style:style style:name="Strip" style:family="table-cell"><style:table-cell-properties fo:padding="0.2cm" fo:border-top="2.2pt solid #bfd6db" fo:border-bottom="2.2pt solid #bfd6db" fo:border-right="2.2pt solid #bfd6db"/></style:style>',
].join('')

type Keep = (bytes: Uint8Array) => string

const openingOf = (report: Report, logoPath: string | null, { cover, fit }: Setting, keep: Keep): string[] => {
  const { title, subtitle, date, words, logo } = report
  const tall = (cover ? 1.2 : 0.7) * fit
  const mark =
    logo && logoPath ? logoFrame(logo, logoPath, tall) : ornamentOf(polderMark, { width: tall, height: tall }, keep)
  const kicker = odfText(`${words.report}, ${date}`)
  const aside = cover ? '' : `<text:tab/>${kicker}`
  return [
    `<text:p text:style-name="Brand">${mark}<text:s text:c="2"/>${odfText(title)}${aside}</text:p>`,
    ...(cover ? [`<text:p text:style-name="Kicker">${kicker}</text:p>`] : []),
    `<text:p text:style-name="Title">${odfText(subtitle.trim() === '' ? title : subtitle)}</text:p>`,
    `<text:p text:style-name="Horizon">${ornamentOf(horizon, { width: 17, height: 0.13 }, keep)}</text:p>`,
  ]
}

const logoFrame = (logo: Logo, path: string, tall: number): string => {
  const { width, height } = logoSize(logo, tall)
  const words = xmlText(logo.alternative)
  return `<draw:frame draw:name="logo" text:anchor-type="as-char" svg:width="${width.toFixed(2)}cm" svg:height="${height.toFixed(2)}cm"><draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${words}</svg:title><svg:desc>${words}</svg:desc></draw:frame>`
}

const factsOf = ({ facts = [] }: Report, { cover }: Setting): string[] =>
  cover
    ? facts.map(
        ({ label, text }) =>
          `<text:p text:style-name="Fact"><text:span text:style-name="Strong">${odfText(label)}: </text:span>${odfText(text)}</text:p>`,
      )
    : []

const contentsOf = ({ blocks, words, short = false }: Report): string[] => {
  const chapters = inOrder(blocks).flatMap((block, at) =>
    block.type === 'heading' && block.level === 1 ? [{ block, at }] : [],
  )
  if (short || words.contents === undefined || chapters.length < 3) return []
  return [
    `<text:p text:style-name="Contents_20_Heading">${odfText(words.contents)}</text:p>`,
    ...chapters.map(
      ({ block, at }) =>
        `<text:p text:style-name="Fact"><text:a xlink:type="simple" xlink:href="#${headingMark(at)}">${odfText(block.text)}</text:a></text:p>`,
    ),
  ]
}
