import { useSyncExternalStore } from 'react'

const query = '(max-width: 639.98px)'
const subscribe = (listener: () => void) => {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the screen is as narrow as a phone's, or zoomed in that far. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)

/** Whether there is room for a drawing at this moment. */
export const isWide = (): boolean => !matchMedia(query).matches
