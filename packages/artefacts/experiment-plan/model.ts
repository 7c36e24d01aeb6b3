import { plainText } from '#crdt/prose.ts'
import { defineArtefact } from '#domain/artefact.ts'
import type { Summary } from '#domain/directory.ts'
import { file } from './file.ts'
import { outline } from './outline.ts'
import { resultsOf, verdictOf } from './queries.ts'
import { shape } from './shape.ts'
import { name, purpose } from './strings.ts'

/** The plan of one experiment, as server, export and web all see it. */
export const experimentPlan = defineArtefact({
  kind: 'experiment-plan',
  shape,
  shapeVersion: 1,
  name,
  purpose,
  begin: (draft, title) => {
    draft.title.set(title)
    draft.status.set('idea')
  },
  title: ({ title }) => title || null,
  summary: (plan): Summary => [
    ...plan.assumptions.map(({ id, text, importance, certainty, status }) =>
      entry(id, 'assumption', text, { importance, certainty, status }),
    ),
    ...plan.measures.map((measure) =>
      entry(measure.id, 'measure', measure.name, { kind: measure.kind, verdict: verdictOf(measure, resultsOf(plan, measure.id)).verdict }),
    ),
    ...plan.effects.map(({ id, text, direction, status }) => entry(id, 'effect', text, { direction, status })),
    ...plan.learningCards.map(({ id, learned, reliability }) => entry(id, 'learning-card', plainText(learned), { reliability })),
  ],
  outline,
  file,
})

const entry = (id: string, kind: string, label: string, attributes: Summary[number]['attributes']): Summary[number] => ({
  id,
  kind,
  label: label.slice(0, 120),
  attributes,
})

