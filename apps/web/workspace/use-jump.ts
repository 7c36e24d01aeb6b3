import { useEffect } from 'react'
import { useLocation } from 'wouter'

const longestWaitMs = 4000

/** Goes to the thing that stands behind the # of the address, once it is on the page. */
export const useJump = (ready: boolean): void => {
  const [path] = useLocation()
  useEffect(() => {
    const item = decodeURIComponent(location.hash.slice(1))
    if (!ready || item === '') return undefined
    const stopAt = performance.now() + longestWaitMs
    const observer = new MutationObserver(() => {
      if (performance.now() > stopAt || jumpTo(item)) observer.disconnect()
    })
    if (!jumpTo(item)) observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [ready, path])
}

const jumpTo = (item: string): boolean => {
  const id = CSS.escape(item)
  const found = document.querySelector<HTMLElement>(
    `#${id}, #row-${id}, [data-item="${id}"], [data-stakeholder="${id}"], [data-step="${id}"]`,
  )
  if (!found) return false
  if (found.tabIndex < 0 && !found.hasAttribute('tabindex')) found.tabIndex = -1
  // What is folded away opens as it does for a word that the browser finds in it.
  const folded = found.closest('[hidden="until-found"]')
  folded?.removeAttribute('hidden')
  folded?.dispatchEvent(new Event('beforematch'))
  found.scrollIntoView({ block: 'center' })
  found.focus({ preventScroll: true })
  return true
}
