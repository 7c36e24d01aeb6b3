import type { Locale } from '#i18n/strings.ts'
import type { StakeholderMap } from '../shape.ts'
import { factsOf } from './facts.ts'
import { ownLine, ownParty } from './names.ts'
import type { Tables } from './table.ts'
import type { Sheet } from './xlsx.ts'

/** The same as sheets, by the names that people know them by. */
export const ownSheets = (map: StakeholderMap, locale: Locale): readonly Sheet[] => {
  const { parties, lines } = ownTables(map, locale)
  return [
    { name: 'Betrokkenen', table: parties },
    { name: 'Relaties', table: lines },
  ]
}

/** The two tables of our own spreadsheets, under the columns that people know them by. */
export const ownTables = (map: StakeholderMap, locale: Locale): Tables => {
  const { parties, lines } = factsOf(map, locale)
  return {
    parties: {
      columns: ownParty.map(([column]) => column),
      rows: parties.map(({ said }) => ownParty.map(([, name]) => said[name])),
    },
    lines: {
      columns: ownLine.map(([column]) => column),
      rows: lines.map(({ said }) => ownLine.map(([, name]) => said[name])),
    },
  }
}
