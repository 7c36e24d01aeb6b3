import { UserRoundPen } from 'lucide-react'
import { useState } from 'react'
import { dealTables, seat, seatRest, type SessionTable } from '#domain/tables.ts'
import { newId } from '#kernel/id.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Marker } from '#ui/marker.tsx'
import type { Person } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { tablesStrings } from './tables-strings.ts'

type TablesProps = {
  readonly session: SessionHandle
  readonly people: readonly Person[]
  readonly onManage: (id: string) => void
}

/** Who is here and at which table: dealt with one press, moved one by one. */
export const TablesPanel = ({ session, people, onManage }: TablesProps) => {
  const strings = useStrings(tablesStrings)
  const { perspectives } = useWorkplace()
  const [many, setMany] = useState(2)
  const { live, leading, send } = session
  const { tables } = live
  const presentIds = leading?.presentIds ?? []
  const guests = people.filter(({ role }) => role === 'contributor')
  const set = (next: readonly SessionTable[]) =>
    void send('setTables', { body: { tables: next.map((table) => ({ ...table, memberIds: [...table.memberIds] })) } })
  const deal = () => {
    const seats = Array.from({ length: many }, (_, at) => ({
      id: tables[at]?.id ?? newId<'Group'>('ta'),
      title: tables[at]?.title || strings.table(at + 1),
    }))
    const here = guests.filter(({ id }) => presentIds.includes(id))
    set(dealTables(here.length > 0 ? here : guests, seats))
  }
  const isSeated = (id: string) => tables.some(({ memberIds }) => memberIds.includes(id))
  const standing = guests.filter(({ id }) => presentIds.includes(id) && !isSeated(id))
  return (
    <details className="parcel group">
      <summary className="flex min-h-12 items-center gap-3 px-4 py-2 sm:px-7">
        <h2 id="people-here" className="text-lg/[1.25] font-strong">
          {strings.title}
        </h2>
        <span className="text-sm text-ink-2">{tables.length === 0 ? strings.none : strings.count(tables.length)}</span>
      </summary>
      <div className="grid gap-3 px-4 pb-4 sm:px-7">
        <div className="flex flex-wrap items-end gap-2">
          <Field label={strings.many} hint={strings.dealHint}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={2}
                max={30}
                value={many}
                onChange={(event) => setMany(Math.min(30, Math.max(2, Number(event.target.value) || 2)))}
                className={`${inputClass} w-28`}
              />
            )}
          </Field>
          <Button onClick={deal}>{strings.deal}</Button>
          {tables.length > 0 ? (
            <Button variant="quiet" onClick={() => set([])}>
              {strings.clear}
            </Button>
          ) : null}
        </div>
        {tables.length > 0 && standing.length > 0 ? (
          <p className="flex flex-wrap items-center gap-3 bg-light-tint px-3 py-2">
            {strings.standing(standing.length)}
            <Button
              size="dense"
              onClick={() =>
                set(
                  seatRest(
                    guests.filter(({ id }) => isSeated(id) || presentIds.includes(id)),
                    tables,
                  ),
                )
              }
            >
              {strings.seatRest}
            </Button>
          </p>
        ) : null}
        {tables.length > 0 ? <TableNames tables={tables} onChange={set} /> : null}
        <ul className="grid gap-x-6 md:grid-cols-2">
          {guests.map((person) => {
            const name = person.name ?? strings.somebody
            const slot = perspectives.find(({ id }) => id === person.perspective)?.marker
            const at = tables.find(({ memberIds }) => memberIds.includes(person.id))?.id ?? ''
            return (
              <li key={person.id} className="flex min-h-12 items-center gap-2.5 border-t border-ditch">
                <label className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-2.5">
                  <input
                    type="checkbox"
                    aria-label={strings.isHere(name)}
                    checked={presentIds.includes(person.id)}
                    onChange={(event) =>
                      void send('markPresent', {
                        params: { participant: person.id },
                        body: { present: event.target.checked },
                      })
                    }
                    className="size-5 accent-water"
                  />
                  {slot ? <Marker slot={slot} size={17} /> : null}
                  <span className="truncate">{name}</span>
                </label>
                {tables.length > 0 ? (
                  <select
                    aria-label={strings.seatOf(name)}
                    value={at}
                    onChange={(event) => set(seat(tables, person.id, event.target.value || null))}
                    className="focus-ring min-h-9 max-w-[45%] rounded-control border-[1.5px] border-bank bg-land px-2 text-sm"
                  >
                    <option value="">{strings.noTable}</option>
                    {tables.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                ) : null}
                <ManageButton name={name} onPress={() => onManage(person.id)} />
              </li>
            )
          })}
        </ul>
        <Others people={people.filter(({ role }) => role !== 'contributor')} onManage={onManage} />
      </div>
    </details>
  )
}

type OthersProps = Pick<TablesProps, 'people' | 'onManage'>

// Who leads or reads along sits at no table and counts for no group.
const Others = ({ people, onManage }: OthersProps) => {
  const strings = useStrings(tablesStrings)
  return (
    <>
      <h3 className="text-sm font-label text-ink-2">{strings.others}</h3>
      <ul className="grid gap-x-6 md:grid-cols-2">
        {people.map(({ id, name, role }) => (
          <li key={id} className="flex min-h-12 items-center gap-2.5 border-t border-ditch">
            <span className="min-w-0 flex-1 truncate">{name ?? strings.somebody}</span>
            <span className="text-sm text-ink-2">{role === 'facilitator' ? strings.leads : strings.reads}</span>
            <ManageButton name={name ?? strings.somebody} onPress={() => onManage(id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

const ManageButton = ({ name, onPress }: { readonly name: string; readonly onPress: () => void }) => {
  const strings = useStrings(tablesStrings)
  return (
    <Button
      size="icon-dense"
      variant="quiet"
      aria-label={strings.manage(name)}
      title={strings.manage(name)}
      onClick={onPress}
    >
      <UserRoundPen size={18} aria-hidden />
    </Button>
  )
}

type NamesProps = {
  readonly tables: readonly SessionTable[]
  readonly onChange: (tables: readonly SessionTable[]) => void
}

const TableNames = ({ tables, onChange }: NamesProps) => {
  const strings = useStrings(tablesStrings)
  return (
    <ul className="flex flex-wrap gap-2">
      {tables.map((table) => (
        <li key={table.id}>
          <input
            aria-label={`${strings.name}: ${table.title}`}
            defaultValue={table.title}
            maxLength={60}
            onBlur={(event) => {
              const title = event.target.value.trim()
              if (title !== '' && title !== table.title)
                onChange(tables.map((one) => (one.id === table.id ? { ...one, title } : one)))
            }}
            className={`${inputClass} min-h-9 w-36`}
          />
        </li>
      ))}
    </ul>
  )
}
