import { Lightbulb } from 'lucide-react'
import { memo, useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { DateField } from '#react/date-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { formatDate } from '#i18n/format.ts'
import { compareText } from '#kernel/order.ts'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { addLogEntry, noteChange } from '../learning-commands.ts'
import { describe } from '../list-commands.ts'
import { logKinds, type LogEntry } from '../shape.ts'
import { EditButton, RemoveButton } from './marks.tsx'
import { AddLine, EmptyNote, Part } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** A long log opens short: what is older comes when somebody asks. */
const firstShown = 12

/** What people saw and learned on the way, newest first; writing one down takes one line and one press. */
export const LogPart = () => {
  const { desk, act, strings, today } = usePlanPage()
  const { me, perspectives } = useWorkplace()
  const log = usePlanPart((plan) => plan.learningLog)
  const [kind, setKind] = useState<LogEntry['kind']>('observation')
  const [voice, setVoice] = useState(me.perspective)
  const [all, setAll] = useState(false)
  const entries = log.toSorted((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(b.order, a.order))
  const voices = [
    ...perspectives.map(({ id, title }) => ({ value: id, label: title })),
    { value: 'mixed', label: strings.together },
  ]
  return (
    <Part id="log" title={strings.sections.log} note={strings.logNote}>
      {desk.canWrite ? (
        <AddLine
          label={strings.newLog}
          action={strings.writeDown}
          onAdd={(text) =>
            act((draft) => addLogEntry(draft, { text: text.trim(), kind, date: today, perspective: voice })).ok
          }
        >
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-1">
            <ChoiceField
              label={strings.logKind}
              value={kind}
              options={logKinds.map((value) => ({ value, label: strings.logKinds[value] }))}
              onChange={(next) => next && setKind(next)}
            />
            <ChoiceField
              label={strings.logVoice}
              value={voice}
              options={voices}
              onChange={(next) => next && setVoice(next)}
            />
          </div>
        </AddLine>
      ) : null}
      {entries.length === 0 ? <EmptyNote>{strings.noLog}</EmptyNote> : null}
      <ol>
        {(all ? entries : entries.slice(0, firstShown)).map((entry) => (
          <LogRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {!all && entries.length > firstShown ? (
        <Button size="dense" className="mt-2" onClick={() => setAll(true)}>
          {strings.showAll(entries.length)}
        </Button>
      ) : null}
    </Part>
  )
}

const LogRow = memo(({ entry }: { entry: LogEntry }) => {
  const { desk, strings, words, locale, perspectives } = usePlanPage()
  const [open, setOpen] = useState(false)
  const voice = perspectives.find(({ id }) => id === entry.perspective)
  const group = voice?.title ?? strings.together
  const slot = voice?.marker
  const { id, text, change } = entry
  return (
    <li
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-start gap-x-3 border-t border-ditch py-2 first:border-t-0 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
      data-log={id}
      data-item={id}
    >
      <span className="mt-0.5">{slot ? <Marker slot={slot} size={20} /> : null}</span>
      <div className="min-w-0">
        <p className="text-xs text-ink-2">
          <b className="font-strong text-ink">{strings.logKinds[entry.kind]}</b> ·{' '}
          {strings.loggedBy(group, entry.date === null ? words.unknown : formatDate(locale, entry.date))}
        </p>
        <p className="text-sm break-words">{text}</p>
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
      {open ? <LogForm entry={entry} /> : null}
    </li>
  )
})

const LogForm = ({ entry: { id, text, date, change } }: { readonly entry: LogEntry }) => {
  const { act, strings, takeAway } = usePlanPage()
  return (
    <div className="col-span-full mt-2 grid gap-4 bg-field p-4">
      <TextField path={['learningLog', id, 'text']} label={strings.newLog} />
      <DateField
        label={strings.date}
        value={date}
        onChange={(day) => act((draft) => describe(draft, 'learningLog', id, { date: day }))}
      />
      <LineField
        label={strings.change}
        value={change ?? ''}
        maxLength={1000}
        place={{ item: id, field: 'change' }}
        onChange={(next) => act((draft) => noteChange(draft, id, next || null))}
      />
      <span className="flex items-center gap-2">
        <RemoveButton what={text} onRemove={() => takeAway('learningLog', id, text)} />
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}
