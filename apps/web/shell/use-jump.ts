import { useEffect } from 'react'
import { useLocation } from 'wouter'

/** Goes to the thing that stands behind the # of the address, once it is on the page. */
export const useJump = (ready: boolean): void => {
  const [path] = useLocation()
  useEffect(() => {
    if (!ready) return undefined
    const end = new AbortController()
    const { signal } = end
    const go = (event?: Event) => {
      if (location.hash !== '') void import('./jump.ts').then(({ goTo }) => goTo(event !== undefined, signal))
    }
    go()
    globalThis.addEventListener('hashchange', go, { signal })
    return () => end.abort()
  }, [ready, path])
}
