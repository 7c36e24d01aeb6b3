import type { Locale } from '#i18n/strings.ts'
import type { Models } from './any-model.ts'
import { artefactFile } from './artefact-file.ts'
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
  /** For files of one artefact: which one, through which lens, and whether in a plainer form. */
  readonly artefact?: string | undefined
  readonly lens?: string | undefined
  readonly compatible?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

export type ExportedFile = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }
type Exporter = (workspace: WorkspaceSource, wish: ExportWish) => Promise<ExportedFile>
/** Of one artefact; `null` when nothing in the workspace can give this file. */
type ArtefactExporter = (workspace: WorkspaceSource, wish: ExportWish) => Promise<ExportedFile | null>

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
  const ofOne =
    (format: string): ArtefactExporter =>
    async (source, wish) =>
      artefactFile(format, snapshotOf(source, { audience: 'shared', names: wish.names }), wish, models)
  return {
    html: report('html', 'text/html; charset=utf-8', writeHtml),
    docx: report('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', writeDocx),
    md: report('md', 'text/markdown; charset=utf-8', writeMarkdown),
    json,
    'map-xlsx': ofOne('map-xlsx'),
    'map-csv': ofOne('map-csv'),
    'kumu-json': ofOne('kumu-json'),
    'kumu-xlsx': ofOne('kumu-xlsx'),
    'gephi-csv': ofOne('gephi-csv'),
    gexf: ofOne('gexf'),
    graphml: ofOne('graphml'),
    svg: ofOne('svg'),
  } as const
}
