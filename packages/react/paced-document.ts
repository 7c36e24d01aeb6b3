import type { ChangeKind, SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'

/** Calls back at a better moment; gives back how to forget it. */
export type Later = (tell: () => void) => () => void

/** When a screen hears of what it need not show at once. */
export type Pace = { readonly elsewhere: Later; readonly letters: Later }

/**
 * The same document for a screen: what is done here is told at once, what others do once a frame, and letters typed
 * here, which the field that they are typed in shows already, in the first pause. However many people write, the page
 * is drawn as often as it can be shown and not more, and a letter does not wait for the rest of the page.
 */
export const pacedDocument = <S extends Shape>(
  document: SharedDocument<S>,
  pace: Pace = { elsewhere: frameOrSoon, letters: pauseInTyping },
): SharedDocument<S> => {
  const listeners = new Set<(kind: ChangeKind) => void>()
  const waiting = new Map<ChangeKind, () => void>()
  const tell = (kind: ChangeKind) => {
    for (const forget of waiting.values()) forget()
    waiting.clear()
    for (const listener of listeners) listener(kind)
  }
  const stop = document.subscribe((kind) => {
    if (kind === 'command') tell(kind)
    else if (!waiting.has(kind))
      waiting.set(
        kind,
        pace[kind](() => tell(kind)),
      )
  })
  return {
    ...document,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      for (const forget of waiting.values()) forget()
      waiting.clear()
      stop()
      listeners.clear()
      document.close()
    },
  }
}

// A page in the background has no frames; it keeps up all the same.
const frameOrSoon: Later = (tell) => {
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

/** So long the page may lag behind a letter. */
const lagMs = 100

/** What somebody does other than writing; whatever answers it must know the letters before it. */
const otherActs = ['pointerdown', 'focusout', 'keydown', 'submit'] as const

const writes = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (key.length === 1 && !ctrlKey && !metaKey) || key === 'Backspace' || key === 'Delete'

const pauseInTyping: Later = (tell) => {
  const onAct = (event: Event) => {
    if (!(event instanceof KeyboardEvent && writes(event))) once()
  }
  const stop = () => {
    clearTimeout(timer)
    for (const act of otherActs) removeEventListener(act, onAct, true)
  }
  const once = () => {
    stop()
    tell()
  }
  for (const act of otherActs) addEventListener(act, onAct, true)
  const timer = setTimeout(once, lagMs)
  return stop
}
