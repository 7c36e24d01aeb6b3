const longestWaitMs = 4000

/** Goes to what the address names until it is found, names something else, or the page is left. */
export const goTo = (isFromHere: boolean, left: AbortSignal): void => {
  const item = named()
  // From one parcel to another of a page that stands there already is the browser's own business.
  if (left.aborted || (isFromHere && document.getElementById(item)?.matches('section'))) return
  const stopAt = performance.now() + longestWaitMs
  const isOver = () => left.aborted || named() !== item || performance.now() > stopAt
  const observer = new MutationObserver(() => {
    if (isOver() || jumpTo(item)) observer.disconnect()
  })
  if (!jumpTo(item)) observer.observe(document.body, { childList: true, subtree: true })
}

const named = (): string => decodeURIComponent(location.hash.slice(1))

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
