import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exampleFile } from '../support/imported-source.ts'

const counts = { stakeholders: 300, relations: 600, experiments: 10 }

const file = exampleFile()
const copies = (list: string, count: number, change: (row: JsonObject, at: number) => object): object[] => {
  const rows = jsonObjects(file[list])
  return Array.from({ length: count }, (_, at) => change(rows[at % rows.length] ?? {}, at))
}
// Ids are unique in a workspace, those inside a plan too.
const renamed = (row: JsonObject, at: number): object =>
  JSON.parse(JSON.stringify(row).replaceAll(/"id":"([^"]+)"/g, `"id":"$1-${at}"`)) as object // JSON of our own

/** The example with 300 stakeholders, 600 relations and 10 experiments, as a workspace file. */
export const largeFile = (): object => ({
  ...file,
  stakeholders: copies('stakeholders', counts.stakeholders, (row, at) => ({
    ...row,
    id: `sh-${at}`,
    name: `Groep ${at}`,
  })),
  relations: copies('relations', counts.relations, (row, at) => ({
    ...row,
    id: `rel-${at}`,
    from: `sh-${at % counts.stakeholders}`,
    to: `sh-${(at * 7 + 1) % counts.stakeholders}`,
  })),
  experiments: copies('experiments', counts.experiments, renamed),
})
