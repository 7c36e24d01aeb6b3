import { ChevronRight } from 'lucide-react'
import { layGrid } from '../grid.ts'
import { middleOf } from '../figure.ts'
import { gridLenses, quadrantOf, type GridLens } from '../queries.ts'
import type { Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

type ListProps = {
  readonly rows: readonly Stakeholder[]
  readonly lens: GridLens
  readonly onOpen: (id: string) => void
}

/** The map of a phone: who is hit hard and has little say first, then the other quarters, then who has no place yet. */
export const QuadrantList = ({ rows, lens, onOpen }: ListProps) => {
  const { words, strings } = useMapPage()
  const parts = [
    ...(['highLow', 'highHigh', 'lowHigh', 'lowLow'] as const).map((quadrant) => ({
      key: quadrant,
      title: words.quadrants[lens][quadrant],
      list: rows.filter((row) => quadrantOf(row, lens) === quadrant),
    })),
    { key: 'tray', title: strings.tray, list: rows.filter((row) => quadrantOf(row, lens) === null) },
  ]
  return (
    <div className="parcels">
      <Overview rows={rows} lens={lens} />
      {parts
        .filter(({ list }) => list.length > 0)
        .map(({ key, title, list }) => (
          <section key={key} className="parcel" aria-labelledby={`part-${key}`}>
            <h2
              id={`part-${key}`}
              className={`flex justify-between px-4 py-2 font-strong ${key === 'highLow' ? 'bg-light-tint' : 'bg-field'}`}
            >
              {title} <span>{list.length}</span>
            </h2>
            <ul>
              {list.map((row) => (
                <li key={row.id} className="border-t border-ditch first:border-0">
                  <Entry stakeholder={row} lens={lens} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

const Entry = ({
  stakeholder,
  lens,
  onOpen,
}: {
  stakeholder: Stakeholder
  lens: GridLens
  onOpen: (id: string) => void
}) => {
  const { fullName, heardOf, words } = useMapPage()
  const { x, y } = gridLenses[lens]
  return (
    <button
      type="button"
      aria-label={fullName(stakeholder, lens)}
      onClick={() => onOpen(stakeholder.id)}
      className="focus-ring grid min-h-18 w-full grid-cols-[auto_minmax(0,1fr)_auto_1.25rem] items-center gap-3 px-4 py-2 text-left"
    >
      <VoiceMarker stakeholder={stakeholder} size={24} />
      <span className="min-w-0">
        <b className="block font-label break-words hyphens-auto">{stakeholder.name}</b>
        <span className="text-sm text-ink-2 first-letter:uppercase">{heardOf(stakeholder)}</span>
      </span>
      <span className="grid text-right text-xs text-ink-2">
        {[x, y].map((scale) => (
          <span key={scale}>
            {words.scales[scale]} <b className="font-strong text-ink">{stakeholder[scale] ?? '–'}</b>
          </span>
        ))}
      </span>
      <ChevronRight size={18} aria-hidden className="text-ink-3" />
    </button>
  )
}

const small = { width: 340, height: 140, cardHeight: 11, cardWidth: () => 14 }

const Overview = ({ rows, lens }: { rows: readonly Stakeholder[]; lens: GridLens }) => {
  const { words } = useMapPage()
  const grid = layGrid(rows, lens, small)
  const middle = middleOf(grid)
  const { x, y } = gridLenses[lens]
  return (
    <figure className="parcel relative px-2 pt-2 text-xs text-ink-2">
      <svg viewBox={`-2 -2 346 ${grid.height + 4}`} className="block w-full text-ink" aria-hidden>
        <rect
          x={middle.x}
          y={middle.y}
          width={340 - middle.x}
          height={grid.height - middle.y}
          fill="var(--light-tint)"
        />
        <path d={`M${middle.x} 0V${grid.height}M0 ${middle.y}H340`} stroke="var(--ditch)" strokeWidth="3" />
        <path d={`M0 0V${grid.height}H340`} fill="none" stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <span className="absolute inset-x-2 top-2 bottom-7" aria-hidden>
        {rows.map((row) => {
          const box = grid.boxes.get(row.id)
          const place = box && {
            left: `${((box.x + 2) / 346) * 100}%`,
            top: `${((box.y + 2) / (grid.height + 4)) * 100}%`,
          }
          return place ? (
            <span key={row.id} className="absolute" style={place}>
              <VoiceMarker stakeholder={row} size={13} />
            </span>
          ) : null
        })}
      </span>
      <figcaption className="flex justify-between gap-3 py-1">
        <span>↑ {words.scales[y]}</span>
        <span>{words.scales[x]} →</span>
      </figcaption>
    </figure>
  )
}
