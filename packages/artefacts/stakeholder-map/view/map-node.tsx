import type { Node, NodeProps } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useMarkerOf } from '#react/here.ts'
import type { Other } from '#domain/presence.ts'
import type { GridLens } from '../queries.ts'
import type { Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

export type CardNode = Node<
  {
    readonly stakeholder: Stakeholder
    readonly lens: GridLens
    readonly selected: boolean
    /** The one card that Tab reaches. */
    readonly current: boolean
    readonly focused: boolean
    readonly moving: boolean
    readonly mover: Other | null
    readonly onOpen: (id: string) => void
    readonly onFocus: (id: string) => void
  },
  'card'
>

/** One party on the map: a button with its full name, its group's shape, and a frame while somebody moves it. */
export const MapNode = ({ data }: NodeProps<CardNode>) => {
  const { stakeholder, lens, selected, current, focused, moving, mover } = data
  const { fullName, voiceOf, strings } = useMapPage()
  const button = useRef<HTMLButtonElement>(null)
  const slot = useMarkerOf()(mover?.perspective ?? '')
  useEffect(() => {
    if (focused && document.activeElement !== button.current) button.current?.focus({ preventScroll: true })
  }, [focused])
  const looks = selected
    ? 'bg-ink text-land border-ink font-strong'
    : voiceOf(stakeholder).missing
      ? 'border-dashed border-ink bg-light-tint'
      : 'border-bank bg-land'
  return (
    <div className={slot ? `c-${slot}` : ''}>
      {mover ? (
        <span
          aria-hidden
          className="absolute bottom-full left-2 rounded-t-[4px] px-2 py-0.5 text-xs font-strong whitespace-nowrap"
          style={{ background: slot ? `var(--${slot})` : 'var(--ink)', color: 'var(--on-m)' }}
        >
          {strings.moving(mover.name)}
        </span>
      ) : null}
      <button
        ref={button}
        type="button"
        tabIndex={current ? 0 : -1}
        aria-label={fullName(stakeholder, lens)}
        aria-pressed={selected}
        title={stakeholder.name}
        data-stakeholder={stakeholder.id}
        onFocus={() => data.onFocus(stakeholder.id)}
        onClick={() => data.onOpen(stakeholder.id)}
        style={mover && slot ? { borderColor: `var(--${slot})`, borderWidth: 2 } : undefined}
        className={`focus-ring flex h-[30px] w-full items-center gap-1.5 rounded-chip border px-1.5 text-xs leading-none font-label ${looks} ${moving || mover ? 'shadow-lift' : ''}`}
      >
        <VoiceMarker stakeholder={stakeholder} size={16} />
        <span className="truncate py-1">{stakeholder.name}</span>
      </button>
    </div>
  )
}
