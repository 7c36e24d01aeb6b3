import type { Models } from './any-model.ts'
import { artefactFile } from './artefact-file.ts'
import { writeDocx } from './docx.ts'
import { fileNameOf } from './file-name.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOds } from './odf/ods.ts'
import { writeOdt } from './odf/odt.ts'
import { drawn } from './picture.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { snapshotOf } from './projection.ts'
import type { Report, ReportWish } from './report/form.ts'
import { reportOutline } from './report.ts'
import { writeCsvZip } from './sheets/csv.ts'
import { workspaceSheets } from './sheets/workspace-sheets.ts'
import { writeXlsx } from './sheets/xlsx.ts'
import type { WorkspaceSource } from './snapshot.ts'
import { writeWorkspaceFile } from './workspace-file/write-file.ts'

/**
 * What somebody asked for. `full` is for facilitators: their workspace file is a backup, that of others is filtered. It
 * follows `names` unless said otherwise, as only facilitators may have those.
 */
export type ExportWish = ReportWish & {
  readonly full?: boolean
  /** The one session that it is about. */
  readonly session?: string
  /** For files of one artefact: which one, and whether in a plainer form. */
  readonly artefact?: string | undefined
  readonly compatible?: boolean | undefined
}

export type ExportedFile = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }
type Exporter = (workspace: WorkspaceSource, wish: ExportWish) => Promise<ExportedFile>
/** Of one artefact; `null` when nothing in the workspace can give this file. */
type ArtefactExporter = (workspace: WorkspaceSource, wish: ExportWish) => Promise<ExportedFile | null>

type WriteReport = (report: Report, at: number) => string | Uint8Array | Promise<Uint8Array>
type WriteSheets = (sheets: ReturnType<typeof workspaceSheets>, title: string, wish: ExportWish) => Uint8Array

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** One writer for each format, all behind the same projection. */
export const exportersOf = (models: Models) => {
  const sharedOf = (source: WorkspaceSource, { names, session }: ExportWish) =>
    snapshotOf(source, { audience: 'shared', names, models, ...(session === undefined ? {} : { session }) })
  const named = (source: WorkspaceSource, { at }: ExportWish, type: string, extension: string, bytes: Uint8Array) => ({
    bytes,
    type,
    name: fileNameOf(source.workspace.title, at, extension),
  })
  const report =
    (extension: string, type: string, write: WriteReport): Exporter =>
    async (source, wish) => {
      const written = await write(reportOutline(sharedOf(source, wish), wish, models), wish.at)
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
      return named(source, wish, type, extension, bytes)
    }
  const sheets =
    (extension: string, type: string, write: WriteSheets): Exporter =>
    async (source, wish) => {
      const made = workspaceSheets(sharedOf(source, wish), wish.locale, models)
      return named(source, wish, type, extension, write(made, source.workspace.title, wish))
    }
  const json: Exporter = async (source, wish) => {
    const { names, full = names } = wish
    const file = writeWorkspaceFile(snapshotOf(source, { audience: full ? 'backup' : 'shared', names }), models)
    const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
    return named(source, wish, 'application/json; charset=utf-8', 'json', bytes)
  }
  const ofOne =
    (format: string): ArtefactExporter =>
    async (source, wish) =>
      artefactFile(format, snapshotOf(source, { audience: 'shared', names: wish.names }), wish, models)
  const png: ArtefactExporter = async (source, wish) => {
    const svg = await ofOne('svg')(source, wish)
    if (!svg) return null
    const { png: bytes } = drawn(new TextDecoder().decode(svg.bytes))
    return { bytes, type: 'image/png', name: svg.name.replace(/svg$/, 'png') }
  }
  return {
    html: report('html', 'text/html; charset=utf-8', writeHtml),
    odt: report('odt', `${open}.text`, writeOdt),
    docx: report('docx', `${office}.wordprocessingml.document`, writeDocx),
    pdf: report('pdf', 'application/pdf', writePdf),
    md: report('md', 'text/markdown; charset=utf-8', writeMarkdown),
    xlsx: sheets('xlsx', `${office}.spreadsheetml.sheet`, (made, title, { at }) => writeXlsx(made, title, at)),
    ods: sheets('ods', `${open}.spreadsheet`, (made, title, { locale, at }) => writeOds(made, title, locale, at)),
    csv: sheets('csv.zip', 'application/zip', (made, _, { locale, at }) => writeCsvZip(made, locale, at)),
    json,
    'map-xlsx': ofOne('map-xlsx'),
    'map-csv': ofOne('map-csv'),
    'kumu-json': ofOne('kumu-json'),
    'kumu-xlsx': ofOne('kumu-xlsx'),
    'gephi-csv': ofOne('gephi-csv'),
    gexf: ofOne('gexf'),
    graphml: ofOne('graphml'),
    svg: ofOne('svg'),
    png,
  } as const
}
