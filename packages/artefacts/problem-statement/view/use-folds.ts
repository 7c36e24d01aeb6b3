import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'

export type Folds = {
  /** Whether a part is open, or what it was told to be when nobody said. */
  readonly isOpen: (id: string, otherwise: boolean) => boolean
  readonly set: (id: string, open: boolean) => void
  /** On a phone every part folds; elsewhere only those of an opened sub-question. */
  readonly phone: boolean
}

/** Which parts of the page are unfolded; the part that the address names always is. */
export const useFolds = (): Folds => {
  const phone = usePhone()
  const [open, setOpen] = useState<{ readonly [id: string]: boolean }>(() => named())
  const set = useCallback((id: string, isOpen: boolean) => setOpen((before) => ({ ...before, [id]: isOpen })), [])
  useEffect(() => {
    const onHash = () => setOpen((before) => ({ ...before, ...named() }))
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [])
  return useMemo(() => ({ isOpen: (id, otherwise) => open[id] ?? otherwise, set, phone }), [open, set, phone])
}

const named = (): { readonly [id: string]: boolean } => {
  const id = decodeURIComponent(window.location.hash.slice(1))
  return id === '' ? {} : { [id]: true }
}

export const FoldContext = createContext<Folds>({ isOpen: (_, otherwise) => otherwise, set: () => {}, phone: false })
export const useFold = (id: string, otherwise: boolean) => {
  const { isOpen, set, phone } = useContext(FoldContext)
  return { open: isOpen(id, otherwise), set: (open: boolean) => set(id, open), phone }
}

const query = () => matchMedia('(width < 40rem)')

const usePhone = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = query()
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => query().matches,
  )
