import type { SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'

/** Calls back before the next frame; gives back how to forget it. */
export type NextFrame = (tell: () => void) => () => void

/**
 * The same document for a screen: what is done here is told at once, what others do once a frame. However many people
 * write, the page is drawn as often as it can be shown and not more.
 */
export const pacedDocument = <S extends Shape>(
  document: SharedDocument<S>,
  nextFrame: NextFrame = frameOrSoon,
): SharedDocument<S> => {
  const listeners = new Set<(isOwn: boolean) => void>()
  let forget: (() => void) | undefined
  const tell = (isOwn: boolean) => {
    forget?.()
    forget = undefined
    for (const listener of listeners) listener(isOwn)
  }
  const stop = document.subscribe((isOwn) => {
    if (isOwn) tell(true)
    else forget ??= nextFrame(() => tell(false))
  })
  return {
    ...document,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      forget?.()
      stop()
      listeners.clear()
      document.close()
    },
  }
}

// A page in the background has no frames; it keeps up all the same.
const frameOrSoon: NextFrame = (tell) => {
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const once = () => {
    stop()
    tell()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, 200)
  return stop
}
