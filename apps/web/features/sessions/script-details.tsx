import type { Step } from '#domain/agenda.ts'
import { anonymities, workForms, type workspaceShape } from '#domain/workspace.ts'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import type { Desk } from '#react/workplace.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { scriptStrings } from './script-strings.ts'
import type { StepRow } from './script-row.ts'

type DetailsProps = {
  readonly step: Step
  readonly desk: Desk<typeof workspaceShape>
  readonly inOwnTime: boolean
  readonly set: (change: (row: StepRow) => void) => void
}

/** What a step asks and how: task, goal, form, what people do, what it opens, and what is seen of names. */
export const ScriptDetails = ({ step, desk, inOwnTime, set }: DetailsProps) => {
  const strings = useStrings(scriptStrings)
  const [focus] = step.artefacts
  const methods: { readonly [method: string]: string } = strings.methods
  const openings: { readonly [type: string]: string } = strings.openings
  return (
    <>
      <TextField label={strings.prompt} path={['activities', step.id, 'prompt']} rows={2} />
      <TextField label={strings.result} path={['activities', step.id, 'expectedOutput']} rows={1} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          label={strings.method}
          value={step.method}
          options={{ ...(step.method in methods ? {} : { [step.method]: strings.ownMethod(step.method) }), ...methods }}
          disabled={!desk.canWrite}
          onChange={(method) => set((row) => row.method.set(method))}
        />
        <Choice
          label={strings.workForm}
          value={step.workForm ?? ''}
          options={{ ...(step.workForm === null ? { '': '' } : {}), ...strings.workForms }}
          disabled={!desk.canWrite}
          onChange={(form) => set((row) => row.workForm.set(workForms.find((one) => one === form) ?? null))}
        />
        <Choice
          label={strings.opens}
          value={focus?.type ?? 'none'}
          options={{ ...(focus && !(focus.type in openings) ? { [focus.type]: focus.type } : {}), ...openings }}
          disabled={!desk.canWrite}
          onChange={(type) => set((row) => row.artefacts.set(type === 'none' ? [] : [{ type, ids: [], fields: [] }]))}
        />
        <Choice
          label={strings.anonymity}
          value={step.anonymity ?? 'none'}
          options={strings.anonymities}
          disabled={!desk.canWrite}
          onChange={(next) => set((row) => row.anonymity.set(anonymities.find((one) => one === next) ?? null))}
        />
        {inOwnTime ? <Window {...{ step, desk, set }} /> : null}
      </div>
    </>
  )
}

const Window = ({ step, desk, set }: Omit<DetailsProps, 'inOwnTime'>) => {
  const strings = useStrings(scriptStrings)
  const { from = '', to = '' } = step.window ?? {}
  const day = (label: string, value: string, change: (day: string) => { from: string; to: string }) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value.slice(0, 10)}
          readOnly={!desk.canWrite}
          onChange={(event) => {
            const next = change(event.target.value)
            set((row) => row.window.set(next.from === '' && next.to === '' ? null : next))
          }}
          className={`${inputClass} min-h-11`}
        />
      )}
    </Field>
  )
  return (
    <>
      {day(strings.from, from, (next) => ({ from: next, to: to === '' || to < next ? next : to }))}
      {day(strings.to, to, (next) => ({ from: from === '' || from > next ? next : from, to: next }))}
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: { readonly [value: string]: string }
  readonly disabled: boolean
  readonly onChange: (value: string) => void
}

const Choice = ({ label, value, options, disabled, onChange }: ChoiceProps) => (
  <Field label={label}>
    {(control) => (
      <select
        {...control}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        className={`${inputClass} min-h-11`}
      >
        {Object.entries(options).map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)
