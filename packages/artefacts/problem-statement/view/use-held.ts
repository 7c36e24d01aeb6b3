import { useEffect, useState, type RefObject } from 'react'

/** Whether somebody points at this or has the focus in it: then it does not go away. */
export const useHeld = (place: RefObject<HTMLElement | null>): boolean => {
  const [held, hold] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const [on, off] = [() => hold(true), () => hold(false)]
    for (const event of ['pointerenter', 'focusin']) element.addEventListener(event, on)
    for (const event of ['pointerleave', 'focusout']) element.addEventListener(event, off)
    return () => {
      for (const event of ['pointerenter', 'focusin']) element.removeEventListener(event, on)
      for (const event of ['pointerleave', 'focusout']) element.removeEventListener(event, off)
    }
  }, [place])
  return held
}
