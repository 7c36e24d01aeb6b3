import { BorderStyle, LineRuleType, ShadingType, type IStylesOptions } from 'docx'
import type { Locale } from '#i18n/strings.ts'

const ink = '112121'
const soft = '374949'
const languages: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

/** The styles of a report; people change how a whole document looks by changing these. Sizes are half points. */
export const docxStyles = (locale: Locale): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Verdana', size: 19, color: ink, language: { value: languages[locale] } },
      paragraph: { spacing: { after: 120, line: 300, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 48, color: ink }, paragraph: { spacing: { before: 60, after: 160 } } },
    heading1: {
      run: { size: 32, bold: true, color: ink },
      paragraph: {
        spacing: { before: 480, after: 120 },
        keepNext: true,
        border: { top: { style: BorderStyle.SINGLE, size: 18, color: 'BFD6DB', space: 8 } },
      },
    },
    heading2: {
      run: { size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 300, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true, color: ink },
      paragraph: { spacing: { before: 220, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 28 }, paragraph: { spacing: { after: 240 } } },
    { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { color: soft } },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: {
        indent: { left: 280 },
        spacing: { after: 40 },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: 'FAD838', space: 10 } },
      },
    },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      run: { size: 18, color: soft },
      paragraph: { indent: { left: 280 } },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      // A line of its own height: else a picture is cut to that of a line of text.
      paragraph: { spacing: { before: 80, after: 60, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      paragraph: { shading: { type: ShadingType.CLEAR, fill: 'E9F1F2' } },
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
      paragraph: { spacing: { before: 160, after: 60 } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 260, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'CellHead',
      name: 'Cell head',
      basedOn: 'Cell',
      run: { size: 17, bold: true, color: soft },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 16, color: soft } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: soft } },
  ],
})
