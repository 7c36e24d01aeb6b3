import { useEffect, useMemo } from 'react'
import type { Presence } from '#domain/presence.ts'
import { useOthers } from '#react/use-presence.ts'

const awayAfterMs = 2 * 60_000

/** Tells others which part of the workspace this page shows, and that nobody looked at it for a while. */
export const useTellWhere = (presence: Presence, artefact: string | undefined): void => {
  useEffect(() => {
    presence.set({ at: artefact === undefined ? null : { item: artefact } })
  }, [presence, artefact])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (document.hidden) timer = setTimeout(() => presence.set({ away: true }), awayAfterMs)
      else presence.set({ away: false })
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [presence])
}

/** Where everybody else is: the people with an artefact open, and those who look elsewhere for a while. */
export const useWhere = (presence: Presence) => {
  const others = useOthers(presence)
  return useMemo(
    () => ({
      presentIn: (artefact: string): readonly string[] => [
        ...new Set(others.flatMap(({ state, participantId }) => (state.at?.item === artefact ? participantId : []))),
      ],
      // Somebody with two pages open is away only when both are.
      isAway: (participant: string): boolean => {
        const own = others.filter(({ participantId }) => participantId === participant)
        return own.length > 0 && own.every(({ state }) => state.away === true)
      },
    }),
    [others],
  )
}
