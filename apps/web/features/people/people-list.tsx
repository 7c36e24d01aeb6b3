import { useState, type ReactNode } from 'react'
import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Marker, Ring, type MarkerSlot } from '#ui/marker.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../../api/use-command.ts'
import type { Person } from '../../api/use-facts.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { ManagePerson } from './manage-person.tsx'
import { PersonRow } from './person-row.tsx'
import { RemovePerson } from './remove-person.tsx'
import { peopleStrings } from './strings.ts'

type PeopleListProps = { readonly people: readonly Person[]; readonly isHere: (id: string) => boolean }

/** Everybody who takes part, by group, in the order of the lot. */
export const PeopleList = ({ people, isHere }: PeopleListProps) => {
  const strings = useStrings(peopleStrings)
  const problem = useProblem()
  const { workspaceId, me, perspectives } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [managing, setManaging] = useState<string | null>(null)
  const [removing, setRemoving] = useState<Person | null>(null)
  const [said, setSaid] = useState('')
  const mayManage = can(me.role, 'manage-people')
  const nameOf = (person: Person) => person.name ?? strings.somebody

  const changeRole = async (person: Person, role: Person['role']) => {
    const answer = await send('changePerson', {
      params: { workspace: workspaceId, participant: person.id },
      body: { role },
    })
    if (answer.ok) setSaid(strings.changed(nameOf(person), strings.roles[role]))
  }
  const remove = async (person: Person) => {
    const answer = await send('removePerson', { params: { workspace: workspaceId, participant: person.id } })
    if (!answer.ok) return
    setRemoving(null)
    setSaid(strings.removed(nameOf(person)))
  }
  const managed = people.find(({ id }) => id === managing)
  const others = people.filter(({ perspective }) => !perspectives.some(({ id }) => id === perspective))
  const rows = (group: readonly Person[]) =>
    group.map((person) => (
      <PersonRow
        key={person.id}
        person={person}
        name={nameOf(person)}
        isMe={person.id === me.id}
        isHere={isHere(person.id)}
        mayManage={mayManage}
        busy={busy}
        onRole={(role) => void changeRole(person, role)}
        onRemove={() => setRemoving(person)}
        onManage={() => setManaging(person.id)}
      />
    ))
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {refusal && !removing ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
      <div className="parcels">
        {perspectives.map(({ id, title, marker }) => {
          const group = people.filter((person) => person.perspective === id)
          return (
            <GroupPart key={id} title={title} marker={marker} count={group.length}>
              {rows(group)}
            </GroupPart>
          )
        })}
        {others.length > 0 ? (
          <GroupPart title={strings.withoutGroup} marker={null} count={others.length}>
            {rows(others)}
          </GroupPart>
        ) : null}
      </div>
      {managed ? <ManagePerson person={managed} onClose={() => setManaging(null)} /> : null}
      {removing ? (
        <RemovePerson
          name={nameOf(removing)}
          busy={busy}
          refusal={refusal}
          onRemove={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </>
  )
}

type GroupPartProps = {
  readonly title: string
  readonly marker: MarkerSlot | null
  readonly count: number
  readonly children: ReactNode
}

const GroupPart = ({ title, marker, count, children }: GroupPartProps) => {
  const strings = useStrings(peopleStrings)
  return (
    <section className="parcel px-4 py-3.5 sm:px-7">
      <h3 className="flex items-center gap-2.5 font-strong">
        {marker ? <Marker slot={marker} size={20} /> : <Ring size={20} />}
        {title}
        <span className="text-sm font-normal text-ink-3 tabular-nums">{count}</span>
      </h3>
      {count === 0 ? <p className="mt-1 text-sm text-ink-3">{strings.nobodyYet}</p> : null}
      <ul className="mt-1">{children}</ul>
    </section>
  )
}
