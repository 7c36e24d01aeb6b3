import { Marker } from '#ui/marker.tsx'
import type { Stakeholder } from '../shape.ts'
import { useMapPage, type Voice } from './use-map.ts'

/** The groups that speak for a party as their shapes, or a ring: dashed while nobody does. */
export const VoiceMarker = ({ stakeholder, size = 17 }: { stakeholder: Stakeholder; size?: number }) => (
  <VoiceSign voice={useMapPage().voiceOf(stakeholder)} size={size} />
)

export const VoiceSign = ({ voice: { groups, missing }, size }: { voice: Voice; size: number }) => {
  if (groups.length > 0) {
    return (
      <span className="flex shrink-0" aria-hidden>
        {groups.map(({ marker }) => (
          <Marker key={marker} slot={marker} size={size} />
        ))}
      </span>
    )
  }
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" className="shrink-0" aria-hidden>
      <circle
        cx="12"
        cy="12"
        r="9.5"
        fill="none"
        stroke="currentColor"
        strokeWidth={missing ? 2.4 : 2}
        strokeDasharray={missing ? '3 2.6' : undefined}
      />
    </svg>
  )
}
