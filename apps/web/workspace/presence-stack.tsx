import type { Perspective } from '#domain/perspective.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Marker, Ring } from '#ui/marker.tsx'
import { Popover } from '#ui/popover.tsx'
import type { Person } from '../api/use-facts.ts'
import { frameStrings } from './strings.ts'

type PresenceStackProps = {
  readonly present: readonly Person[]
  readonly perspectives: readonly Perspective[]
  readonly isAway: (participant: string) => boolean
}

const mostAvatars = 4

/** Who is here now: one of each group first, then how many more; pressed, it is the list of each group. */
export const PresenceStack = ({ present, perspectives, isAway }: PresenceStackProps) => {
  const strings = useStrings(frameStrings)
  const shown = oneOfEach(present, perspectives).slice(0, mostAvatars)
  const more = present.length - shown.length
  const slotOf = (person: Person) => perspectives.find(({ id }) => id === person.perspective)?.marker ?? null
  return (
    <Popover
      label={strings.hereNow(present.length)}
      buttonClass="focus-ring flex min-h-9 cursor-pointer items-center rounded-control px-1.5 hover:bg-land/55 pointer-coarse:min-h-11"
      className="top-14 right-3 max-h-[calc(100dvh-8rem)] w-72 max-w-[calc(100vw-1.5rem)] overflow-y-auto p-4"
      button={
        <>
          <span className="flex max-sm:hidden">
            {shown.map((person) => (
              <span key={person.id} className="flex not-first:-ml-1">
                <Avatar slot={slotOf(person)} name={person.name ?? ''} away={isAway(person.id)} />
              </span>
            ))}
          </span>
          <span className="flex sm:hidden">
            {shown.slice(0, 1).map((person) => (
              <Avatar key={person.id} size={26} slot={slotOf(person)} name={person.name ?? ''} />
            ))}
          </span>
          <More count={more} className="max-sm:hidden" />
          <More count={present.length - 1} className="sm:hidden" />
        </>
      }
    >
      <h2 className="font-strong">{strings.hereNow(present.length)}</h2>
      <ul className="mt-2 grid gap-3">
        {groupsOf(present, perspectives).map(({ id, title, marker, people }) => (
          <li key={id}>
            <h3 className="flex items-center gap-2 text-sm font-label">
              {marker ? <Marker slot={marker} size={17} /> : <Ring size={17} />}
              {title || strings.noGroup}
            </h3>
            <ul className="mt-0.5 pl-6.5 text-sm text-ink-2">
              {people.map((person) => (
                <li key={person.id}>
                  {person.name ?? strings.somebody}
                  {isAway(person.id) ? <span className="text-ink-3"> · {strings.away}</span> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Popover>
  )
}

const More = ({ count, className }: { count: number; className: string }) =>
  count > 0 ? (
    <span className={`ml-2 text-xs font-label whitespace-nowrap text-ink-2 ${className}`}>+ {count}</span>
  ) : null

// First one of each group in the order of the lot, then the others as they come.
const oneOfEach = (present: readonly Person[], perspectives: readonly Perspective[]): readonly Person[] => {
  const first = perspectives.flatMap(({ id }) => present.find(({ perspective }) => perspective === id) ?? [])
  return [...first, ...present.filter((person) => !first.includes(person))]
}

const groupsOf = (present: readonly Person[], perspectives: readonly Perspective[]) => {
  const groups = perspectives.map(({ id, title, marker }) => ({
    id,
    title,
    marker,
    people: present.filter(({ perspective }) => perspective === id),
  }))
  const others = present.filter(({ perspective }) => !perspectives.some(({ id }) => id === perspective))
  return [...groups, { id: '', title: '', marker: null, people: others }].filter(({ people }) => people.length > 0)
}
