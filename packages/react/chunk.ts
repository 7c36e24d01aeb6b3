import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

type Waiting = {
  /** Stands there until the part is here. */
  readonly waiting?: ReactNode
}

/** A part of the app whose script comes by itself. */
export type Chunk<Props> = ((props: Props & Waiting) => ReactNode) & {
  /** Sends for it, before there is a place to show it. */
  readonly fetch: () => void
}

type State<Props> = { readonly Part: ComponentType<Props> } | { readonly error: unknown } | undefined

/**
 * Makes a part that comes by itself. It is drawn the moment that it is here, which React's own `lazy` does not do: after
 * a fallback React holds back everything that comes for up to 300 ms, and a page of several parts waits for each.
 * When it cannot be had it throws for the error boundary above; drawn again it asks again.
 */
export const chunkOf = <Props extends object>(load: () => Promise<ComponentType<Props>>): Chunk<Props> => {
  const listeners = new Set<() => void>()
  let state: State<Props>
  let asked = false
  const learn = (next: State<Props>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const fetch = () => {
    if (asked) return
    asked = true
    load().then(
      (Part) => learn({ Part }),
      (error: unknown) => {
        learn({ error })
        // Weather: once this was told, whoever draws it next asks again.
        setTimeout(() => {
          asked = false
          state = undefined
        })
      },
    )
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const Part = (props: Props & Waiting): ReactNode => {
    const now = useSyncExternalStore(subscribe, () => state)
    useEffect(() => fetch(), [])
    if (now === undefined) return props.waiting ?? null
    if ('Part' in now) return createElement(now.Part, props)
    throw now.error
  }
  return Object.assign(Part, { fetch })
}
