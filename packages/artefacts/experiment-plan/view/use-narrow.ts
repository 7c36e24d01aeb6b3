import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(width < 75rem)')

/** Whether the screen is too narrow for the table of effects beside the rail: then the same facts stand under each other. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = query()
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => query().matches,
  )
