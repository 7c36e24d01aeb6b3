import { defineArtefact } from '#domain/artefact.ts'
import { checks } from './checks.ts'
import { file } from './file.ts'
import { files } from './files.ts'
import { imports } from './imports.ts'
import { insights } from './insights.ts'
import { outline } from './outline.ts'
import { sheets } from './sheets.ts'
import { places } from './places.ts'
import { shape } from './shape.ts'
import { name, purpose } from './strings.ts'

/** The map of who is involved, as server, export and web all see it. */
export const stakeholderMap = defineArtefact({
  kind: 'stakeholder-map',
  shape,
  shapeVersion: 1,
  name,
  purpose,
  begin: () => {},
  title: () => null,
  summary: ({ stakeholders }) =>
    stakeholders.map(({ id, name: label, impact, influence, world, atTable, livedExperience, kind, sector }) => ({
      id,
      kind: 'stakeholder',
      label,
      attributes: { impact, influence, world, atTable, livedExperience, kind, sector },
    })),
  contributions: ({ stakeholders, relations }) => [...stakeholders, ...relations].map(({ id }) => id),
  places,
  outline,
  sheets,
  file,
  checks,
  insights,
  files,
  imports,
})
