import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { formatDay } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Marker } from '#ui/marker.tsx'
import { homeStrings } from './strings.ts'

export type Contribution = {
  readonly itemId: string
  readonly documentId: string
  readonly label: string
  readonly perspective: string | null
  readonly participantId: string | null
  readonly at: number
}

type SinceProps = {
  readonly contributions: readonly Contribution[]
  readonly people: readonly Participant[]
  readonly perspectives: readonly Perspective[]
  readonly hrefOf: (documentId: string, item: string) => string
}

/** The latest contributions; the group stands first, the name beside it. */
export const Since = ({ contributions, people, perspectives, hrefOf }: SinceProps) => {
  const strings = useStrings(homeStrings)
  const locale = useLocale()
  return (
    <section className="parcel px-4 py-5 sm:px-6" aria-labelledby="since">
      <h2 id="since" className="text-lg font-strong">
        {strings.since}
      </h2>
      {contributions.length === 0 ? <p className="mt-2 text-ink-2">{strings.sinceNothing}</p> : null}
      <ol className="mt-2">
        {contributions.map((contribution) => {
          const marker = perspectives.find(({ id }) => id === contribution.perspective)?.marker
          const name = people.find(({ id }) => id === contribution.participantId)?.name ?? strings.somebody
          return (
            <li
              key={contribution.itemId}
              className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2.5 border-ditch py-2 text-sm not-first:border-t"
            >
              <span className="pt-0.5">{marker ? <Marker slot={marker} size={17} /> : null}</span>
              <a className="focus-ring hover:underline" href={hrefOf(contribution.documentId, contribution.itemId)}>
                {strings.added(name, contribution.label)}
              </a>
              <time className="text-xs text-ink-3" dateTime={new Date(contribution.at).toISOString()}>
                {formatDay(locale, contribution.at)}
              </time>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
