import { useCallback, useMemo } from 'react'
import type { TextPath } from '#crdt/document.ts'
import type { Other, PresencePlace } from '#domain/presence.ts'
import { useOthers } from './use-presence.ts'
import { useDesk, useWorkplace } from './workplace.tsx'

/** The place of a text as presence names it. */
export const placeOf = (path: TextPath): PresencePlace =>
  path.length === 1 ? { field: path[0] } : { item: path[1], field: path[2] }

/** Who else is in one field now, and how I tell that I am. */
export const useHere = (place: PresencePlace | undefined) => {
  const { presence } = useDesk()
  const { item, field } = place ?? {}
  const belongs = useCallback(
    (other: Other) => field !== undefined && other.state.at?.field === field && other.state.at.item === item,
    [item, field],
  )
  const others = useOthers(presence, belongs)
  const tell = useMemo(
    () => ({
      onFocus: () => {
        if (field !== undefined) presence.set({ at: item === undefined ? { field } : { item, field }, typing: true })
      },
      onBlur: () => presence.set({ at: null, cursor: null, typing: false }),
    }),
    [presence, item, field],
  )
  return { others, tell }
}

/** The marker slot of a perspective of this workspace: `m1` to `m8`, or the ring of nobody's group. */
export const useMarkerOf = () => {
  const { perspectives } = useWorkplace()
  return useCallback(
    (perspective: string) => perspectives.find((known) => known.id === perspective)?.marker ?? null,
    [perspectives],
  )
}
