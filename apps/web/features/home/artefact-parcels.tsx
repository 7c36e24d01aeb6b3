import { ArrowRight, CircleCheck, Lock, UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ArtefactKind } from '#artefacts/models.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { formatList, formatRecentDay, formatTime } from '#i18n/format.ts'
import { chunkOf } from '#react/chunk.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Marker } from '#ui/marker.tsx'
import { homeStrings } from './strings.ts'
import { kinds } from '../../api/kinds.ts'
import { tell, voicesOf, type Telling } from './tell.ts'

// The words are there first; wide screens get the drawings beside them.
const Picture = chunkOf(async () => (await import('./pictures.tsx')).Picture)

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
  readonly entries: readonly DirectoryEntry[]
  /** Who has which artefact open now. */
  readonly presentIn: (artefactId: string) => readonly string[]
  readonly hrefOf: (artefactId: string) => string
  /** The level of their headings, under that of the page. */
  readonly heading: 'h2' | 'h3'
  /** What a facilitator can do with it. */
  readonly actionsOf?: (artefactId: string) => ReactNode
}

/** One wide parcel for each thing that the group makes. */
export const ArtefactParcels = (props: ArtefactParcelsProps) => (
  <ul className="parcels auto-rows-fr">
    {props.artefacts.map((artefact) => (
      <ArtefactParcel key={artefact.id} artefact={artefact} {...props} />
    ))}
  </ul>
)

type ArtefactParcelProps = ArtefactParcelsProps & { readonly artefact: ArtefactFact }

const ArtefactParcel = ({ artefact, entries, hrefOf, actionsOf, heading: Heading, ...rest }: ArtefactParcelProps) => {
  const strings = useStrings(homeStrings)
  const locale = useLocale()
  const model = kinds[artefact.kind]
  const name = artefact.title || model.name[locale]
  const telling = tell(
    artefact.kind,
    entries.filter(({ document }) => document === artefact.id),
    voicesOf(rest.people, rest.perspectives),
  )
  return (
    <li className="parcel grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6.5 gap-y-3 px-4 py-4 sm:px-7 lg:py-2.5 xl:grid-cols-[9.4rem_minmax(0,1fr)_10.5rem_auto] hall:grid-cols-[9.4rem_minmax(0,1fr)_14.75rem_auto] xl:pr-6">
      <div className="min-h-21 max-xl:hidden">
        <Picture telling={telling} />
      </div>
      <div className="min-w-0 max-xl:col-span-full">
        <Heading className="text-lg/[1.25] font-strong">
          <a className="focus-ring hover:underline" href={hrefOf(artefact.id)}>
            {name}
          </a>
        </Heading>
        <p className="mt-0.5 text-sm text-pretty text-ink-2">{wordsOf(telling, strings) || model.purpose[locale]}</p>
      </div>
      <State artefact={artefact} telling={telling} {...rest} />
      <div className="flex items-center gap-1 justify-self-end">
        {actionsOf?.(artefact.id)}
        <a href={hrefOf(artefact.id)} aria-label={strings.openNamed(name)} className={buttonClass()}>
          {strings.open} <ArrowRight size={16} strokeWidth={2.1} aria-hidden />
        </a>
      </div>
    </li>
  )
}

type StateProps = Pick<ArtefactParcelsProps, 'people' | 'perspectives' | 'presentIn'> & {
  readonly artefact: ArtefactFact
  readonly telling: Telling
}

const State = ({ artefact, telling, people, perspectives, presentIn }: StateProps) => {
  const strings = useStrings(homeStrings)
  const locale = useLocale()
  const ids = presentIn(artefact.id)
  const present = people.filter(({ id }) => ids.includes(id))
  const { changedAt } = artefact
  const when = changedAt === null ? null : `${formatRecentDay(locale, changedAt)}, ${formatTime(locale, changedAt)}`
  const allMet =
    telling.kind === 'experiment-plan' && telling.verdicts.length > 0 && telling.verdicts.every((one) => one === 'met')
  return (
    <div className="grid gap-1.5 text-sm">
      {artefact.locked ? (
        <Chip tone="chosen" icon={Lock}>
          {strings.locked}
        </Chip>
      ) : null}
      {telling.kind === 'stakeholder-map' && telling.missing > 0 ? (
        <Chip tone="care" icon={UserRoundX}>
          {strings.voicesMissing(telling.missing)}
        </Chip>
      ) : null}
      {allMet ? (
        <Chip tone="good" icon={CircleCheck}>
          {strings.allMet}
        </Chip>
      ) : null}
      {present.length > 0 ? (
        <span className="flex items-center gap-2 text-ink-2">
          <span className="flex gap-1">
            {markersOf(present, perspectives).map((slot) => (
              <Marker key={slot} slot={slot} size={17} />
            ))}
          </span>
          {strings.here(formatList(locale, namesOf(present, strings.somebody)))}
        </span>
      ) : null}
      <span className="text-xs text-ink-3">{when ? strings.changed(when) : strings.untouched}</span>
    </div>
  )
}

type Words = (typeof homeStrings)['nl']

const wordsOf = (telling: Telling, strings: Words): string => {
  switch (telling.kind) {
    case 'problem-statement':
      return strings.tellProblem(telling)
    case 'stakeholder-map':
      return telling.parties.length === 0 ? '' : strings.tellMap(telling.parties.length)
    case 'experiment-plan':
      return telling.verdicts.length === 0
        ? ''
        : strings.tellExperiment(telling.verdicts.length, telling.verdicts.filter((one) => one === 'met').length)
  }
}

const mostNames = 3

const namesOf = (present: readonly Participant[], somebody: string): string[] =>
  present.slice(0, mostNames).map(({ name }) => name ?? somebody)

const markersOf = (present: readonly Participant[], perspectives: readonly Perspective[]) => [
  ...new Set(present.flatMap((person) => perspectives.find(({ id }) => id === person.perspective)?.marker ?? [])),
]
