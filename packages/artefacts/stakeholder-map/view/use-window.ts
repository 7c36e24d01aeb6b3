import { useEffect, useState, type RefObject } from 'react'

/** So many rows are drawn before it is known how many fit. */
const fewRows = 6

/** Which of many rows of equal height are in view, with a few around them. */
export const useWindow = (scroller: RefObject<HTMLElement | null>, rows: number, rowHeight: number, head: number) => {
  const [range, setRange] = useState({ first: 0, last: fewRows })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const first = Math.max(0, Math.floor((element.scrollTop - head) / rowHeight) - 6)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + 6
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    element.addEventListener('scroll', look, { passive: true })
    // Looks for the first time when the page is laid out, and does not have it laid out once more for that.
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller, rowHeight, head])
  const first = Math.min(range.first, Math.max(0, rows - 1))
  const last = Math.min(range.last, rows)
  return { first, last, before: first * rowHeight, after: Math.max(0, (rows - last) * rowHeight) }
}
