import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

/** Makes plain links within the app go without loading the page anew, which would cost every socket. */
export const useSoftLinks = (): void => {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const address = softAddressOf(event)
      if (address === null) return
      event.preventDefault()
      navigate(address)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
}

const softAddressOf = (event: MouseEvent): string | null => {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!isPlain || event.defaultPrevented || !link?.href || link.target || link.hasAttribute('download')) return null
  const { origin, pathname, search, hash } = new URL(link.href)
  const isOurs = origin === location.origin && !/^\/(?:api|assets|sync)\//.test(pathname)
  // A place on this page is the browser's own business.
  if (!isOurs || (pathname === location.pathname && hash !== '')) return null
  return pathname + search + hash
}

/** After going to another page: its heading has the focus, so that a screen reader begins there. */
export const useHeadingFocus = (): void => {
  const [path] = useLocation()
  const last = useRef(path)
  const seen = useRef<Element | null>(null)
  useEffect(() => {
    if (last.current === path) return undefined
    last.current = path
    if (location.hash === '') globalThis.scrollTo(0, 0)
    const focus = (): boolean => {
      const heading = [...document.querySelectorAll<HTMLElement>('h1')].find(isShown)
      if (!heading || heading === seen.current) return false
      seen.current = heading
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      return true
    }
    // The page may still be on its way; after a while whoever does something else keeps the focus.
    const stopAt = performance.now() + longestWaitMs
    const observer = new MutationObserver(() => {
      if (performance.now() > stopAt || focus()) observer.disconnect()
    })
    if (!focus()) observer.observe(document.body, { childList: true, subtree: true, attributes: true })
    return () => observer.disconnect()
  }, [path])
}

// React keeps the page before hidden while the next one loads.
const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

const longestWaitMs = 4000

/** Names the page in the browser's tab: what it is, then where it belongs. */
export const useTitle = (...parts: readonly (string | undefined)[]): void => {
  const title = [...parts, 'Polder'].filter(Boolean).slice(0, 2).join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
}
