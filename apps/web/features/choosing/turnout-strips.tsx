import type { Ballot } from '#react/ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Marker } from '#ui/marker.tsx'
import { choosingWords } from './strings.ts'
import { votedOf } from './turnout.ts'

/** Who is done, group by group: a filled marker for each vote, an open one for each that is still to come. */
export const TurnoutStrips = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const { perspectives } = useWorkplace()
  const { voted, all } = votedOf(ballot)
  return (
    <section aria-label={strings.whoIsDone} className="grid gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg font-strong">
        {strings.whoIsDone}
        <span role="status" className="text-sm font-normal text-ink-2 tabular-nums">
          {strings.doneOf(voted, all)}
        </span>
      </h3>
      <ul className="parcels grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] border-y border-ditch">
        {perspectives.map(({ id, title, marker }) => {
          const group = ballot.turnout.find(({ perspective }) => perspective === id)
          if (!group || group.eligible + group.voted + group.entered === 0) return null
          const done = group.voted + group.entered
          const rest = Math.max(0, group.eligible - group.voted)
          return (
            <li key={id} className="parcel grid content-start gap-1.5 px-3 py-2.5">
              <span className="flex items-center gap-2 text-sm font-strong">
                <Marker slot={marker} size={17} />
                {title}
              </span>
              <span aria-hidden className="flex flex-wrap gap-1">
                {Array.from({ length: Math.min(done, 40) }, (_, at) => (
                  <Marker key={at} slot={marker} size={17} />
                ))}
                {Array.from({ length: Math.min(rest, 40) }, (_, at) => (
                  <Marker key={at} slot={marker} size={17} className="fill-none" />
                ))}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">
                {strings.doneOf(done, done + rest)}
                {group.entered > 0 ? ` · ${strings.entered(group.entered)}` : ''}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
