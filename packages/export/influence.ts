import { descentIn, descentOf, livingOn } from '#domain/influence/lineage.ts'
import { influenceOf, type Influence } from '#domain/influence/measures.ts'
import type { AnyModel, ExportedArtefact, Models } from './any-model.ts'
import type { ExportedRecord, WorkspaceSource } from './snapshot.ts'

/**
 * How equal the process was: of those who were present in the sessions of these records, or of everybody who contributes
 * where nobody noted who was. Nothing of a person leaves it.
 */
export const influenceIn = (source: WorkspaceSource, records: readonly ExportedRecord[], models: Models): Influence => {
  const decided = records.filter(({ collection }) => collection === 'decisions')
  const told = source.artefacts.map((artefact) => lineageIn(artefact, models[artefact.kind]))
  const counted = new Set<string>([
    ...told.flatMap(({ contributions }) => contributions),
    ...source.evidence.evidence.map(({ id }) => id),
  ])
  const outcomes = [...told.flatMap((one) => one.outcomes), ...decided.map(({ id }) => id)]
  const descents = [
    ...told.flatMap((one) => one.descents),
    ...descentIn(source.evidence),
    ...decided.flatMap(({ id, body }) => descentOf({ id, ...body })),
  ]
  const perspectiveOf = new Map<string, string>(source.people.map(({ id, perspective }) => [id, perspective]))
  return influenceOf({
    attendants: attendantsIn(source, records),
    contributions: source.rows.item_maker
      .filter(({ item }) => counted.has(item))
      .map(({ item, participant }) => ({
        item,
        maker: participant,
        perspective: participant === null ? null : (perspectiveOf.get(participant) ?? null),
      })),
    drawn: source.perspectives.toSorted((a, b) => a.order - b.order).map(({ id }) => id),
    takenUp: livingOn(outcomes, descents),
  })
}

const attendantsIn = ({ people }: WorkspaceSource, records: readonly ExportedRecord[]) => {
  const present = new Set<unknown>()
  for (const { collection, body } of records) {
    const { presentIds } = body
    if (collection === 'sessions' && Array.isArray(presentIds)) for (const id of presentIds) present.add(id)
  }
  return people.filter(
    ({ id, role, canRecord }) => role === 'contributor' && !canRecord && (present.size === 0 || present.has(id)),
  )
}

const lineageIn = ({ id, content }: ExportedArtefact, model: AnyModel | undefined) => ({
  contributions: model?.contributions?.(content as never) ?? [],
  outcomes: model?.outcomes?.(content as never, id) ?? [],
  descents: descentIn(content),
})
