import { useEffect, useState } from 'react'
import type { Status } from '#client/status.ts'

/** The worst of several documents: what a page as a whole may say of itself. */
export const worstOf = (statuses: readonly Status[]): Status | undefined =>
  statuses.toSorted((a, b) => severity.indexOf(b.state) - severity.indexOf(a.state) || b.unsaved - a.unsaved)[0]

const severity: readonly Status['state'][] = ['saved', 'opening', 'saving', 'offline', 'refused', 'ended']

/** True once something has been so for a while, so that what passes quickly is never shown. */
export const useLasting = (so: boolean, forMs: number): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!so) return undefined
    const timer = setTimeout(() => setLasting(true), forMs)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [so, forMs])
  return so && lasting
}
