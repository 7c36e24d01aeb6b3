import { Combine } from 'lucide-react'
import { useState } from 'react'
import type { Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { TextField } from '#react/text-field.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { tableStrings } from './strings.ts'
import { useSheets, type Sheet } from './use-sheets.ts'

type TableWorkProps = {
  readonly session: SessionHandle
  readonly activity: Step
  readonly place: 'phone' | 'lead' | 'screen'
  readonly desk: Desk<typeof sessionShape>
}

/** What tables do in a step: on a phone the sheet of one's own, else how far each of them is. */
export const TableWork = (props: TableWorkProps) => {
  const { session, activity, place, desk } = props
  const { sheets, left } = useSheets(desk.document, activity.id, session.live.tables)
  if (place === 'phone') return <OwnSheet sheets={sheets} />
  if (place === 'screen') return <HallTables sheets={sheets} />
  return <LeadTables session={session} activity={activity.id} sheets={sheets} left={left} />
}

const OwnSheet = ({ sheets }: { readonly sheets: readonly Sheet[] }) => {
  const strings = useStrings(tableStrings)
  const { me } = useWorkplace()
  const own = sheets.find(({ table }) => table.memberIds.includes(me.id))
  if (!own) return sheets.length > 0 && me.role === 'contributor' ? <p>{strings.noTable}</p> : null
  return (
    <TextField
      key={own.id}
      path={['groupResults', own.id, 'text']}
      label={strings.sheet(own.table.title)}
      hint={strings.sheetHint}
      rows={4}
    />
  )
}

const HallTables = ({ sheets }: { readonly sheets: readonly Sheet[] }) => {
  const strings = useStrings(tableStrings)
  return (
    <ul className="flex flex-wrap gap-x-[4vw] gap-y-[2vh] text-[max(34px,1.9vw)]/[1.3]">
      {sheets.map(({ id, table, points }) => (
        <li key={id}>
          <strong className="font-strong">{table.title}</strong>{' '}
          <span className="text-ink-2 tabular-nums">{strings.points(points)}</span>
        </li>
      ))}
    </ul>
  )
}

type LeadTablesProps = {
  readonly session: SessionHandle
  readonly activity: string
  readonly sheets: readonly Sheet[]
  readonly left: number
}

const LeadTables = ({ session, activity, sheets, left }: LeadTablesProps) => {
  const strings = useStrings(tableStrings)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const [said, setSaid] = useState('')
  const merge = async () => {
    setState('busy')
    const answer = await session.send('mergeTables', { body: { activity } })
    setState(answer.ok ? 'idle' : 'failed')
    setSaid(answer.ok ? strings.merged(answer.value.cards) : '')
  }
  if (sheets.length === 0) return null
  return (
    <section aria-labelledby="at-tables" className="grid gap-3">
      <h2 id="at-tables" className="text-lg/[1.25] font-strong">
        {strings.title}
      </h2>
      <ul className="grid gap-ditch border-y border-ditch bg-ditch sm:grid-cols-2">
        {sheets.map((sheet) => (
          <LeadTable key={sheet.id} sheet={sheet} readyIds={session.leading?.readyIds ?? []} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          icon={<Combine size={18} aria-hidden />}
          busy={state === 'busy'}
          disabled={left === 0}
          onClick={() => void merge()}
        >
          {strings.merge}
        </Button>
        <span className="text-sm text-ink-2 tabular-nums">
          {left === 0 && sheets.every(({ points }) => points === 0) ? strings.points(0) : strings.left(left)}
        </span>
      </div>
      <p className="text-sm text-ink-2">{strings.mergeHint}</p>
      <p role="status" className="min-h-5 text-sm font-label">
        {said}
      </p>
      {state === 'failed' ? (
        <Notice tone="bad" role="alert">
          {strings.failed}
        </Notice>
      ) : null}
    </section>
  )
}

const LeadTable = ({ sheet, readyIds }: { readonly sheet: Sheet; readonly readyIds: readonly string[] }) => {
  const strings = useStrings(tableStrings)
  const { people, perspectives } = useWorkplace()
  const { id, table, points } = sheet
  const here = people.filter((person) => table.memberIds.includes(person.id))
  const slots = perspectives.flatMap(({ id: perspective, marker, title }) =>
    here.flatMap((person) => (person.perspective === perspective ? [{ id: person.id, marker, title }] : [])),
  )
  const ready = table.memberIds.filter((member) => readyIds.includes(member)).length
  return (
    <li className="grid content-start gap-1.5 bg-land px-3 py-2.5">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <strong className="font-strong">{table.title}</strong>
        <span className="text-sm text-ink-2 tabular-nums">
          {strings.points(points)} · {strings.ready(ready, table.memberIds.length)}
        </span>
      </span>
      <span className="flex flex-wrap gap-1.5">
        {slots.map(({ id: person, marker, title }) => (
          <Marker key={person} slot={marker} size={17} name={title} />
        ))}
      </span>
      <details>
        <summary className="focus-ring min-h-9 cursor-pointer py-1.5 text-sm font-label text-water">
          {strings.look(table.title)}
        </summary>
        <TextField path={['groupResults', id, 'text']} label={strings.sheet(table.title)} hideLabel rows={3} />
      </details>
    </li>
  )
}
