import { useEffect, type RefObject } from 'react'

/** So wide may a drawing be on paper, in CSS pixels: an upright A4 within its margins. */
const paperWidth = 700

/** A drawing made for a screen is cut off on paper. Before the page prints this one keeps its size and is made small as a whole. */
export const usePaper = (drawing: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const fit = () => {
      if (!drawing.current) return
      const { offsetWidth, offsetHeight, style } = drawing.current
      style.setProperty('--drawn-width', `${offsetWidth}px`)
      style.setProperty('--drawn-height', `${offsetHeight}px`)
      style.setProperty('--on-paper', String(Math.min(1, paperWidth / offsetWidth)))
    }
    addEventListener('beforeprint', fit)
    return () => removeEventListener('beforeprint', fit)
  }, [drawing])
}
