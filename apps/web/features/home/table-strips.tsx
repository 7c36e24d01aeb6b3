import type { DirectoryEntry } from '#domain/directory.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Marker, OpenRing } from '#ui/marker.tsx'
import { homeStrings } from './strings.ts'

type TableStripsProps = {
  readonly perspectives: readonly Perspective[]
  readonly people: readonly Participant[]
  readonly isPresent: (participantId: string) => boolean
  /** Stakeholders who are hit hard and have no seat. */
  readonly missing: readonly DirectoryEntry[]
  readonly hrefOf: (entry: DirectoryEntry) => string
}

/** Who is at the table: a strip of the same width for each group, whatever its size, and one for who is missing. */
export const TableStrips = ({ perspectives, people, isPresent, missing, hrefOf }: TableStripsProps) => {
  const strings = useStrings(homeStrings)
  return (
    <section className="parcel" aria-labelledby="at-table">
      <div className="flex flex-wrap items-baseline gap-x-4 px-4 pt-3 sm:px-7">
        <h2 id="at-table" className="text-lg font-strong">
          {strings.atTable}
        </h2>
        <p className="text-sm text-ink-3">{strings.atTableHint}</p>
      </div>
      <ul className="grid sm:grid-flow-col sm:auto-cols-fr">
        {perspectives.map((perspective) => {
          const group = people.filter((person) => person.perspective === perspective.id)
          return (
            <li
              key={perspective.id}
              className="min-w-0 border-ditch px-4 py-3 sm:border-l-[3px] sm:px-6 sm:first:border-l-0 sm:first:pl-7"
            >
              <h3 className="flex items-center gap-2 font-strong">
                <Marker slot={perspective.marker} size={20} />
                {perspective.title}
              </h3>
              <p className="line-clamp-3 text-sm text-ink-2">{namesOf(group, strings)}</p>
              <p className="mt-1.5 text-xs text-ink-3">
                {strings.present(group.filter(({ id }) => isPresent(id)).length, group.length)}
              </p>
            </li>
          )
        })}
        {missing.length > 0 ? (
          <li className="min-w-0 border-ditch bg-light-tint px-4 py-3 sm:border-l-[3px] sm:px-6">
            <h3 className="flex items-center gap-2 font-strong">
              <OpenRing size={20} />
              {strings.missing}
            </h3>
            <p className="text-sm text-ink-2">{strings.missingHint(missing.length)}</p>
            <ul className="text-sm">
              {missing.slice(0, 3).map((entry) => (
                <li key={entry.id}>
                  <a className="focus-ring underline" href={hrefOf(entry)}>
                    {entry.label}
                  </a>
                </li>
              ))}
              {missing.length > 3 ? <li className="text-ink-2">{strings.more(missing.length - 3)}</li> : null}
            </ul>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

const mostNames = 6

const namesOf = (
  group: readonly Participant[],
  strings: { nobodyYet: string; somebody: string; more: (count: number) => string },
): string => {
  if (group.length === 0) return strings.nobodyYet
  const names = group.slice(0, mostNames).map(({ name }) => name ?? strings.somebody)
  const rest = group.length - names.length
  return rest > 0 ? `${names.join(', ')} ${strings.more(rest)}` : names.join(', ')
}
