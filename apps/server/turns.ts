/** Runs tasks of one key after each other, so that each sees what the one before it wrote. */
export type Turns = <Answer>(key: string, task: () => Promise<Answer>) => Promise<Answer>

export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const run = (last.get(key) ?? Promise.resolve()).then(task, task)
    const settled = run.catch(() => undefined)
    last.set(key, settled)
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key)
    })
    return run
  }
}
