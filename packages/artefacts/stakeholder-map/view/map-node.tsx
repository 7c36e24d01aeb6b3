import type { Node, NodeProps } from '@xyflow/react'
import { Spline } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { Marker as MarkerSlot } from '#domain/perspective.ts'
import { Marker } from '#ui/marker.tsx'
import type { Voice } from './use-map.ts'
import { VoiceSign } from './voice-marker.tsx'

export type CardNode = Node<CardData, 'card'>
export type CardData = {
  readonly id: string
  readonly name: string
  /** Everything that the card says, for who listens. */
  readonly label: string
  readonly voice: Voice
  /** The sign of another rule than the voice: its shape, or an empty ring. */
  readonly sign: { readonly slot: MarkerSlot | null } | null
  readonly size: number
  readonly selected: boolean
  readonly chosen: boolean
  readonly dim: boolean
  /** The one card that Tab reaches. */
  readonly current: boolean
  readonly focused: boolean
  readonly moving: boolean
  readonly onOpen: (id: string, add: boolean) => void
  readonly onFocus: (id: string) => void
  /** Begins to draw a line from here; absent for who only reads. */
  readonly onDraw: ((id: string, pointer: number) => void) | null
}

/** One party on the map: a button with its full name, its sign, and while selected a handle to draw a line from. */
export const MapNode = memo(({ data }: NodeProps<CardNode>) => {
  const { id, name, voice, sign, size, selected, chosen, dim, current, focused, moving } = data
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused && document.activeElement !== button.current) button.current?.focus({ preventScroll: true })
  }, [focused])
  const looks = selected
    ? 'bg-ink text-land border-ink font-strong'
    : chosen
      ? 'border-2 border-water bg-water-tint'
      : dim
        ? 'border-ditch bg-field text-ink-3'
        : voice.missing
          ? 'border-dashed border-ink bg-light-tint'
          : 'border-bank bg-land'
  return (
    <div>
      <button
        ref={button}
        type="button"
        tabIndex={current ? 0 : -1}
        aria-label={data.label}
        aria-pressed={selected || chosen}
        title={name}
        data-stakeholder={id}
        onFocus={() => data.onFocus(id)}
        onClick={(event) => data.onOpen(id, event.shiftKey)}
        className={`focus-ring flex h-[30px] w-full items-center gap-1.5 rounded-chip border px-1.5 text-xs leading-none font-label ${looks} ${moving ? 'shadow-lift' : ''}`}
      >
        {sign === null ? (
          <VoiceSign voice={voice} size={size} />
        ) : sign.slot === null ? (
          <VoiceSign voice={empty} size={size} />
        ) : (
          <Marker slot={sign.slot} size={size} />
        )}
        <span className="truncate py-1">{name}</span>
      </button>
      {selected && data.onDraw ? (
        <span
          aria-hidden
          data-handle
          className="nodrag nopan absolute top-1/2 left-full ml-1 grid size-7 -translate-y-1/2 cursor-crosshair place-items-center rounded-full border-[1.5px] border-bank bg-land text-ink"
          onPointerDown={(event) => {
            event.stopPropagation()
            data.onDraw?.(id, event.pointerId)
          }}
        >
          <Spline size={15} />
        </span>
      ) : null}
    </div>
  )
})
MapNode.displayName = 'MapNode'

const empty: Voice = { groups: [], missing: false }
