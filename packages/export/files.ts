import type { Locale } from '#i18n/strings.ts'
import type { Models } from './any-model.ts'
import { writeDocx } from './docx.ts'
import { fileNameOf } from './file-name.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { snapshotOf } from './projection.ts'
import { reportOutline, type Report } from './report.ts'
import type { WorkspaceSource } from './snapshot.ts'
import { writeWorkspaceFile } from './workspace-file/write-file.ts'

/**
 * What somebody asked for. `full` is for facilitators: their workspace file is a backup, that of others is filtered. It
 * follows `names` unless said otherwise, as only facilitators may have those.
 */
export type ExportWish = {
  readonly locale: Locale
  readonly names: boolean
  readonly draft: boolean
  readonly full?: boolean
  readonly level?: 'page' | 'standard'
  /** Milliseconds since 1970. */
  readonly at: number
}

export type ExportedFile = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }
type Exporter = (workspace: WorkspaceSource, wish: ExportWish) => Promise<ExportedFile>

/** One writer for each format, all behind the same projection. */
export const exportersOf = (models: Models) => {
  const report =
    (extension: string, type: string, write: (report: Report, at: number) => string | Promise<Uint8Array>): Exporter =>
    async (source, wish) => {
      const snapshot = snapshotOf(source, { audience: 'shared', names: wish.names })
      const written = await write(reportOutline(snapshot, wish, models), wish.at)
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
      return { bytes, type, name: fileNameOf(source.workspace.title, wish.at, extension) }
    }
  const json: Exporter = async (source, { names, full = names, at }) => {
    const file = writeWorkspaceFile(snapshotOf(source, { audience: full ? 'backup' : 'shared', names }), models)
    const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
    return { bytes, type: 'application/json; charset=utf-8', name: fileNameOf(source.workspace.title, at, 'json') }
  }
  return {
    html: report('html', 'text/html; charset=utf-8', writeHtml),
    docx: report('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', writeDocx),
    md: report('md', 'text/markdown; charset=utf-8', writeMarkdown),
    json,
  } as const
}
