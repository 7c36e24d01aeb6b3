import { useContext, useEffect, useSyncExternalStore } from 'react'
import { mainOf } from '../queries.ts'
import { whereaboutsOf } from '../whereabouts.ts'
import { idOfPart } from './part.tsx'
import { FoldContext } from './use-folds.ts'
import { usePage } from './use-page.ts'

/** What the address names, also when it comes to name something else. */
export const useNamed = (): string => useSyncExternalStore(onNaming, named)

const onNaming = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
const named = (): string => decodeURIComponent(window.location.hash.slice(1))

/** Opens what is folded around the thing that the address names: the part of the problem, and the parcel in it. */
export const useNamedOpen = (): void => {
  const { desk } = usePage()
  const { set } = useContext(FoldContext)
  const id = useNamed()
  useEffect(() => {
    const content = desk.document.content()
    const found = id === '' ? null : whereaboutsOf(content, id)
    if (!found) return
    const { problemId, parcel } = found
    const isPart = problemId !== mainOf(content)?.id
    if (isPart) for (const around of ['parts', problemId]) set(around, true)
    set(idOfPart(parcel, problemId, isPart), true)
  }, [desk, set, id])
}
