import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import type { Entry } from '#domain/records.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { decidingStrings } from './strings.ts'
import { today } from './today.ts'
import { useKeeping } from './use-keeping.ts'

type ActionsProps = {
  /** Only what is still to be done, for the beginning of a next session. */
  readonly onlyOpen?: boolean
}

/** What people will do, who takes it on, and by when. */
export const Actions = ({ onlyOpen = false }: ActionsProps) => {
  const strings = useStrings(decidingStrings)
  const { records, me } = useWorkplace()
  const all = records.entries('actions').filter(({ value }) => value.status !== 'dropped')
  const shown = onlyOpen ? all.filter(({ value }) => value.status !== 'done') : all
  if (onlyOpen && shown.length === 0) return null
  return (
    <section aria-labelledby="actions" className="grid gap-3">
      <h2 id="actions" className="text-lg font-strong">
        {onlyOpen ? strings.earlierActions : strings.actions}
      </h2>
      {shown.length === 0 ? <p className="text-sm text-ink-2">{strings.noActions}</p> : null}
      <ul className="grid">
        {shown.map((action) => (
          <ActionRow key={action.id} action={action} />
        ))}
      </ul>
      {!onlyOpen && can(me.role, 'write-artefact') ? <NewAction /> : null}
    </section>
  )
}

const ActionRow = ({ action }: { readonly action: Entry<'actions'> }) => {
  const strings = useStrings(decidingStrings)
  const locale = useLocale()
  const { records, people, directory, me } = useWorkplace()
  const { text, ownerId, due, status } = action.value
  const owner = people.find(({ id }) => id === ownerId)?.name ?? directory.get(ownerId ?? '')?.label ?? null
  const isLate = status !== 'done' && due !== null && due < today()
  return (
    <li className="flex items-start gap-3 border-b border-ditch py-2">
      <input
        type="checkbox"
        aria-label={strings.isDone(text)}
        checked={status === 'done'}
        disabled={!can(me.role, 'write-artefact')}
        onChange={(event) => void records.change('actions', action, { status: event.target.checked ? 'done' : 'open' })}
        className="mt-0.5 size-6 shrink-0 accent-(--water)"
      />
      <span className="min-w-0">
        <span className={`block wrap-anywhere ${status === 'done' ? 'line-through' : ''}`}>{text}</span>
        <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-2">
          {owner !== null ? strings.by(owner) : null}
          {due === null ? null : <span>{strings.before(formatDate(locale, due))}</span>}
          {isLate ? <Chip tone="care">{strings.late}</Chip> : null}
        </span>
      </span>
    </li>
  )
}

const NewAction = () => {
  const strings = useStrings(decidingStrings)
  const { records, people, me } = useWorkplace()
  const [text, setText] = useState('')
  const [ownerId, setOwner] = useState('')
  const [due, setDue] = useState('')
  const { busy, failed, keep } = useKeeping(() => setText(''))
  const others = people.filter(({ id, name }) => id !== me.id && name !== null)
  const add = () =>
    keep(() =>
      records.add('actions', {
        text: text.trim(),
        priority: null,
        ownerId: ownerId === '' ? null : ownerId,
        due: due === '' ? null : due,
        status: 'open',
        linkIds: [],
        visibility: 'report',
      }),
    )
  return (
    <form
      className="grid gap-3 pt-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') void add()
      }}
    >
      <Field label={strings.newAction}>
        {(control) => (
          <input
            {...control}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={strings.taker}>
          {(control) => (
            <select
              {...control}
              value={ownerId}
              onChange={(event) => setOwner(event.target.value)}
              className={inputClass}
            >
              <option value="">{strings.nobody}</option>
              <option value={me.id}>{strings.me(me.name ?? '')}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={strings.due}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={due}
              onChange={(event) => setDue(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      {failed ? <FieldError>{strings.failed}</FieldError> : null}
      <Button type="submit" className="w-fit" busy={busy} disabled={text.trim() === ''}>
        {strings.addAction}
      </Button>
    </form>
  )
}
