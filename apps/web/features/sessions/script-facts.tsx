import type { Agenda } from '#domain/agenda.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { DateField } from '#react/date-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { scriptStrings } from './script-strings.ts'

type FactsProps = {
  readonly agenda: Agenda
  readonly desk: Desk<typeof workspaceShape>
  readonly sharedPromise: string
}

const modes = ['onSite', 'online', 'hybrid', 'async'] as const

/** What holds for the whole session: name, day, hour, how, why, and what happens with the result. */
export const ScriptFacts = ({ agenda, desk, sharedPromise }: FactsProps) => {
  const strings = useStrings(scriptStrings)
  const { author } = useWorkplace()
  const { id, title, date, startTime, mode, influencePromise } = agenda.session
  const row = <Value,>(change: (session: NonNullable<ReturnType<RowOf>>) => Value) =>
    desk.document.change(author, (draft) => {
      const session = draft.sessions.get(id)
      if (session) change(session)
    })
  return (
    <div className="parcel grid content-start gap-4 px-4 py-4 sm:px-6">
      <LineField
        label={strings.name}
        value={title}
        maxLength={120}
        onChange={(next) => row((own) => own.title.set(next))}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <DateField label={strings.date} value={date} onChange={(next) => row((own) => own.date.set(next))} />
        <Field label={strings.startTime}>
          {(control) => (
            <input
              {...control}
              type="time"
              value={startTime}
              readOnly={!desk.canWrite}
              onChange={(event) => row((own) => own.startTime.set(event.target.value))}
              className={`${inputClass} min-h-11`}
            />
          )}
        </Field>
      </div>
      <Field label={strings.mode}>
        {(control) => (
          <select
            {...control}
            value={mode}
            disabled={!desk.canWrite}
            onChange={(event) => {
              const next = modes.find((one) => one === event.target.value)
              if (next) row((own) => own.mode.set(next))
            }}
            className={`${inputClass} min-h-11`}
          >
            {modes.map((one) => (
              <option key={one} value={one}>
                {strings.modes[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label={strings.goal} path={['sessions', id, 'goal']} rows={2} />
      <TextField
        label={strings.promise}
        hint={
          influencePromise === '' && sharedPromise !== '' ? strings.promiseShared(sharedPromise) : strings.promiseHint
        }
        path={['sessions', id, 'influencePromise']}
        rows={2}
      />
    </div>
  )
}

type RowOf = Parameters<Parameters<Desk<typeof workspaceShape>['document']['change']>[1]>[0]['sessions']['get']
