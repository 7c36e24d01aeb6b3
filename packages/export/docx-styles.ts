import { BorderStyle, LineRuleType, ShadingType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Locale } from '#i18n/strings.ts'

const ink = '112121'
const soft = '374949'
const sky = 'E3EEF1'
const languages: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

/** How a report is set: `fit` is how large its letters are beside their usual size. */
export type Setting = { readonly short: boolean; readonly cover: boolean; readonly fit: number }

// Paragraphs with the same edges become one band.
const edge = { style: BorderStyle.SINGLE, size: 48, color: sky, space: 6 }
const band = {
  border: { top: edge, bottom: edge, left: edge, right: edge },
  shading: { type: ShadingType.CLEAR, fill: sky },
}

/** The styles of a report; people change how a whole document looks by changing these. Sizes are half points. */
export const docxStyles = (locale: Locale, setting: Setting): IStylesOptions => {
  const { short, cover, fit } = setting
  const size = (halfPoints: number) => Math.round(halfPoints * fit)
  const space = (before: number, after: number) => ({
    before: Math.round(before * fit),
    after: Math.round(after * fit),
  })
  return {
    default: {
      document: {
        run: { font: 'Verdana', size: size(short ? 18 : 19), color: ink, language: { value: languages[locale] } },
        paragraph: { spacing: { after: size(short ? 70 : 120), line: short ? 264 : 295, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: cover ? 54 : size(short ? 34 : 42), color: ink },
        paragraph: {
          ...band,
          keepLines: true,
          spacing: { before: 0, after: cover ? 200 : 0, line: 252, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: {
        run: { size: size(short ? 21 : 32), bold: true, color: ink },
        paragraph: {
          spacing: short ? space(170, 50) : space(480, 120),
          keepNext: true,
          ...(short ? {} : { border: { top: { style: BorderStyle.SINGLE, size: 18, color: 'BFD6DB', space: 8 } } }),
        },
      },
      heading2: {
        run: { size: size(short ? 19 : 26), bold: true, color: ink },
        paragraph: { spacing: short ? space(140, 40) : space(300, 80), keepNext: true },
      },
      heading3: {
        run: { size: size(short ? 18 : 22), bold: true, color: ink },
        paragraph: { spacing: space(short ? 120 : 220, short ? 40 : 60), keepNext: true },
      },
    },
    paragraphStyles: [...openingStyles(setting), ...textStyles(setting)],
  }
}

const openingStyles = ({ cover, fit }: Setting): IParagraphStyleOptions[] => [
  {
    id: 'Brand',
    name: 'Brand',
    basedOn: 'Normal',
    run: { bold: true, size: Math.round((cover ? 22 : 18) * fit) },
    paragraph: {
      ...band,
      spacing: { before: 0, after: cover ? 0 : Math.round(160 * fit), line: 240, lineRule: LineRuleType.AUTO },
    },
  },
  {
    id: 'Kicker',
    name: 'Kicker',
    basedOn: 'Normal',
    run: { color: soft, size: 22 },
    paragraph: { ...band, spacing: { before: 1900, after: 160, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Horizon',
    name: 'Horizon',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: cover ? 280 : 60, line: 240, lineRule: LineRuleType.AUTO } },
  },
]

const textStyles = ({ short, fit }: Setting): IParagraphStyleOptions[] => {
  const size = (halfPoints: number) => Math.round(halfPoints * fit)
  return [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { size: size(short ? 20 : 23) },
      paragraph: {
        indent: { left: 280 },
        keepLines: true,
        spacing: { after: 40 },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: 'FAD838', space: 10 } },
      },
    },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      run: { size: size(short ? 16 : 18), color: soft },
      paragraph: { indent: { left: 280 } },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      // A line of its own height: else a picture is cut to that of a line of text.
      paragraph: { spacing: { before: size(80), after: size(60), line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 50 } } },
    { id: 'Item', name: 'Item', basedOn: 'Normal', paragraph: { spacing: { after: short ? 30 : 60 } } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 120 }, shading: { type: ShadingType.CLEAR, fill: 'E9F1F2' } },
    },
    {
      id: 'Caution',
      name: 'Caution',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { shading: { type: ShadingType.CLEAR, fill: 'FDF5CB' } },
    },
    {
      id: 'Caption',
      name: 'Caption',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: size(short ? 90 : 160), after: 60 }, keepNext: true },
    },
    {
      id: 'Contents',
      name: 'Contents',
      basedOn: 'Normal',
      run: { bold: true, size: 26 },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: size(short ? 16 : 17) },
      paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { size: size(16), bold: true, color: soft } },
    {
      id: 'Gap',
      name: 'Gap',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 16, color: soft } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 15, color: soft } },
  ]
}
