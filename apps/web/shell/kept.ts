import { useSyncExternalStore } from 'react'

/** A value that this device keeps between visits; without storage it lives as long as the page. */
export type Kept<Value> = {
  readonly get: () => Value
  readonly set: (value: Value) => void
  readonly use: () => Value
}

/** Keeps a value under a name; `read` makes it from whatever stands there, which may be nothing or from elsewhere. */
export const keep = <Value>(name: string, read: (stored: unknown) => Value): Kept<Value> => {
  const listeners = new Set<() => void>()
  let current: Value | undefined
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const get = (): Value => (current ??= read(stored(name)))
  // Another tab of this device changed it.
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key !== name) return
    current = undefined
    changed()
  })
  return {
    get,
    set: (value) => {
      current = value
      try {
        localStorage.setItem(name, JSON.stringify(value))
      } catch {
        // Nothing can be kept here; the page goes on without.
      }
      changed()
    },
    use: () =>
      useSyncExternalStore((listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }, get),
  }
}

const stored = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as unknown
  } catch {
    return null
  }
}
