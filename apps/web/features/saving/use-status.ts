import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Connection } from '#client/connect.ts'
import type { Status } from '#client/status.ts'

/** What of a connection tells how its document stands. */
export type Standing = Pick<Connection, 'status' | 'subscribe'>

/**
 * One thing about how a document stands. A status changes twice for each key that somebody presses, so whoever needs
 * one thing of it asks for that one only; `undefined` before there is a connection.
 */
export const useStatus = <Part extends string | boolean>(
  connection: Standing | undefined,
  select: (status: Status) => Part,
): Part | undefined =>
  useSyncExternalStore(connection?.subscribe ?? subscribeToNothing, () => connection && select(connection.status()))

/** The statuses of several documents put together in one; renders when what `choose` gives is another. */
export const useStatuses = <Part>(
  connections: readonly Standing[],
  choose: (statuses: readonly Status[]) => Part,
): Part => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = connections.map((connection) => connection.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
    [connections],
  )
  return useSyncExternalStore(subscribe, () => choose(connections.map((connection) => connection.status())))
}

const subscribeToNothing = () => () => undefined

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
