import { useEffect, useMemo, useState } from 'react'
import type { Stakeholder, StakeholderMap } from '../shape.ts'
import { forceInputOf, type ForceInput } from '../force-input.ts'
import { askWorker } from './worker.ts'

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Places of the network, computed beside the page; `undefined` until they are there or while the lens is another. */
export const useForces = (map: StakeholderMap, rows: readonly Stakeholder[], wanted: boolean): Places | undefined => {
  const input = useMemo(() => (wanted ? forceInputOf(map, rows) : null), [map, rows, wanted])
  // A keystroke in a name changes nothing here: the same question is not asked twice.
  const key = useMemo(() => (input ? JSON.stringify(input) : null), [input])
  const [places, setPlaces] = useState<Places>()
  useEffect(() => {
    if (key === null) return
    let live = true
    const question: ForceInput = JSON.parse(key) as ForceInput // written a line above
    void askWorker({ ask: 'forces', input: question }).then((reply) => {
      if (live && reply.ask === 'forces') setPlaces(new Map(reply.places))
    })
    return () => {
      live = false
    }
  }, [key])
  return wanted ? places : undefined
}
