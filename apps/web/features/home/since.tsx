import { useState } from 'react'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { formatRecentDay } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
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

const shownAtFirst = 6

/** The latest contributions; the group stands first, the name beside it. */
export const Since = ({ contributions, people, perspectives, hrefOf }: SinceProps) => {
  const strings = useStrings(homeStrings)
  const [all, setAll] = useState(false)
  const shown = all ? contributions : contributions.slice(0, shownAtFirst)
  return (
    <section className="parcel flex flex-col px-4 py-5 sm:px-6" aria-labelledby="since">
      <h2 id="since" className="text-lg/[1.25] font-strong">
        {strings.since}
      </h2>
      {contributions.length === 0 ? <p className="mt-2 text-sm text-ink-2">{strings.sinceNothing}</p> : null}
      <ol className="mt-1.5">
        {shown.map((contribution) => (
          <Line
            key={contribution.documentId + contribution.itemId}
            contribution={contribution}
            name={people.find(({ id }) => id === contribution.participantId)?.name ?? strings.somebody}
            slot={perspectives.find(({ id }) => id === contribution.perspective)?.marker ?? null}
            href={hrefOf(contribution.documentId, contribution.itemId)}
          />
        ))}
      </ol>
      {shown.length < contributions.length ? (
        <Button size="dense" className="mt-auto" onClick={() => setAll(true)}>
          {strings.showAll(contributions.length)}
        </Button>
      ) : null}
    </section>
  )
}

type LineProps = {
  readonly contribution: Contribution
  readonly name: string
  readonly slot: Perspective['marker'] | null
  readonly href: string
}

const Line = ({ contribution: { label, at }, name, slot, href }: LineProps) => {
  const strings = useStrings(homeStrings)
  const locale = useLocale()
  return (
    <li className="grid grid-cols-[1.625rem_minmax(0,1fr)_auto] items-start gap-x-2.5 border-ditch py-2 text-sm not-first:border-t">
      <Avatar slot={slot} name={name} size={26} />
      <a className="focus-ring hover:underline" href={href}>
        <strong className="font-strong">{name}</strong> {strings.added} <span className="line-clamp-3">{label}</span>
      </a>
      <time className="text-xs whitespace-nowrap text-ink-3" dateTime={new Date(at).toISOString()}>
        {formatRecentDay(locale, at)}
      </time>
    </li>
  )
}
