import { useEffect } from 'react'

/** F6 goes to the next region of the page, Shift F6 to the one before. */
export const useRegions = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

const step = (by: 1 | -1): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  )
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at(here === -1 && by === 1 ? 0 : (here + by) % regions.length)
  if (!next) return
  next.tabIndex = -1
  next.focus()
}
