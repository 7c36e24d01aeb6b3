import type { StakeholderMap } from '../shape.ts'
import { lineAttributes, partyAttributes, type LineAttribute } from './attributes.ts'
import { writeCsv } from './csv.ts'
import { factsOf } from './facts.ts'
import type { Table, Tables } from './table.ts'
import { zip } from './zip.ts'

// Attributes stand under their own names, for programs; those that Gephi has a column for stand in that one.
const ofParty = partyAttributes.filter((name) => name !== 'id' && name !== 'name')
const inColumns: readonly LineAttribute[] = ['id', 'from', 'to', 'type', 'label', 'strength']
const ofLine = lineAttributes.filter((name) => !inColumns.includes(name))

/** The two tables that Gephi imports. It knows no line that goes both ways: `direction` says it beside `Type`. */
export const gephiTables = (map: StakeholderMap): Tables => {
  const { parties, lines } = factsOf(map, null)
  return {
    parties: {
      columns: ['Id', 'Label', ...ofParty],
      rows: parties.map(({ said }) => [said.id, said.name, ...ofParty.map((name) => said[name])]),
    },
    lines: {
      columns: ['Source', 'Target', 'Type', 'Kind', 'Id', 'Label', 'Weight', ...ofLine],
      rows: lines.map(({ row, said }) => [
        said.from,
        said.to,
        row.direction === 'directed' ? 'Directed' : 'Undirected',
        row.type,
        said.id,
        said.label,
        said.strength,
        ...ofLine.map((name) => said[name]),
      ]),
    },
  }
}

/** Both tables as files in one archive. */
export const gephiZip = (map: StakeholderMap): Uint8Array => {
  const { parties, lines } = gephiTables(map)
  const text = (table: Table) => writeCsv(table, ',')
  return zip([
    ['nodes.csv', text(parties)],
    ['edges.csv', text(lines)],
  ])
}
