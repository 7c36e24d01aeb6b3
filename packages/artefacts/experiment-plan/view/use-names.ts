import { useState } from 'react'
import { useWorkplace } from '#react/workplace.tsx'

/** The people and parties of a workspace by id. */
type Names = ReadonlyMap<string, string>

/**
 * Their names; the same object until one of them changes. The directory is a new one whenever somebody types a label
 * anywhere, and a whole plan must not paint for that.
 */
export const useNames = (): Names => {
  const { directory, people } = useWorkplace()
  const named = [
    ...directory.ofKind('stakeholder').map(({ id, label }) => [id, label] as const),
    ...people.map(({ id, name }) => [id, name ?? ''] as const),
  ]
  const [names, setNames] = useState<Names>(() => new Map(named))
  const isSame = named.length === names.size && named.every(([id, label]) => names.get(id) === label)
  if (!isSame) setNames(new Map(named))
  return names
}

/** A list that is made anew often; the same object for as long as its entries are. */
export const useSteady = <Entry>(list: readonly Entry[]): readonly Entry[] => {
  const [steady, setSteady] = useState(list)
  const isSame = steady.length === list.length && list.every((entry, at) => Object.is(entry, steady[at]))
  if (!isSame) setSteady(list)
  return isSame ? steady : list
}
