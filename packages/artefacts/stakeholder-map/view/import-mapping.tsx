import { useState } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import {
  lineAttributes,
  lineKinds,
  partyAttributes,
  partyKinds,
  type Attribute,
  type Kind,
} from '../formats/attributes.ts'
import { cellsOf, takenFor, type ColumnUse, type Mapping } from '../formats/mapping.ts'
import { attributeNames } from '../formats/names.ts'
import type { Table, Tables } from '../formats/table.ts'
import { scalings } from '../formats/values.ts'
import { fileStrings } from './file-strings.ts'

type MappingProps = {
  readonly tables: Tables
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** What each column of a file is taken for, with the first words in it; anything can be taken for something else. */
export const ImportMapping = ({ tables, mapping, onChange }: MappingProps) => {
  const strings = useStrings(fileStrings)
  const names = attributeNames[useLocale()]
  // Open at first where something was passed over; whoever then mends it keeps it open.
  const [open] = useState(() => [...mapping.parties, ...mapping.lines].some(({ attribute }) => attribute === null))
  return (
    <details open={open} className="border border-ditch px-3 py-1.5">
      <summary className="focus-ring min-h-9 cursor-pointer py-1.5 font-label">{strings.columns}</summary>
      <p className="pb-2 text-sm text-ink-2">{strings.columnsHint}</p>
      <Columns
        title={strings.parties}
        table={tables.parties}
        uses={mapping.parties}
        attributes={partyAttributes}
        kinds={partyKinds}
        names={names.party}
        onChange={(parties) => onChange({ ...mapping, parties })}
      />
      <Columns
        title={strings.lines}
        table={tables.lines}
        uses={mapping.lines}
        attributes={lineAttributes}
        kinds={lineKinds}
        names={names.line}
        onChange={(lines) => onChange({ ...mapping, lines })}
      />
    </details>
  )
}

type ColumnsProps<Name extends Attribute> = {
  readonly title: string
  readonly table: Table
  readonly uses: readonly ColumnUse<Name>[]
  readonly attributes: readonly Name[]
  readonly kinds: { readonly [Each in Name]: Kind }
  readonly names: { readonly [Each in Name]: string }
  readonly onChange: (uses: readonly ColumnUse<Name>[]) => void
}

const select = 'focus-ring min-h-9 w-full rounded-control border-[1.5px] border-bank bg-land px-2 text-sm'

const Columns = <Name extends Attribute>(props: ColumnsProps<Name>) => {
  const { title, table, uses, attributes, kinds, names, onChange } = props
  const strings = useStrings(fileStrings)
  if (table.rows.length === 0) return null
  const change = (column: number, next: ColumnUse<Name>) =>
    onChange(uses.map((use, at) => (at === column ? next : use.attribute === next.attribute ? free : use)))
  return (
    <div className="overflow-x-auto pb-3">
      <table className="w-full text-left text-sm">
        <caption className="py-1 text-left font-label">{title}</caption>
        <thead>
          <tr className="bg-field">
            <th className="px-2 py-1 font-label">{strings.column}</th>
            <th className="px-2 py-1 font-label">{strings.example}</th>
            <th className="px-2 py-1 font-label">{strings.meaning}</th>
            <th className="px-2 py-1 font-label">{strings.scale}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map(({ attribute, scaling }, at) => {
            const column = table.columns[at] ?? ''
            const cells = cellsOf(table, at)
            const kind = attribute === null ? null : kinds[attribute]
            return (
              <tr key={column || at} className="border-t border-ditch">
                <th className="px-2 py-1 font-normal">{column}</th>
                <td className="max-w-44 truncate px-2 py-1 text-ink-2">{cells.slice(0, 3).join(', ')}</td>
                <td className="min-w-40 px-2 py-1">
                  <select
                    aria-label={`${column}: ${strings.meaning}`}
                    className={select}
                    value={attribute ?? ''}
                    onChange={(event) => {
                      const chosen = attributes.find((name) => name === event.target.value) ?? null
                      change(at, takenFor(chosen, chosen === null ? null : kinds[chosen], cells))
                    }}
                  >
                    <option value="">{strings.skip}</option>
                    {attributes.map((name) => (
                      <option key={name} value={name}>
                        {names[name]}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="min-w-32 px-2 py-1">
                  {kind?.kind === 'score' ? (
                    <select
                      aria-label={`${column}: ${strings.scale}`}
                      className={select}
                      value={scaling}
                      onChange={(event) =>
                        change(at, {
                          attribute,
                          scaling: scalings.find((each) => each === event.target.value) ?? 'asIs',
                        })
                      }
                    >
                      {scalings.map((each) => (
                        <option key={each} value={each}>
                          {strings.scalings[each]}
                        </option>
                      ))}
                    </select>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const free = { attribute: null, scaling: 'asIs' } as const
