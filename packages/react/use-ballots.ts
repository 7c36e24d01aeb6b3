import { use, useSyncExternalStore } from 'react'
import type { Ballots } from './ballots.ts'
import { useWorkplace } from './workplace.tsx'

/** The ballots of the workspace; suspends until what knows of them is loaded. */
export const useBallots = (): Ballots => {
  const source = use(useWorkplace().ballots())
  return useSyncExternalStore(source.subscribe, source.get)
}
