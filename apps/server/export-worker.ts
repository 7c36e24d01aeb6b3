import { parentPort } from 'node:worker_threads'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import type { ExportReply, ExportRequest } from './workspaces/export-thread.ts'
import type { Exporters } from './workspaces/exporting.ts'

const exporters: Exporters = exportersOf(models)

// Makes files on a thread of its own, one after the other, so that a live session does not feel it.
const make = async ({ id, format, workspace, wish }: ExportRequest): Promise<ExportReply> => {
  try {
    const exporter = exporters[format]
    if (!exporter) return { id, ok: false, message: `no writer of ${format}` }
    return { id, ok: true, file: await exporter(workspace, wish) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: ExportRequest) => {
  void make(request).then((reply) => {
    const bytes = reply.ok ? (reply.file?.bytes ?? null) : null
    // A file that owns its memory goes over without a copy.
    const moved = bytes && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    parentPort?.postMessage(reply, moved ? [bytes.buffer] : [])
  })
})
