import { lazy, Suspense, useEffect, type ComponentProps } from 'react'

const load = () => import('./arrived.tsx')
const Loaded = lazy(async () => ({ default: (await load()).Arrived }))

/** The page for whoever is in; it is not needed before. */
export const Arrived = (props: ComponentProps<typeof Loaded>) => (
  <Suspense>
    <Loaded {...props} />
  </Suspense>
)

/** Gets that page ready while somebody fills in the form. */
export const useArrivedSoon = (): void => {
  useEffect(() => {
    // Without a connection nobody gets in either; then it is asked for again.
    load().catch(() => undefined)
  }, [])
}
