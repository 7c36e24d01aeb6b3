import { Marker } from '#ui/marker.tsx'
import type { LegendLine } from '../marks.ts'
import { families } from '../queries.ts'
import { lineLooks } from '../line-looks.ts'
import { useMapPage } from './use-map.ts'

/** What signs and lines mean; the names are what a screen reader gets, the shapes are for the eye. */
export const Legend = ({ lines, withLines }: { lines: readonly LegendLine[]; withLines: boolean }) => {
  const { strings, words } = useMapPage()
  if (lines.length === 0 && !withLines) return null
  return (
    <details
      open
      className="absolute bottom-2 left-2 z-[5] max-h-[70%] max-w-56 overflow-auto border border-ditch bg-land/95 px-3 py-1.5 text-xs"
    >
      <summary className="focus-ring min-h-6 cursor-pointer font-label">{strings.legend}</summary>
      <ul className="grid gap-1 pb-1">
        {lines.map(({ value, slot, label }) => (
          <li key={value} className="flex items-center gap-2">
            {slot === null ? (
              <svg width="14" height="14" viewBox="0 0 24 24" aria-hidden>
                <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="2" />
              </svg>
            ) : (
              <Marker slot={slot} size={14} />
            )}
            {label}
          </li>
        ))}
        {withLines
          ? families.map((family) => (
              <li key={family} className="flex items-center gap-2">
                <svg width="28" height="8" aria-hidden>
                  <path
                    d="M0 4H28"
                    stroke={`var(${lineLooks[family].token})`}
                    strokeWidth="2.2"
                    strokeDasharray={lineLooks[family].dash.join(' ')}
                  />
                </svg>
                {words.families[family]}
              </li>
            ))
          : null}
      </ul>
    </details>
  )
}
