import type { Locale } from '#i18n/strings.ts'
import type { StakeholderMap } from '../shape.ts'
import { factsOf } from './facts.ts'
import { ownLine, ownParty } from './names.ts'
import type { Tables } from './table.ts'

/** The two sheets of our own spreadsheets, under the columns that people know them by. */
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
