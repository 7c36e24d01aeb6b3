import type { ArtefactImports } from '#domain/artefact.ts'
import { ok } from '#kernel/result.ts'
import { most } from './formats/bounds.ts'
import { applyImport, prepareImport, revertImport, type ImportTrace } from './import-commands.ts'
import { parseImport } from './import-shape.ts'
import type { shape } from './shape.ts'

/** How rows of a file come into a map, and are taken back. */
export const imports: ArtefactImports<typeof shape> = {
  prepare: (raw, isTaken) => {
    const parsed = parseImport(raw)
    if (!parsed.ok) return parsed
    const prepared = prepareImport(parsed.value, isTaken)
    const { rows, partyIds, lineIds } = prepared
    return ok({
      items: [
        ...partyIds.filter((_, at) => rows.parties[at]?.match === null),
        ...lineIds.filter((_, at) => rows.lines[at]?.match === null),
      ],
      apply: (draft) => {
        const applied = applyImport(draft, prepared, most.parties + most.lines)
        if (!applied.ok) return applied
        const { added, changed } = applied.value
        const rowsChanged = new Set(changed.map(({ id }) => id)).size
        return ok({ trace: { added, changed }, added: added.length, changed: rowsChanged })
      },
    })
  },
  // A trace is what `apply` gave, kept by the server as it was.
  revert: (draft, trace) => revertImport(draft, trace as ImportTrace),
}
