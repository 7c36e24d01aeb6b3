import { Handshake, UserRoundMinus } from 'lucide-react'
import { useState } from 'react'
import { roles } from '#domain/participant.ts'
import { GroupOptions } from '#react/group-options.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Switch } from '#ui/switch.tsx'
import type { CallOf } from '#protocol/http-api.ts'
import { useCommand } from '../../api/use-command.ts'
import type { Person } from '../../api/use-facts.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { HandOver } from './hand-over.tsx'
import { RemovePerson } from './remove-person.tsx'
import { peopleStrings } from './strings.ts'

type ManagePersonProps = { readonly person: Person; readonly onClose: () => void }

/** What a facilitator can change of somebody: name, group and role, handing over to them, and taking them out. */
export const ManagePerson = ({ person, onClose }: ManagePersonProps) => {
  const strings = useStrings(peopleStrings)
  const problem = useProblem()
  const { workspaceId, me } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [asking, setAsking] = useState<'hand-over' | 'remove' | null>(null)
  const [said, setSaid] = useState('')
  const [typed, setTyped] = useState(person.name ?? '')
  const name = person.name ?? strings.somebody
  const params = { workspace: workspaceId, participant: person.id }
  const change = async (body: CallOf<'changePerson'>['body'], words: string) => {
    setSaid('')
    const answer = await send('changePerson', { params, body })
    if (answer.ok) setSaid(words)
  }
  const rename = () => {
    const next = typed.trim()
    if (next === '') setTyped(person.name ?? '')
    else if (next !== person.name) void change({ name: next }, strings.renamed(next))
  }
  const remove = async () => {
    const answer = await send('removePerson', { params })
    if (answer.ok) onClose()
  }
  if (asking === 'hand-over') return <HandOver person={person} onClose={onClose} onBack={() => setAsking(null)} />
  if (asking === 'remove')
    return <RemovePerson name={name} busy={busy} refusal={refusal} onRemove={() => void remove()} onClose={onClose} />
  return (
    <Dialog
      title={strings.manageTitle(name)}
      onClose={onClose}
      actions={
        <Button variant="main" onClick={onClose}>
          {strings.manageDone}
        </Button>
      }
    >
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <Field label={strings.theirName}>
          {(control) => (
            <input
              {...control}
              value={typed}
              maxLength={60}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={rename}
              className={inputClass}
            />
          )}
        </Field>
        <Field label={strings.theirGroup}>
          {(control) => (
            <select
              {...control}
              value={person.perspective}
              disabled={busy}
              onChange={({ target: { value, selectedOptions } }) =>
                void change({ perspective: value }, strings.regrouped(name, selectedOptions[0]?.text ?? ''))
              }
              className={inputClass}
            >
              <GroupOptions />
            </select>
          )}
        </Field>
        {person.claimed ? (
          <Field label={strings.theirRole}>
            {(control) => (
              <select
                {...control}
                value={person.role}
                disabled={busy}
                onChange={({ target: { value } }) => {
                  const role = roles.find((one) => one === value)
                  if (role) void change({ role }, strings.changed(name, strings.roles[role]))
                }}
                className={inputClass}
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {strings.roles[role]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {person.claimed && person.role === 'contributor' ? (
          <Switch
            label={strings.scribe}
            state={strings.scribeHint}
            checked={person.canRecord}
            disabled={busy}
            onChange={(canRecord) =>
              void change({ canRecord }, (canRecord ? strings.scribeOn : strings.scribeOff)(name))
            }
          />
        ) : null}
      </form>
      {person.id === me.id ? null : (
        <div className="flex flex-wrap gap-2">
          {person.claimed ? (
            <Button size="dense" icon={<Handshake size={18} aria-hidden />} onClick={() => setAsking('hand-over')}>
              {strings.handOver}
            </Button>
          ) : null}
          <Button
            size="dense"
            variant="stop"
            icon={<UserRoundMinus size={18} aria-hidden />}
            onClick={() => setAsking('remove')}
          >
            {strings.remove(name)}
          </Button>
        </div>
      )}
      <p className="text-sm text-ink-2">{strings.inLog}</p>
      <p role="status" className="min-h-5 text-sm font-label">
        {said}
      </p>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
