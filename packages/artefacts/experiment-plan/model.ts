import { defineArtefact } from '#domain/artefact.ts'
import { descentIn } from '#domain/influence/lineage.ts'
import { checks } from './checks.ts'
import { file } from './file.ts'
import { insights } from './insights.ts'
import { outline } from './outline.ts'
import { sheets } from './sheets.ts'
import { places } from './places.ts'
import { shape } from './shape.ts'
import { name, purpose } from './strings.ts'
import { itself, summary } from './summary.ts'

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
  summary,
  itself,
  outcomes: (content, documentId) => [documentId, ...descentIn(content).map(({ id }) => id)],
  places,
  outline,
  sheets,
  file,
  checks,
  insights,
})
