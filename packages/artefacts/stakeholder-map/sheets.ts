import type { OutlineContext } from '#domain/artefact.ts'
import { sheetOf, type Sheet } from '#domain/sheet.ts'
import { reportWords } from './outline-words.ts'
import { soundRelations } from './queries.ts'
import type { StakeholderMap } from './shape.ts'
import { mapStrings } from './strings.ts'
import { terms } from './terms.ts'

/** The parties of a map and the lines between them, under the column names that an import knows again. */
export const sheets = (map: StakeholderMap, { locale }: OutlineContext): readonly Sheet[] => {
  const { columns, sheetNames } = reportWords[locale]
  const strings = mapStrings[locale]
  const names = terms[locale]
  const nameOf = new Map<string, string>(map.stakeholders.map(({ id, name }) => [id, name]))
  return [
    sheetOf('stakeholders', sheetNames.stakeholders, map.stakeholders, [
      ['id', ({ id }) => id],
      [columns.name, ({ name }) => name],
      [columns.kind, ({ kind }) => (kind === null ? '' : strings.kinds[kind])],
      [columns.sector, ({ sector }) => (sector === null ? '' : names.sectors[sector])],
      [columns.level, ({ level }) => (level === null ? '' : names.levels[level])],
      [columns.world, ({ world }) => world],
      [columns.ring, ({ ring }) => ring],
      [columns.influence, ({ influence }) => influence],
      [columns.interest, ({ interest }) => interest],
      [columns.impact, ({ impact }) => impact],
      [columns.urgency, ({ urgency }) => urgency],
      [columns.legitimacy, ({ legitimacy }) => legitimacy],
      [columns.attitude, ({ attitude }) => attitude],
      [columns.livedExperience, ({ livedExperience }) => (livedExperience ? names.yes : names.no)],
      [columns.current, ({ participationCurrent: step }) => (step === null ? '' : names.ladder[step])],
      [columns.desired, ({ participationDesired: step }) => (step === null ? '' : names.ladder[step])],
      [columns.atTable, ({ atTable }) => strings.atTable[atTable]],
      [columns.goals, ({ goals }) => goals],
      [columns.concerns, ({ concerns }) => concerns],
      [columns.brings, ({ brings }) => brings],
      [columns.tags, ({ tags }) => tags.join(' | ')],
    ]),
    sheetOf('relations', sheetNames.relations, soundRelations(map), [
      ['id', ({ id }) => id],
      [columns.from, ({ from }) => nameOf.get(from ?? '') ?? ''],
      [columns.to, ({ to }) => nameOf.get(to ?? '') ?? ''],
      [columns.type, ({ type }) => names.types[type]],
      [columns.direction, ({ direction }) => names.directions[direction]],
      [columns.strength, ({ strength }) => strength],
      [columns.quality, ({ quality }) => quality],
      [columns.status, ({ status }) => strings.statuses[status]],
      [columns.note, ({ label }) => label],
    ]),
  ]
}
