import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { compareText } from '#kernel/order.ts'
import { LineField } from '#react/line-field.tsx'
import { characterise, renameStakeholder } from '../commands.ts'
import { relationsOf } from '../queries.ts'
import { atTableAnswers, stakeholderKinds, type Stakeholder } from '../shape.ts'
import { StepField } from './step-field.tsx'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

const columns = ['impact', 'influence', 'interest'] as const
type Sorting = { readonly by: (typeof columns)[number] | 'name'; readonly down: boolean }
type TableProps = {
  readonly rows: readonly Stakeholder[]
  readonly selected: string | null
  readonly onOpen: (id: string) => void
}

const select =
  'focus-ring min-h-9 max-w-48 rounded-control border-[1.5px] border-bank bg-land px-2 text-sm disabled:border-ditch disabled:bg-field'

/** The same facts as the map, every one editable in place. */
export const StakeholderTable = ({ rows, selected, onOpen }: TableProps) => {
  const { strings, words } = useMapPage()
  const [sorting, setSorting] = useState<Sorting>({ by: 'impact', down: true })
  const sorted = rows.toSorted((a, b) => (sorting.down ? -1 : 1) * compare(a, b, sorting.by))
  const head = (by: Sorting['by'], label: string) => (
    <th
      scope="col"
      className="px-3 py-2 text-left font-label"
      aria-sort={sorting.by === by ? (sorting.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="focus-ring flex min-h-6 items-center gap-1"
        aria-label={strings.sortBy(label)}
        onClick={() => setSorting({ by, down: sorting.by === by ? !sorting.down : by !== 'name' })}
      >
        {label}
        {sorting.by === by ? (
          sorting.down ? (
            <ArrowDown size={14} aria-hidden />
          ) : (
            <ArrowUp size={14} aria-hidden />
          )
        ) : null}
      </button>
    </th>
  )
  return (
    <section
      className="parcel min-h-0 overflow-auto"
      aria-labelledby="table-head"
      // It scrolls, and who has only keys must be able to.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className="flex flex-wrap items-baseline gap-3 px-5 py-2">
        <h2 id="table-head" className="font-strong">
          {strings.table}
        </h2>
        <p className="text-sm text-ink-2">{strings.tableNote}</p>
      </div>
      <table className="w-full text-sm">
        <thead className="sticky top-0 z-[1] bg-field">
          <tr>
            {head('name', strings.who)}
            {columns.map((column) => (
              <Keyed key={column}>{head(column, words.scales[column])}</Keyed>
            ))}
            <th scope="col" className="px-3 py-2 text-left font-label">
              {strings.atTable}
            </th>
            <th scope="col" className="px-3 py-2 text-left font-label">
              {strings.kind}
            </th>
            <th scope="col" className="px-3 py-2 text-right font-label">
              {strings.linesHead}
            </th>
            <th scope="col">
              <span className="sr-only">{strings.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <TableRow key={row.id} stakeholder={row} selected={row.id === selected} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Keyed = ({ children }: { children: ReactNode }) => children

const compare = (a: Stakeholder, b: Stakeholder, by: Sorting['by']): number =>
  by === 'name' ? -a.name.localeCompare(b.name) : (a[by] ?? 0) - (b[by] ?? 0) || compareText(b.id, a.id)

type RowProps = { readonly stakeholder: Stakeholder; readonly selected: boolean; readonly onOpen: (id: string) => void }

const TableRow = ({ stakeholder, selected, onOpen }: RowProps) => {
  const { map, desk, act, remove, strings, words } = useMapPage()
  const { id, name, kind, atTable } = stakeholder
  return (
    <tr id={`row-${id}`} className={`border-t border-ditch ${selected ? 'bg-water-tint' : ''}`}>
      <th scope="row" className="min-w-60 px-3 py-1 text-left font-normal">
        <span className="flex items-center gap-2">
          <button
            type="button"
            aria-label={strings.openOne(name)}
            onClick={() => onOpen(id)}
            className="focus-ring grid size-8 shrink-0 place-items-center rounded-control hover:bg-field"
          >
            <VoiceMarker stakeholder={stakeholder} />
          </button>
          <span className="min-w-0 flex-1">
            <LineField
              hideLabel
              label={`${strings.name}: ${name}`}
              value={name}
              maxLength={120}
              onChange={(next) => act((draft) => renameStakeholder(draft, id, next))}
            />
          </span>
        </span>
      </th>
      {columns.map((scale) => (
        <td key={scale} className="px-3 py-1 whitespace-nowrap">
          <StepField stakeholder={stakeholder} scale={scale} />
        </td>
      ))}
      <td className="px-3 py-1">
        <select
          aria-label={`${strings.atTable} ${name}`}
          disabled={!desk.canWrite}
          className={select}
          value={atTable}
          onChange={(event) =>
            act((draft) =>
              characterise(
                draft,
                id,
                'atTable',
                atTableAnswers.find((each) => each === event.target.value) ?? 'unknown',
              ),
            )
          }
        >
          {atTableAnswers.map((each) => (
            <option key={each} value={each}>
              {words.atTable[each]}
            </option>
          ))}
        </select>
      </td>
      <td className="px-3 py-1">
        <select
          aria-label={`${strings.kind} ${name}`}
          disabled={!desk.canWrite}
          className={select}
          value={kind ?? ''}
          onChange={(event) =>
            act((draft) =>
              characterise(draft, id, 'kind', stakeholderKinds.find((each) => each === event.target.value) ?? null),
            )
          }
        >
          <option value="">{strings.unknown}</option>
          {stakeholderKinds.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </td>
      <td className="px-3 py-1 text-right tabular-nums">{relationsOf(map, id).length}</td>
      <td className="px-2 py-1">
        {desk.canWrite ? (
          <button
            type="button"
            aria-label={strings.removeOne(name)}
            onClick={() => remove(id)}
            className="focus-ring grid size-8 place-items-center rounded-control hover:bg-field"
          >
            <Trash2 size={16} aria-hidden />
          </button>
        ) : null}
      </td>
    </tr>
  )
}
