import { useRef, useSyncExternalStore } from 'react'
import type { Other, Presence } from '#domain/presence.ts'

/** The others in a document that `belongs` lets through, such as those who are in one field. */
export const useOthers = (presence: Presence, belongs: (other: Other) => boolean = everybody): readonly Other[] => {
  const last = useRef<readonly Other[]>([])
  return useSyncExternalStore(presence.subscribe, () => {
    const next = presence.others().filter(belongs)
    const same = next.length === last.current.length && next.every((other, at) => other === last.current[at])
    if (!same) last.current = next
    return last.current
  })
}

const everybody = () => true
