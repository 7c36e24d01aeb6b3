import type { Locale } from '#i18n/strings.ts'
import { xmlText } from './xml.ts'

const ink = '#112121'
const soft = '#374949'
const countries: Record<Locale, string> = { nl: 'NL', en: 'GB' }

/** How a report is set: `fit` is how large its letters are beside their usual size. */
export type Setting = { readonly short: boolean; readonly cover: boolean; readonly fit: number }

type Look = {
  readonly paragraph?: string
  readonly inside?: string
  readonly text?: string
  readonly parent?: string
  readonly level?: number
}

// Paragraphs with the same edges become one band.
const band =
  'fo:background-color="#e3eef1" fo:padding-left="0.4cm" fo:padding-right="0.4cm" fo:padding-top="0.3cm" fo:padding-bottom="0.3cm" fo:border="0.5pt solid #e3eef1" style:join-border="true" fo:margin-bottom="0cm"'

// People change how a whole document looks by changing these; the names are those that word processors know.
const looksOf = (setting: Setting): { readonly [name: string]: Look } => ({
  ...openingLooks(setting),
  ...headingLooks(setting),
  ...textLooks(setting),
})

const openingLooks = ({ short, cover, fit }: Setting): { readonly [name: string]: Look } => ({
  Title: {
    paragraph: `${band} fo:margin-top="0.15cm" fo:line-height="105%"`,
    text: `fo:font-size="${cover ? 27 : round((short ? 17 : 21) * fit)}pt"`,
  },
  Brand: {
    paragraph: `${band} fo:margin-top="0cm"`,
    inside: rightTab,
    text: `fo:font-size="${cover ? 11 : round(9 * fit)}pt" fo:font-weight="bold"`,
  },
  Kicker: { paragraph: `${band} fo:margin-top="3cm"`, text: `fo:font-size="11pt" fo:color="${soft}"` },
  Horizon: { paragraph: `fo:margin-top="0.08cm" fo:margin-bottom="${cover ? 0.5 : 0.1}cm" fo:line-height="100%"` },
  Contents_20_Heading: {
    paragraph: 'fo:margin-top="0.7cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    text: 'fo:font-size="13pt" fo:font-weight="bold"',
  },
})

const headingLooks = ({ short, fit }: Setting): { readonly [name: string]: Look } => {
  const bold = (points: number) => `fo:font-size="${round(points * fit)}pt" fo:font-weight="bold"`
  const space = (before: number, after: number) =>
    `fo:margin-top="${round(before * fit)}cm" fo:margin-bottom="${round(after * fit)}cm" fo:keep-with-next="always"`
  return {
    Heading_20_1: short
      ? { level: 1, paragraph: space(0.3, 0.08), text: bold(10.5) }
      : {
          level: 1,
          paragraph: `${space(0.8, 0.25)} fo:border-top="2.2pt solid #bfd6db" fo:padding-top="0.25cm"`,
          text: bold(16),
        },
    Heading_20_2: { level: 2, paragraph: short ? space(0.24, 0.06) : space(0.5, 0.15), text: bold(short ? 9.5 : 13) },
    Heading_20_3: { level: 3, paragraph: short ? space(0.2, 0.05) : space(0.35, 0.1), text: bold(short ? 9 : 11) },
  }
}

const textLooks = ({ short, fit }: Setting): { readonly [name: string]: Look } => {
  const size = (points: number) => `fo:font-size="${round(points * fit)}pt"`
  return {
    Standard: {
      paragraph: `fo:margin-bottom="${short ? 0.1 : 0.2}cm" fo:line-height="${short ? 112 : 125}%"`,
      text: size(short ? 9 : 9.5),
    },
    Quotations: {
      paragraph:
        'fo:margin-left="0.4cm" fo:margin-bottom="0.1cm" fo:border-left="3pt solid #fad838" fo:padding-left="0.3cm"',
      text: size(short ? 10 : 11),
    },
    Source: {
      paragraph: `fo:margin-left="0.4cm" fo:margin-bottom="${short ? 0.15 : 0.3}cm"`,
      text: `${size(short ? 8 : 9)} fo:color="${soft}"`,
    },
    Fact: { paragraph: 'fo:margin-bottom="0.1cm"' },
    Item: { paragraph: `fo:margin-bottom="${short ? 0.05 : 0.12}cm"` },
    Note: { paragraph: 'fo:background-color="#e9f1f2" fo:padding="0.2cm"' },
    Caution: { paragraph: 'fo:background-color="#fdf5cb" fo:padding="0.2cm"', text: 'fo:font-weight="bold"' },
    Caption: {
      paragraph: `fo:margin-top="${short ? 0.15 : 0.3}cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"`,
      text: 'fo:font-weight="bold"',
    },
    Gap: { paragraph: 'fo:margin-bottom="0cm" fo:line-height="100%"', text: 'fo:font-size="4pt"' },
    Table_20_Contents: { paragraph: 'fo:margin-bottom="0cm" fo:line-height="112%"', text: size(short ? 8 : 9) },
    Table_20_Heading: {
      parent: 'Table_20_Contents',
      text: `${size(8)} fo:font-weight="bold" fo:color="${soft}"`,
    },
    Footer: {
      paragraph: 'fo:margin-bottom="0cm"',
      inside: rightTab,
      text: `fo:font-size="7.5pt" fo:color="${soft}"`,
    },
  }
}

const rightTab = '<style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops>'

const round = (size: number): number => Math.round(size * 100) / 100

/** The styles of a report with its page, its language, and the line at the foot of each page. */
export const odtStyles = (locale: Locale, foot: string, page: string, setting: Setting): string => {
  const edges = setting.short ? { top: 1.3, bottom: 1.1 } : { top: 1.9, bottom: 1.6 }
  const language = `fo:language="${locale}" fo:country="${countries[locale]}"`
  return [
    '<office:font-face-decls><style:font-face style:name="Text" svg:font-family="Verdana, \'DejaVu Sans\', sans-serif" style:font-family-generic="swiss"/></office:font-face-decls>',
    '<office:styles>',
    `<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties style:font-name="Text" fo:font-size="9.5pt" fo:color="${ink}" ${language}/></style:default-style>`,
    ...Object.entries(looksOf(setting)).map(([name, look]) => styleOf(name, look)),
    '<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>',
    '<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-complex="italic"/></style:style>',
    '<style:style style:name="Strong_20_Emphasis" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>',
    listStyle(
      'Bullets',
      (level) =>
        `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${level % 2 === 1 ? '•' : '–'}">`,
      'bullet',
    ),
    listStyle(
      'Numbers',
      (level) => `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">`,
      'number',
    ),
    '</office:styles>',
    `<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="${edges.top}cm" fo:margin-bottom="${edges.bottom}cm" fo:margin-left="2cm" fo:margin-right="2cm" style:print-orientation="portrait"/><style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>`,
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${xmlText(foot)}<text:tab/>${xmlText(page)} <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>`,
  ].join('')
}

const styleOf = (name: string, { paragraph = '', inside = '', text, parent = 'Standard', level }: Look): string => {
  const shown = name.replaceAll('_20_', ' ')
  const under = name === 'Standard' ? '' : ` style:parent-style-name="${parent}"`
  const outline = level === undefined ? '' : ` style:default-outline-level="${level}"`
  const words = text === undefined ? '' : `<style:text-properties ${text}/>`
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"${under}${outline} style:class="text"><style:paragraph-properties ${paragraph}>${inside}</style:paragraph-properties>${words}</style:style>`
}

const listStyle = (name: string, open: (level: number) => string, kind: 'bullet' | 'number'): string => {
  const levels = [1, 2, 3, 4, 5].map((level) => {
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="${level * 0.6}cm"/></style:list-level-properties>`
    return `${open(level)}${place}</text:list-level-style-${kind}>`
  })
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
}

/** The styles by which a paragraph of each look runs from right to left. */
export const rightToLeftStyles = (setting: Setting): string =>
  Object.keys(looksOf(setting))
    .map(
      (name) =>
        `<style:style style:name="RTL_${name}" style:family="paragraph" style:parent-style-name="${name}"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>`,
    )
    .join('')
