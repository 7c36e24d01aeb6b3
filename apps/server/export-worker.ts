import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { tellersOf } from '#export/tellers.ts'
import type { ExportAnswer, ExportReply, ExportRequest, ExportTask } from './workspaces/export-thread.ts'
import type { Exporters } from './workspaces/exporting.ts'

// A file can wait; whoever writes in a room cannot. Linux knows a priority for each thread, which those that it starts get
// too; elsewhere nothing changes.
const giveWay = (): void => {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // No such place, or not allowed: files are then made beside everything else.
  }
}
giveWay()

const exporters: Exporters = exportersOf(models)
const tellers = tellersOf(models)

const answerTo = async (task: ExportTask): Promise<ExportAnswer> => {
  if (task.make === 'letter') return { made: 'letter', letter: await tellers.letter(task.workspace, task.wish) }
  if (task.make === 'counts') return { made: 'counts', counts: await tellers.counts(task.workspace, task.wish) }
  const exporter = exporters[task.format]
  if (!exporter) throw new Error(`no writer of ${task.format}`)
  return { made: 'file', file: await exporter(task.workspace, task.wish) }
}

// Makes files on a thread of its own, one after the other, so that a live session does not feel it.
const make = async ({ id, task }: ExportRequest): Promise<ExportReply> => {
  try {
    return { id, ok: true, answer: await answerTo(task) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: ExportRequest) => {
  void make(request).then((reply) => {
    const bytes = reply.ok && reply.answer.made === 'file' ? (reply.answer.file?.bytes ?? null) : null
    // A file that owns its memory goes over without a copy.
    const moved = bytes && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    parentPort?.postMessage(reply, moved ? [bytes.buffer] : [])
  })
})
