import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Connection } from '#client/connect.ts'
import type { Status } from '#client/status.ts'

/** How a document stands with the server, as it changes. */
export const useStatus = (connection: Connection): Status =>
  useSyncExternalStore(connection.subscribe, connection.status)

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
