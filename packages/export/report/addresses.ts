import { isJsonObject } from '#crdt/json.ts'
import type { ExportedArtefact } from '../any-model.ts'
import type { WorkspaceSnapshot } from '../snapshot.ts'

/**
 * Where a thing stands in the workspace: the page of its document, at the thing itself. Evidence has no page of its own
 * and stands on that of the first problem that leans on it, else of the first problem; votes stand where people choose,
 * and what was decided, done and left open with the outcomes.
 */
export const addressesIn = (
  { id: workspace, workspace: { sessions }, evidence, artefacts, records, ballots }: WorkspaceSnapshot,
  origin: string | null,
): ((id: string) => string | null) => {
  if (origin === null) return () => null
  const home = `${origin}/w/${workspace}`
  const places = new Map<string, string>()
  const put = (ids: readonly string[], page: string) => {
    for (const id of ids) if (!places.has(id)) places.set(id, `${home}/${page}#${encodeURIComponent(id)}`)
  }
  for (const artefact of artefacts) {
    places.set(artefact.id, `${home}/a/${artefact.id}`)
    put(idsIn(artefact), `a/${artefact.id}`)
  }
  for (const { id } of sessions) places.set(id, `${home}/session/${id}`)
  const problems = artefacts.filter(({ kind }) => kind === 'problem-statement')
  const evidenceIds = evidence.evidence.map(({ id }): string => id)
  for (const artefact of problems) {
    const leant = leantOn(artefact)
    put(
      evidenceIds.filter((id) => leant.has(id)),
      `a/${artefact.id}`,
    )
  }
  const [first] = problems
  if (first) put(evidenceIds, `a/${first.id}`)
  put(
    ballots.map(({ id }) => id),
    'choose',
  )
  put(
    records.map(({ id }) => id),
    'outcomes',
  )
  return (id) => places.get(id) ?? null
}

// Every row of a document can be gone to by its id.
const idsIn = ({ content }: ExportedArtefact): string[] =>
  Object.values(content).flatMap((table) => (Array.isArray(table) ? table.flatMap(idOf) : []))

const leantOn = ({ content }: ExportedArtefact): ReadonlySet<unknown> =>
  new Set(
    Object.values(content).flatMap((table) =>
      Array.isArray(table)
        ? table.flatMap((row: unknown) => (isJsonObject(row) ? listed(row['evidenceIds']) : []))
        : [],
    ),
  )

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const idOf = (row: unknown): string[] =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : []
