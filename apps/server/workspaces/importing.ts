import * as Y from 'yjs'
import { models } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Shape } from '#crdt/shape.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { sessionShape } from '#domain/session.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type { FileRefusal, ImportedPerson, ImportedWorkspace } from '#export/workspace-file/imported.ts'
import { orderBetween } from '#kernel/order.ts'
import type { CompiledQuery } from 'kysely'
import { db } from '../storage/tables.ts'
import { documentRow, fillDocument, newWorkspaceRows, type CreatingDeps } from './creating.ts'

/** Takes a parsed workspace file apart, or says where it is wrong. */
export type ReadWorkspaceFile = (
  file: unknown,
) => { readonly ok: true; readonly value: ImportedWorkspace } | FileRefusal

const keepDays = 365
const mostRowsInOneWrite = 2000

/** Makes a new workspace of a file that was read; ids of items stay, that of the workspace is new. */
export const importWorkspace = async (
  deps: CreatingDeps,
  file: ImportedWorkspace,
): Promise<{ readonly id: string; readonly joinCode: string }> => {
  const now = deps.clock.now()
  const facts = { title: file.title, language: file.language, keepDays, perspectives: file.perspectives }
  const { id, joinCode, rows } = newWorkspaceRows(facts, now)
  await deps.storage.tables.write([...rows, ...peopleRows(id, file.people), ...documentRows(id, file, now)])
  try {
    for (const part of chunks(secretRows(id, file), mostRowsInOneWrite)) await deps.storage.tables.write(part)
    await fillDocuments(deps, id, file, now)
  } catch (error) {
    // Half a workspace is none.
    const remove = db.updateTable('workspace').set({ state: 'removed', join_code: null }).where('id', '=', id)
    await deps.storage.tables.write([remove.compile()])
    throw error
  }
  return { id, joinCode }
}

const peopleRows = (workspace: string, people: readonly ImportedPerson[]): CompiledQuery[] =>
  people.map(({ canRecord, stakeholderId, ...person }) =>
    db
      .insertInto('participant')
      .values({
        workspace,
        ...person,
        can_record: canRecord ? 1 : 0,
        stakeholder_id: stakeholderId,
        joined_at: null,
        removed_at: null,
        claimed: 0,
      })
      .compile(),
  )

const documentRows = (workspace: string, { documents, sessions }: ImportedWorkspace, now: number): CompiledQuery[] => {
  let order: string | null = null
  return [...documents, ...sessions.map((session) => ({ ...session, kind: 'session' }))].map(({ id, kind, title }) => {
    order = orderBetween(order, null)
    return documentRow(workspace, { id, kind, title, order }, now)
  })
}

const secretRows = (workspace: string, { rows, leftovers }: ImportedWorkspace): CompiledQuery[] => [
  ...rows.record.map((row) =>
    db
      .insertInto('record')
      .values({ workspace, ...row })
      .compile(),
  ),
  ...rows.choice.map((row) =>
    db
      .insertInto('choice')
      .values({ workspace, ...row })
      .compile(),
  ),
  ...rows.voted.map((row) =>
    db
      .insertInto('voted')
      .values({ workspace, ...row })
      .compile(),
  ),
  ...rows.estimate.map((row) =>
    db
      .insertInto('estimate')
      .values({ workspace, ...row })
      .compile(),
  ),
  ...rows.exit_answer.map((row) =>
    db
      .insertInto('exit_answer')
      .values({ workspace, ...row })
      .compile(),
  ),
  ...leftovers.map(({ path, value }) =>
    db
      .insertInto('leftover')
      .values({ workspace, path, json: JSON.stringify(value) })
      .compile(),
  ),
]

const fillDocuments = async (deps: CreatingDeps, workspace: string, file: ImportedWorkspace, now: number) => {
  const perspectiveOf = new Map(file.people.map(({ id, perspective }) => [id, perspective]))
  const makerOf = new Map(file.makers.map(({ item, participant }) => [item, participant]))
  const fill = <S extends Shape>(document: string, shape: S, write: (draft: DraftOf<S>) => void) => {
    const makers = itemsOf(shape, write).flatMap((itemId) => {
      const participant = makerOf.get(itemId)
      if (participant === undefined) return []
      return [
        {
          itemId,
          participant,
          perspective: perspectiveOf.get(participant) ?? null,
          session: null,
          activity: null,
          at: now,
        },
      ]
    })
    return fillDocument(deps, workspace, document, shape, write, makers)
  }
  await fill('workspace', workspaceShape, file.fillWorkspace)
  await fill('evidence', evidenceShape, file.fillEvidence)
  for (const session of file.sessions) await fill(session.id, sessionShape, session.fill)
  for (const { id, kind, fill: write } of file.documents) {
    const { shape }: { readonly shape: Shape } = models[kind]
    // The reader made `fill` for the shape of this kind.
    await fill(id, shape, write as (draft: DraftOf<Shape>) => void)
  }
}

// A dry run: which items a document will hold must be known before its commit, to note who made them.
const itemsOf = <S extends Shape>(shape: S, write: (draft: DraftOf<S>) => void): string[] => {
  const scratch = new Y.Doc()
  const opened = openDocument(scratch, shape)
  opened.change({ perspective: '' }, write)
  const tables = Object.keys(shape).filter((name) => shape[name]?.kind === 'table')
  const items = tables.flatMap((name) => [...scratch.getMap(name).keys()])
  opened.close()
  scratch.destroy()
  return items
}

const chunks = <Item>(list: readonly Item[], size: number): readonly Item[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
