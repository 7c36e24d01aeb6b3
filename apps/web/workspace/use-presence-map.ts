import { useMemo, useSyncExternalStore } from 'react'
import type { Presence } from '#domain/presence.ts'

/** The ids of the people who have a document open, myself left out; changes only when somebody comes or goes. */
export const usePresent = (presence: Presence | undefined): ReadonlySet<string> => {
  const ids = useSyncExternalStore(presence?.subscribe ?? subscribeToNothing, () =>
    [...new Set((presence?.others() ?? []).map(({ participantId }) => participantId))].toSorted().join(' '),
  )
  return useMemo(() => new Set(ids.split(' ').filter(Boolean)), [ids])
}

const subscribeToNothing = () => () => undefined
