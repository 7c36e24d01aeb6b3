import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'
import { writeDocx } from '../docx.ts'
import { fileNameOf } from '../file-name.ts'
import { writeHtml } from '../html.ts'
import { writeMarkdown } from '../markdown.ts'
import { snapshotOf } from '../projection.ts'
import type { Report } from '../report.ts'
import { tellerOf } from '../report/teller.ts'
import type { WorkspaceSource } from '../snapshot.ts'
import { agendaBlocks } from './agenda-blocks.ts'
import { agendaStrings } from './strings.ts'

/** The ways in which the agenda leaves: for a word processor, as a page, as plain text. */
export const agendaFormats = ['docx', 'html', 'md'] as const
export type AgendaFormat = (typeof agendaFormats)[number]

/** `at` in milliseconds since 1970. */
export type AgendaWish = { readonly format: AgendaFormat; readonly locale: Locale; readonly at: number }

/**
 * The agenda of rules as a file, from the same projection as a report: without names of people, and with only the sources
 * that may be told.
 */
export const agendaFile = async (source: WorkspaceSource, { format, locale, at }: AgendaWish) => {
  const words = agendaStrings[locale]
  const teller = tellerOf(snapshotOf(source, { audience: 'shared', names: false }), locale)
  const report: Report = {
    locale,
    title: words.title,
    subtitle: source.workspace.title,
    date: formatDate(locale, new Date(at).toISOString()),
    words: { report: words.memo, figure: teller.words.figure, page: teller.words.page },
    blocks: agendaBlocks(teller),
  }
  const { type, write } = writers[format]
  const written = await write(report, at)
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  return { bytes, type, name: fileNameOf(`${words.title} ${source.workspace.title}`, at, format) }
}

type Writer = {
  readonly type: string
  readonly write: (report: Report, at: number) => string | Promise<Uint8Array>
}
const writers: { readonly [Format in AgendaFormat]: Writer } = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
  html: { type: 'text/html; charset=utf-8', write: writeHtml },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
}
