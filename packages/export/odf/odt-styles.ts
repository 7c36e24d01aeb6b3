import type { Locale } from '#i18n/strings.ts'
import { xmlText } from './xml.ts'

const ink = '#112121'
const soft = '#374949'
const countries: Record<Locale, string> = { nl: 'NL', en: 'GB' }

type Look = { readonly paragraph?: string; readonly text?: string; readonly parent?: string; readonly level?: number }

// People change how a whole document looks by changing these; the names are those that word processors know.
const looks: { readonly [name: string]: Look } = {
  Standard: { paragraph: 'fo:margin-bottom="0.2cm" fo:line-height="125%"' },
  Title: { paragraph: 'fo:margin-top="0.1cm" fo:margin-bottom="0.3cm"', text: 'fo:font-size="22pt"' },
  Subtitle: { paragraph: 'fo:margin-bottom="0.5cm"', text: 'fo:font-size="14pt"' },
  Kicker: { text: `fo:color="${soft}"` },
  Heading_20_1: {
    level: 1,
    paragraph:
      'fo:margin-top="0.8cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always" fo:border-top="2.2pt solid #bfd6db" fo:padding-top="0.25cm"',
    text: 'fo:font-size="16pt" fo:font-weight="bold"',
  },
  Heading_20_2: {
    level: 2,
    paragraph: 'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    text: 'fo:font-size="13pt" fo:font-weight="bold"',
  },
  Heading_20_3: {
    level: 3,
    paragraph: 'fo:margin-top="0.35cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    text: 'fo:font-size="11pt" fo:font-weight="bold"',
  },
  Quotations: {
    paragraph:
      'fo:margin-left="0.4cm" fo:margin-bottom="0.1cm" fo:border-left="3pt solid #fad838" fo:padding-left="0.3cm"',
    text: 'fo:font-size="11pt"',
  },
  Source: {
    paragraph: 'fo:margin-left="0.4cm" fo:margin-bottom="0.3cm"',
    text: `fo:font-size="9pt" fo:color="${soft}"`,
  },
  Fact: { paragraph: 'fo:margin-bottom="0.1cm"' },
  Note: { paragraph: 'fo:background-color="#e9f1f2" fo:padding="0.2cm"' },
  Caution: { paragraph: 'fo:background-color="#fdf5cb" fo:padding="0.2cm"', text: 'fo:font-weight="bold"' },
  Caption: {
    paragraph: 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    text: 'fo:font-weight="bold"',
  },
  Table_20_Contents: { paragraph: 'fo:margin-bottom="0cm"', text: 'fo:font-size="9pt"' },
  Table_20_Heading: {
    parent: 'Table_20_Contents',
    text: `fo:font-size="8.5pt" fo:font-weight="bold" fo:color="${soft}"`,
  },
  Footer: { text: `fo:font-size="8pt" fo:color="${soft}"` },
}

/** The styles of a report with its page, its language, and the line at the foot of each page. */
export const odtStyles = (locale: Locale, foot: string, page: string): string => {
  const language = `fo:language="${locale}" fo:country="${countries[locale]}"`
  return [
    '<office:font-face-decls><style:font-face style:name="Text" svg:font-family="Verdana, \'DejaVu Sans\', sans-serif" style:font-family-generic="swiss"/></office:font-face-decls>',
    '<office:styles>',
    `<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties style:font-name="Text" fo:font-size="9.5pt" fo:color="${ink}" ${language}/></style:default-style>`,
    ...Object.entries(looks).map(([name, look]) => styleOf(name, look)),
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
    '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.9cm" fo:margin-bottom="1.6cm" fo:margin-left="2cm" fo:margin-right="2cm" style:print-orientation="portrait"/><style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>',
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${xmlText(foot)} ${xmlText(page)} <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>`,
  ].join('')
}

const styleOf = (name: string, { paragraph = '', text, parent = 'Standard', level }: Look): string => {
  const shown = name.replaceAll('_20_', ' ')
  const under = name === 'Standard' ? '' : ` style:parent-style-name="${parent}"`
  const outline = level === undefined ? '' : ` style:default-outline-level="${level}"`
  const words = text === undefined ? '' : `<style:text-properties ${text}/>`
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"${under}${outline} style:class="text"><style:paragraph-properties ${paragraph}/>${words}</style:style>`
}

const listStyle = (name: string, open: (level: number) => string, kind: 'bullet' | 'number'): string => {
  const levels = [1, 2, 3, 4, 5].map((level) => {
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="${level * 0.6}cm"/></style:list-level-properties>`
    return `${open(level)}${place}</text:list-level-style-${kind}>`
  })
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
}

/** The styles by which a paragraph of each look runs from right to left. */
export const rightToLeftStyles = (): string =>
  Object.keys(looks)
    .map(
      (name) =>
        `<style:style style:name="RTL_${name}" style:family="paragraph" style:parent-style-name="${name}"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>`,
    )
    .join('')
