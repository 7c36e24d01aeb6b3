import { Check } from 'lucide-react'
import { useState } from 'react'
import { GroupOptions } from '#react/group-options.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { peopleStrings } from './strings.ts'

type Change = { name?: string; perspective?: string; stakeholderId?: string | null }

/** What everybody can change of themselves: name, group, and for whom they speak. */
export const OwnDetails = () => {
  const strings = useStrings(peopleStrings)
  const problem = useProblem()
  const { workspaceId, me, directory } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [saved, setSaved] = useState(false)
  const [name, setName] = useState(me.name ?? '')
  const stakeholders = directory.ofKind('stakeholder')

  const change = async (body: Change) => {
    setSaved(false)
    const answer = await send('changePerson', { params: { workspace: workspaceId, participant: me.id }, body })
    setSaved(answer.ok)
  }
  const keepName = () => {
    const next = name.trim()
    if (next === '') setName(me.name ?? '')
    else if (next !== me.name) void change({ name: next })
  }
  return (
    <div className="grid gap-4">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keepName()
        }}
      >
        <Field label={strings.name} hint={strings.nameHint}>
          {(control) => (
            <input
              {...control}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
              onBlur={keepName}
              className={inputClass}
            />
          )}
        </Field>
      </form>
      <Field label={strings.group}>
        {(control) => (
          <select
            {...control}
            value={me.perspective}
            disabled={busy}
            onChange={(event) => void change({ perspective: event.target.value })}
            className={inputClass}
          >
            <GroupOptions />
          </select>
        )}
      </Field>
      {stakeholders.length > 0 ? (
        <Field label={strings.speaksFor} hint={strings.speaksForHint}>
          {(control) => (
            <select
              {...control}
              value={me.stakeholderId ?? ''}
              disabled={busy}
              onChange={(event) => void change({ stakeholderId: event.target.value || null })}
              className={inputClass}
            >
              <option value="">{strings.nobody}</option>
              {stakeholders.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <p role="status" className="flex min-h-6 items-center gap-2 text-sm text-ink-2">
        {saved && !busy ? (
          <>
            <Check size={17} aria-hidden className="text-grass" /> {strings.saved}
          </>
        ) : null}
      </p>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </div>
  )
}
