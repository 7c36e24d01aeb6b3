import { useSyncExternalStore } from 'react'

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )

/** Whether the screen is too narrow for the table of effects beside the rail: then the same facts stand under each other. */
export const useNarrow = (): boolean => useMedia('(width < 75rem)')

/** Whether there is no room for weeks side by side. */
export const usePhone = (): boolean => useMedia('(width < 48rem)')
