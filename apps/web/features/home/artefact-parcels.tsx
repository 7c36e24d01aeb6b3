import { ArrowRight, CircleHelp, FlaskConical, Lock, Map as MapIcon, type LucideIcon } from 'lucide-react'
import { models, type ArtefactKind } from '#artefacts/models.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { formatDay, formatList, formatTime } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Marker } from '#ui/marker.tsx'
import { homeStrings } from './strings.ts'

export type ArtefactFact = {
  readonly id: string
  readonly kind: ArtefactKind
  readonly title: string
  readonly locked: boolean
  /** When it last changed, in ms; `null` if nobody wrote in it yet. */
  readonly changedAt: number | null
}

type ArtefactParcelsProps = {
  readonly artefacts: readonly ArtefactFact[]
  readonly people: readonly Participant[]
  readonly perspectives: readonly Perspective[]
  /** Who has which artefact open now. */
  readonly presentIn: (artefactId: string) => readonly string[]
  readonly hrefOf: (artefactId: string) => string
}

/** One wide parcel for each thing that the group makes. */
export const ArtefactParcels = (props: ArtefactParcelsProps) => {
  const strings = useStrings(homeStrings)
  return (
    <section aria-label={strings.whatWeMake} className="parcels auto-rows-fr">
      {props.artefacts.map((artefact) => (
        <ArtefactParcel key={artefact.id} artefact={artefact} {...props} />
      ))}
    </section>
  )
}

const icons: Readonly<Record<ArtefactKind, LucideIcon>> = {
  'problem-statement': CircleHelp,
  'stakeholder-map': MapIcon,
  'experiment-plan': FlaskConical,
}

const ArtefactParcel = ({ artefact, people, perspectives, presentIn, hrefOf }: ArtefactParcelsProps & { artefact: ArtefactFact }) => {
  const strings = useStrings(homeStrings)
  const locale = useLocale()
  const Icon = icons[artefact.kind]
  const model = models[artefact.kind]
  const present = people.filter(({ id }) => presentIn(artefact.id).includes(id))
  const when = artefact.changedAt === null ? null : `${formatDay(locale, artefact.changedAt)}, ${formatTime(locale, artefact.changedAt)}`
  return (
    <article className="parcel grid items-center gap-x-6 gap-y-3 px-4 py-5 sm:grid-cols-[4rem_minmax(0,1fr)_auto] sm:px-7 lg:grid-cols-[5rem_minmax(0,1fr)_15rem_auto]">
      <span className="grid size-16 place-items-center bg-water-tint text-water max-sm:hidden">
        <Icon size={32} strokeWidth={1.6} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="text-xs text-ink-3">{model.name[locale]}</p>
        <h3 className="text-lg font-strong">
          <a className="focus-ring hover:underline" href={hrefOf(artefact.id)}>
            {artefact.title || model.name[locale]}
          </a>
        </h3>
        <p className="text-ink-2">{model.purpose[locale]}</p>
      </div>
      <div className="grid gap-1.5 text-sm text-ink-2 sm:max-lg:col-start-2">
        {artefact.locked ? (
          <span className="flex items-center gap-2">
            <Lock size={16} aria-hidden /> {strings.locked}
          </span>
        ) : null}
        {present.length > 0 ? (
          <span className="flex items-center gap-2">
            {markersOf(present, perspectives).map((slot) => (
              <Marker key={slot} slot={slot} size={17} />
            ))}
            {strings.here(formatList(locale, present.slice(0, 3).map(({ name }) => name ?? strings.somebody)))}
          </span>
        ) : null}
        <span className="text-xs text-ink-3">{when ? strings.changed(when) : strings.untouched}</span>
      </div>
      <a
        href={hrefOf(artefact.id)}
        aria-label={strings.openNamed(artefact.title || model.name[locale])}
        className="focus-ring flex min-h-11 w-fit items-center gap-2 rounded-control border-[1.5px] border-bank px-4 font-label hover:border-ink hover:bg-field sm:max-lg:col-start-3 sm:max-lg:row-start-1"
      >
        {strings.open} <ArrowRight size={16} aria-hidden />
      </a>
    </article>
  )
}

const markersOf = (present: readonly Participant[], perspectives: readonly Perspective[]) => [
  ...new Set(present.flatMap((person) => perspectives.find(({ id }) => id === person.perspective)?.marker ?? [])),
]
