import { UserRoundMinus, UserRoundPen } from 'lucide-react'
import { roles } from '#domain/participant.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import type { Person } from '../../api/use-facts.ts'
import { peopleStrings } from './strings.ts'

type PersonRowProps = {
  readonly person: Person
  readonly name: string
  readonly isMe: boolean
  readonly isHere: boolean
  readonly mayManage: boolean
  readonly busy: boolean
  readonly onRole: (role: Person['role']) => void
  readonly onRemove: () => void
  readonly onManage: () => void
}

/** One person: name, whether here, role; for facilitators the role can be changed and the person taken out. */
export const PersonRow = (props: PersonRowProps) => {
  const { person, name, isMe, isHere, mayManage, busy, onRole, onRemove, onManage } = props
  const strings = useStrings(peopleStrings)
  const { directory } = useWorkplace()
  const speaksFor = person.stakeholderId === null ? undefined : directory.get(person.stakeholderId)?.label
  const notes = [
    isMe ? strings.youMark : '',
    isHere ? strings.here : person.claimed ? '' : strings.notIn,
    person.canRecord && person.role === 'contributor' ? strings.scribeNote : '',
    speaksFor === undefined ? '' : strings.speaksForName(speaksFor),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-ditch py-1.5 not-first:border-t">
      <span className="min-w-0 flex-1 basis-40 leading-tight">
        <span className={isHere ? 'font-label' : ''}>{name}</span>
        {notes.length > 0 ? <span className="block text-sm text-ink-3">{notes.join(' · ')}</span> : null}
      </span>
      {mayManage && person.claimed ? (
        <select
          aria-label={strings.role(name)}
          value={person.role}
          disabled={busy}
          onChange={(event) => {
            const role = roles.find((one) => one === event.target.value)
            if (role) onRole(role)
          }}
          className="focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 text-sm pointer-coarse:min-h-11"
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {strings.roles[role]}
            </option>
          ))}
        </select>
      ) : (
        <span className="text-sm text-ink-2">{strings.roles[person.role]}</span>
      )}
      {mayManage ? (
        <Button
          variant="quiet"
          size="icon-dense"
          aria-label={strings.manage(name)}
          title={strings.manage(name)}
          disabled={busy}
          onClick={onManage}
        >
          <UserRoundPen size={18} aria-hidden />
        </Button>
      ) : null}
      {mayManage && !isMe ? (
        <Button
          variant="quiet"
          size="icon-dense"
          aria-label={strings.remove(name)}
          title={strings.remove(name)}
          disabled={busy}
          onClick={onRemove}
        >
          <UserRoundMinus size={18} aria-hidden />
        </Button>
      ) : mayManage ? (
        <span className="w-target-dense pointer-coarse:w-11" />
      ) : null}
    </li>
  )
}
