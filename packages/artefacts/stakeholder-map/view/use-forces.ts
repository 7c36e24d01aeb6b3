import { useEffect, useMemo, useState } from 'react'
import { pinnedIn, sunflower } from '../lay-network.ts'
import { byHash } from '../lenses.ts'
import { soundRelations } from '../queries.ts'
import type { Stakeholder, StakeholderMap } from '../shape.ts'
import type { ForceInput } from './forces.ts'
import { askWorker } from './worker.ts'

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Places of the network, computed beside the page; `undefined` until they are there or while the lens is another. */
export const useForces = (map: StakeholderMap, rows: readonly Stakeholder[], wanted: boolean): Places | undefined => {
  const input = useMemo(() => (wanted ? inputOf(map, rows) : null), [map, rows, wanted])
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

const inputOf = (map: StakeholderMap, rows: readonly Stakeholder[]): ForceInput => {
  const [pinned, start] = [pinnedIn(map), sunflower(rows)]
  const known = new Set(rows.map(({ id }) => String(id)))
  return {
    nodes: rows.toSorted(byHash).map(({ id }) => {
      const place = pinned.get(id) ?? start.get(id) ?? { x: 0, y: 0 }
      return { id, x: place.x, y: place.y, pinned: pinned.has(id) }
    }),
    links: soundRelations(map).flatMap(({ from, to, status }) =>
      from !== null && to !== null && status === 'existing' && known.has(from) && known.has(to) ? [{ from, to }] : [],
    ),
  }
}
