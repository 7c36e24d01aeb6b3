import { createContext, useContext, useEffect, useMemo, useState } from 'react'

type Folds = {
  readonly isFolded: (part: string) => boolean
  readonly fold: (parts: readonly string[], folded: boolean) => void
}

const key = 'polder.plan.folded'

/** Which parts of the page are folded away, kept on this device; the part that the address names always is open. */
export const useFolds = (): Folds => {
  const [folded, setFolded] = useState(() => without(kept(), named()))
  useEffect(() => {
    const open = () => setFolded((before) => without(before, named()))
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])
  return useMemo(
    () => ({
      isFolded: (part) => folded.has(part),
      fold: (parts, away) =>
        setFolded((before) => {
          const next = away ? new Set([...before, ...parts]) : without(before, ...parts)
          keep(next)
          return next
        }),
    }),
    [folded],
  )
}

export const FoldContext = createContext<Folds>({ isFolded: () => false, fold: () => undefined })
export const useFoldsHere = (): Folds => useContext(FoldContext)

const without = (parts: ReadonlySet<string>, ...out: readonly string[]): ReadonlySet<string> =>
  new Set([...parts].filter((part) => !out.includes(part)))

const named = (): string => decodeURIComponent(window.location.hash.slice(1))

const kept = (): ReadonlySet<string> => {
  try {
    return new Set((localStorage.getItem(key) ?? '').split(' ').filter(Boolean))
  } catch {
    return new Set()
  }
}

const keep = (parts: ReadonlySet<string>): void => {
  try {
    localStorage.setItem(key, [...parts].join(' '))
  } catch {
    // A private window keeps nothing; then it holds for as long as the page stands.
  }
}
