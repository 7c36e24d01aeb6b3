/** What the server told of sessions, passed on to whoever listens: pages without a session load nothing for it. */
const listeners = new Set<(news: unknown) => void>()

/** Hears what an event said of a session; `undefined` when something may have been missed. Returns how to stop. */
export const hearSessionNews = (listener: (news: unknown) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const tellSessionNews = (news: unknown): void => {
  for (const listener of listeners) listener(news)
}
