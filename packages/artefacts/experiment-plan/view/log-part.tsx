import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { useMarkerOf } from '#react/here.ts'
import { LineField } from '#react/line-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { formatDate } from '#i18n/format.ts'
import { compareText } from '#kernel/order.ts'
import { Marker } from '#ui/marker.tsx'
import { addLogEntry, noteChange } from '../commands.ts'
import { logKinds, type LogEntry } from '../shape.ts'
import { EditButton, RemoveButton } from './marks.tsx'
import { AddLine, EmptyNote, Part } from './part.tsx'
import { usePlanPage } from './use-plan.ts'

/** What people saw and learned on the way, newest first; writing one down takes one line. */
export const LogPart = () => {
  const { plan, desk, act, strings, today } = usePlanPage()
  const { me } = useWorkplace()
  const [kind, setKind] = useState<LogEntry['kind']>('observation')
  const entries = plan.learningLog.toSorted((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(b.order, a.order))
  return (
    <Part id="log" title={strings.sections.log} note={strings.logNote}>
      {desk.canWrite ? (
        <AddLine
          label={strings.newLog}
          action={strings.writeDown}
          onAdd={(text) => act((draft) => addLogEntry(draft, { text: text.trim(), kind, date: today, perspective: me.perspective })).ok}
        >
          <ChoiceField
            label={strings.logKind}
            value={kind}
            options={logKinds.map((value) => ({ value, label: strings.logKinds[value] }))}
            onChange={(next) => next && setKind(next)}
          />
        </AddLine>
      ) : null}
      {entries.length === 0 ? <EmptyNote>{strings.noLog}</EmptyNote> : null}
      <ol>
        {entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </Part>
  )
}

const LogRow = ({ entry }: { entry: LogEntry }) => {
  const { act, desk, strings, words, locale, takeAway } = usePlanPage()
  const { perspectives } = useWorkplace()
  const slot = useMarkerOf()(entry.perspective)
  const [open, setOpen] = useState(false)
  const group = perspectives.find(({ id }) => id === entry.perspective)?.title ?? strings.together
  const { id, text, change } = entry
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-start sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 border-t border-ditch py-2 first:border-t-0" data-log={id}>
      <span className="mt-0.5">{slot ? <Marker slot={slot} size={20} /> : null}</span>
      <div className="min-w-0">
        <p className="text-xs text-ink-2">
          <b className="font-strong text-ink">{strings.logKinds[entry.kind]}</b> · {strings.loggedBy(group, entry.date === null ? words.unknown : formatDate(locale, entry.date))}
        </p>
        <p className="text-sm">{text}</p>
        {change ? (
          <p className="mt-1 flex items-start gap-2 bg-light-tint px-2.5 py-1 text-sm font-label">
            <Lightbulb size={16} className="mt-0.5 shrink-0" aria-hidden /> {change}
          </p>
        ) : null}
      </div>
      {desk.canWrite ? (
        <span className="max-sm:col-start-2 max-sm:-ml-3">
          <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
        </span>
      ) : null}
      {open ? (
        <div className="col-span-full mt-2 grid gap-4 bg-field p-4">
          <TextField path={['learningLog', id, 'text']} label={strings.newLog} />
          <LineField
            label={strings.change}
            value={change ?? ''}
            maxLength={1000}
            place={{ item: id, field: 'change' }}
            onChange={(next) => act((draft) => noteChange(draft, id, next || null))}
          />
          <span>
            <RemoveButton what={text} onRemove={() => takeAway('learningLog', id, text)} />
          </span>
        </div>
      ) : null}
    </li>
  )
}
