import type { ImportRows } from '../import-shape.ts'
import type { ImportPlan, PlannedLine, PlannedParty } from './plan.ts'

/** A plan as it is sent to be carried out: what is left out, or would change nothing, stays behind. */
export const importRowsOf = ({ parties, lines }: ImportPlan): ImportRows => {
  const taken = parties.filter(({ skipped }) => !skipped)
  const rows = taken
    .filter(({ match, changes }) => match === null || changes.length > 0)
    .map((party) => ({ key: party.key, id: party.id, match: party.match?.id ?? null, said: saidBy(party) }))
  return {
    parties: rows,
    lines: lines
      .filter(({ match, changes }) => match === null || changes.length > 0)
      .map((line) => ({
        id: line.id,
        match: line.match?.id ?? null,
        from: line.from,
        to: line.to,
        said: saidBy(line),
      })),
  }
}

type Sent = ImportRows['parties'][number]['said']

const saidBy = ({ match, said, changes }: PlannedParty | PlannedLine): Sent => {
  const own = match === null ? said : Object.fromEntries(changes.map(({ attribute, after }) => [attribute, after]))
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) =>
      value === undefined || name === 'id' || name === 'from' || name === 'to'
        ? []
        : // A list of words is one value; JSON lists are not read-only.
          [[name, typeof value === 'object' ? [...value] : value] as const],
    ),
  )
}
