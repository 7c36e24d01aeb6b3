import type { Perspective } from '#domain/perspective.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Marker } from '#ui/marker.tsx'
import type { Person } from '../api/use-facts.ts'
import { useMedia } from '../shell/use-media.ts'
import type { Place } from './places.ts'
import { frameStrings } from './strings.ts'

type RailProps = {
  readonly places: readonly Place[]
  /** Wide shows words beside the pictures; the map needs the room for itself. */
  readonly wide: boolean
  readonly perspectives: readonly Perspective[]
  readonly present: readonly Person[]
}

/** The places of the workspace, and the table with its colours under it. */
export const Rail = ({ places, wide, perspectives, present }: RailProps) => {
  const strings = useStrings(frameStrings)
  const hasWords = useMedia('(min-width: 64rem)') && wide
  return (
    <div
      data-region
      data-wide={wide || undefined}
      className="group/rail flex min-h-0 flex-col overflow-y-auto bg-[linear-gradient(to_left,var(--ditch)_3px,transparent_3px)] pt-3.5 pb-4 outline-none max-sm:hidden print:hidden"
    >
      <nav aria-label={strings.nav}>
        <ul className="grid gap-0.5">
          {places.map((place) => (
            <li key={place.href}>
              <RailLink place={place} hasWords={hasWords} />
            </li>
          ))}
        </ul>
      </nav>
      <TableLegend perspectives={perspectives} present={present} />
    </div>
  )
}

// The dam: the current place is joined to its land across the water.
const dam =
  'mr-[3px] aria-[current]:mr-0 aria-[current]:bg-land aria-[current]:pr-[3px] aria-[current]:text-ink aria-[current]:[&_svg]:text-water'

type RailLinkProps = { readonly place: Place; readonly hasWords: boolean }

const RailLink = ({ place: { href, label, icon: Icon, current }, hasWords }: RailLinkProps) => (
  <a
    href={href}
    aria-current={current ? 'page' : undefined}
    title={hasWords ? undefined : label}
    className={`focus-ring relative flex min-h-target items-center justify-center gap-3 font-label text-ink-2 hover:bg-land/55 hover:text-ink lg:group-data-wide/rail:justify-start lg:group-data-wide/rail:pr-3.5 lg:group-data-wide/rail:pl-5 ${dam}`}
  >
    <Icon size={20} strokeWidth={1.9} aria-hidden className="shrink-0" />
    <span className="sr-only lg:group-data-wide/rail:not-sr-only">{label}</span>
  </a>
)

type LegendProps = Pick<RailProps, 'perspectives' | 'present'>

const TableLegend = ({ perspectives, present }: LegendProps) => {
  const strings = useStrings(frameStrings)
  return (
    <section
      aria-label={strings.atTable}
      className="mt-auto pt-6 lg:group-data-wide/rail:pr-3.5 lg:group-data-wide/rail:pl-5"
    >
      <h2 className="mb-1.5 text-xs font-label text-ink-2 max-lg:text-center lg:not-group-data-wide/rail:text-center">
        <span className="lg:group-data-wide/rail:hidden">{strings.table}</span>
        <span className="hidden lg:group-data-wide/rail:inline">{strings.atTable}</span>
      </h2>
      <ul>
        {perspectives.map(({ id, marker, title }) => (
          <li
            key={id}
            title={title}
            className="grid justify-items-center gap-0.5 py-1.5 text-sm/[1.2] lg:group-data-wide/rail:grid-cols-[1.125rem_minmax(0,1fr)_auto] lg:group-data-wide/rail:items-center lg:group-data-wide/rail:justify-items-start lg:group-data-wide/rail:gap-2.25"
          >
            <Marker slot={marker} size={17} />
            <span className="sr-only lg:group-data-wide/rail:not-sr-only">{title}</span>
            <span className="text-xs text-ink-3 tabular-nums">
              {present.filter(({ perspective }) => perspective === id).length}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
