/** Facts of an entry. Never content, names, codes or tokens: an entry is read by operators. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: LogFacts) => void

/** One line of JSON for each entry. */
export const createLog =
  (write: (line: string) => void, now: () => number): Log =>
  (level, event, facts = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`)

/** What an error may tell an operator: where it happened, and its words, which are ours or a library's. */
export const errorFacts = (error: unknown): LogFacts =>
  error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack?.slice(0, 2000) }
    : { error: String(error) }
