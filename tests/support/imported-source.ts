import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { experimentPlan } from '#artefacts/experiment-plan/model.ts'
import { problemStatement } from '#artefacts/problem-statement/model.ts'
import { stakeholderMap } from '#artefacts/stakeholder-map/model.ts'
import { openDocument } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import { isJsonObject, jsonObjects, type JsonObject } from '#crdt/json.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import type { DirectoryEntry, Summary } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { sessionShape } from '#domain/session.ts'
import { workspaceShape } from '#domain/workspace.ts'
import { plainText } from '#crdt/prose.ts'
import type { WorkspaceSource } from '#export/snapshot.ts'
import type { ImportedWorkspace } from '#export/workspace-file/imported.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)

/** A fresh copy of the example workspace file. */
export const exampleFile = (): JsonObject => {
  const copy: unknown = structuredClone(example)
  return isJsonObject(copy) ? copy : {}
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The example with three times as many words in all that people wrote, and more decisions and actions. */
export const longFile = (): JsonObject => {
  const file = exampleFile()
  const longer = (list: string, field: string) =>
    jsonObjects(file[list]).map((row) => ({ ...row, [field]: `${textOf(row[field])} `.repeat(3).trim() }))
  const copied = (list: string) =>
    longer(list, 'text').flatMap((row) => [row, { ...row, id: `${textOf(row['id'])}-nog-een`, status: 'open' }])
  const workspace = isJsonObject(file['workspace']) ? file['workspace'] : {}
  return {
    ...file,
    workspace: { ...workspace, question: `${textOf(workspace['question'])} `.repeat(2).trim() },
    formulations: longer('formulations', 'text'),
    evidence: longer('evidence', 'text'),
    stakeholders: longer('stakeholders', 'name').map((row) => ({ ...row, atTable: 'no' })),
    decisions: copied('decisions'),
    actions: copied('actions'),
  }
}

export const someModels = {
  'problem-statement': problemStatement,
  'stakeholder-map': stakeholderMap,
  'experiment-plan': experimentPlan,
} as const

/** A file that must be readable, read. */
export const importedFrom = (file: unknown): ImportedWorkspace => {
  const read = readWorkspaceFile(file, someModels)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.value
}

export type Imported = { readonly source: WorkspaceSource; readonly documents: ReadonlyMap<string, Y.Doc> }

/** What the server makes of an import, without a server: documents filled and rows as they are stored. */
export const storedFrom = (imported: ImportedWorkspace): Imported => {
  const documents = new Map<string, Y.Doc>()
  const directory: DirectoryEntry[] = []
  const fill = <S extends Shape>(id: string, shape: S, write: (draft: DraftOf<S>) => void): ContentOf<S> => {
    const ydoc = new Y.Doc()
    documents.set(id, ydoc)
    const opened = openDocument(ydoc, shape)
    opened.change({ perspective: '' }, write)
    return opened.content()
  }
  const evidence = fill('evidence', evidenceShape, imported.fillEvidence)
  for (const { id, text } of evidence.evidence) {
    directory.push({ id, kind: 'evidence', label: plainText(text), document: 'evidence', attributes: {} })
  }
  const artefacts = imported.documents.map(({ id, kind, title, fill: write }) => {
    const model = Object.values<AnyModel>(someModels).find((known) => known.kind === kind)
    if (!model) throw new Error(`no model of ${kind}`)
    const content = fill(id, model.shape, (draft) => write(draft as never))
    directory.push(...model.summary(content as never).map((entry) => ({ ...entry, document: id })))
    return { id, kind, title, content }
  })
  const source: WorkspaceSource = {
    id: 'ws-test',
    language: imported.language,
    perspectives: imported.perspectives,
    workspace: fill('workspace', workspaceShape, imported.fillWorkspace),
    evidence,
    sessions: imported.sessions.map(({ id, fill: write }) => ({ id, content: fill(id, sessionShape, write) })),
    people: imported.people,
    artefacts,
    directory,
    rows: {
      ...imported.rows,
      item_maker: imported.makers,
      leftover: imported.leftovers.map(({ path, value }) => ({ path, json: JSON.stringify(value) })),
    },
  }
  return { source, documents }
}

type AnyModel = { readonly kind: string; readonly shape: Shape; readonly summary: (content: never) => Summary }
