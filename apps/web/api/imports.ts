import { addressOf } from '#protocol/http-paths.ts'
import type { Imports } from '#react/imports.ts'
import { call } from './call.ts'

/** Bringing files into documents of a workspace, over HTTP. */
export const importsOf = (workspace: string): Imports => ({
  list: async (artefact) => {
    const answer = await call('imports', { params: { workspace, artefact } })
    return answer.ok ? { ok: true, value: answer.value.imports } : { ok: false, reason: answer.code }
  },
  bring: async (artefact, what) => {
    const answer = await call('importRows', { params: { workspace, artefact }, body: what })
    return answer.ok ? answer : { ok: false, reason: answer.code }
  },
  undo: async (artefact, id) => {
    const answer = await call('undoImport', { params: { workspace, artefact, import: id } })
    return answer.ok ? answer : { ok: false, reason: answer.code }
  },
  fileAddress: (artefact, format, { lang, lens, compatible = false }) =>
    addressOf('export', { workspace }, { format, artefact, lang, lens, compatible: compatible ? '1' : undefined }),
})
