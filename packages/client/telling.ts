import { isSameStatus, type Status } from './status.ts'

/** Gives listeners the news of a status, and keeps a key that is saved in a moment from costing a repaint. */
export type Telling = {
  readonly status: () => Status
  readonly subscribe: (listener: () => void) => () => void
  /** This is how it stands now. */
  readonly learn: (next: Status) => void
  readonly close: () => void
}

/** A change that is saved within this is no news. */
const passingMs = 200
/** How often a growing number of changes is told. */
const countMs = 500

export const createTelling = (first: Status): Telling => {
  const listeners = new Set<() => void>()
  let status = first
  let told = first
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    clearTimeout(timer)
    timer = undefined
    told = status
    for (const listener of listeners) listener()
  }
  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    learn: (next) => {
      if (isSameStatus(next, status)) return
      // The same object as before: whoever looks sees that nothing is to be painted.
      status = isSameStatus(next, told) ? told : next
      const waitMs = restOf(told, status)
      if (waitMs === 0) tell()
      else timer ??= setTimeout(tell, waitMs)
    },
    close: () => {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}

const restOf = (told: Status, now: Status): number => {
  const isCalm = isSameStatus({ ...told, state: now.state, unsaved: now.unsaved }, now)
  if (!isCalm || now.state !== 'saving') return 0
  if (told.state === 'saved') return passingMs
  return told.state === 'saving' ? countMs : 0
}
