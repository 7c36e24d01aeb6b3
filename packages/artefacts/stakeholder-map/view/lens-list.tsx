import { ChevronRight } from 'lucide-react'
import { layGrid, middleOf } from '../grid.ts'
import { groupsOf, type LensGroup } from '../groups.ts'
import type { Look } from '../layout.ts'
import { gridLenses, isGridLens, type GridLens } from '../lenses.ts'
import type { Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

type ListProps = { readonly rows: readonly Stakeholder[]; readonly look: Look; readonly onOpen: (id: string) => void }

/** The parts of a lens in words, as the list and the summary of the map use them. */
export const useGroups = (rows: readonly Stakeholder[], look: Look): readonly LensGroup[] => {
  const { map, words, terms, strings } = useMapPage()
  return groupsOf(map, rows, look, {
    map: words,
    terms,
    tray: strings.tray,
    alone: strings.alone,
    linked: strings.linked,
  })
}

/** The map of a phone: the parts of the lens one under another, what asks for a look first. */
export const LensList = ({ rows, look, onOpen }: ListProps) => {
  const groups = useGroups(rows, look)
  return (
    <div className="parcels">
      {isGridLens(look.lens) ? <Overview rows={rows} lens={look.lens} /> : null}
      {groups.map(({ key, title, rows: own, look: hot }) => (
        <section key={key} className="parcel" aria-labelledby={`part-${key}`}>
          <h2
            id={`part-${key}`}
            className={`flex justify-between gap-3 px-4 py-2 font-strong ${hot ? 'bg-light-tint' : 'bg-field'}`}
          >
            {title} <span>{own.length}</span>
          </h2>
          <ul>
            {own.map((row) => (
              <li key={row.id} className="border-t border-ditch first:border-0">
                <Entry stakeholder={row} look={look} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type EntryProps = { readonly stakeholder: Stakeholder; readonly look: Look; readonly onOpen: (id: string) => void }

const Entry = ({ stakeholder, look, onOpen }: EntryProps) => {
  const { fullName, heardOf, words, stepWords } = useMapPage()
  const axes = isGridLens(look.lens) ? gridLenses[look.lens] : null
  return (
    <button
      type="button"
      aria-label={fullName(stakeholder, look)}
      onClick={() => onOpen(stakeholder.id)}
      className="focus-ring grid min-h-18 w-full grid-cols-[auto_minmax(0,1fr)_auto_1.25rem] items-center gap-3 px-4 py-2 text-left"
    >
      <VoiceMarker stakeholder={stakeholder} size={24} />
      <span className="min-w-0">
        <b className="block font-label break-words hyphens-auto">{stakeholder.name}</b>
        <span className="text-sm text-ink-2 first-letter:uppercase">{heardOf(stakeholder)}</span>
      </span>
      <span className="grid text-right text-xs text-ink-2">
        {(axes ? [axes.x, axes.y] : []).map((scale) => (
          <span key={scale} title={stepWords(scale, stakeholder[scale])}>
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
  const grid = layGrid(rows.slice(0, 60), lens, small)
  const middle = middleOf(grid)
  const { x, y, look } = gridLenses[lens]
  const far = look.startsWith('high')
  return (
    <figure className="parcel relative px-2 pt-2 text-xs text-ink-2">
      <svg viewBox={`-2 -2 346 ${grid.height + 4}`} className="block w-full text-ink" aria-hidden>
        <rect
          x={far ? middle.x : 0}
          y={middle.y}
          width={far ? 340 - middle.x : middle.x}
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
