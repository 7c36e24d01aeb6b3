import { defineArtefact } from '#domain/artefact.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import { checks } from './checks.ts'
import { file } from './file.ts'
import { outline } from './outline.ts'
import { sheets } from './sheets.ts'
import { mainOf } from './queries.ts'
import { places } from './places.ts'
import { shape } from './shape.ts'
import { name, purpose } from './strings.ts'
import { summary } from './summary.ts'

/** A problem with its parts, as server, export and web all see it. */
export const problemStatement = defineArtefact({
  kind: 'problem-statement',
  shape,
  shapeVersion: 1,
  name,
  purpose,
  begin: (draft, title) => {
    const problemId = draft.problems.add({ kind: 'main', title })
    draft.formulations.add({ problemId, form: 'free', perspective: mixedPerspective })
  },
  title: (content) => mainOf(content)?.title || null,
  summary,
  contributions: ({ causes, effects, formulations }) => [causes, effects, formulations].flat().map(({ id }) => id),
  outcomes: ({ problems }) => problems.flatMap(({ chosenFormulationId }) => chosenFormulationId ?? []),
  places,
  outline,
  sheets,
  file,
  checks,
})
