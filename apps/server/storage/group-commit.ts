import { createTaskRunner, type WriteAnswer, type WriteTask } from './sqlite-write.ts'
import { toStorageError } from './sqlite-error.ts'
import { emptyLog, rewriteVotes } from './sqlite-votes.ts'
import type { StorageErrorKind, VotesOf } from './storage.ts'
import type { SqliteDatabase } from './sqlite-driver.ts'

/** What became of a task; plain, so that it can cross between threads. */
export type Outcome =
  | { readonly ok: true; readonly answer: WriteAnswer }
  | { readonly ok: false; readonly kind: StorageErrorKind; readonly message: string }

/**
 * Commits many tasks with one wait for the disk. A task that fails is undone alone; when the commit itself
 * fails, all of them have failed.
 */
export const createGroupCommit = (database: SqliteDatabase): ((tasks: readonly WriteTask[]) => readonly Outcome[]) => {
  const runTask = createTaskRunner(database)
  const attempt = (task: WriteTask): Outcome => {
    database.exec('SAVEPOINT task')
    try {
      const answer = runTask(task)
      database.exec('RELEASE task')
      return { ok: true, answer }
    } catch (error) {
      database.exec('ROLLBACK TO task')
      database.exec('RELEASE task')
      return failure(error)
    }
  }
  const together = (tasks: readonly WriteTask[]): readonly Outcome[] => {
    try {
      database.exec('BEGIN IMMEDIATE')
      const outcomes = tasks.map(attempt)
      const touched = votesIn(tasks)
      for (const votes of touched) rewriteVotes(database, votes)
      database.exec('COMMIT')
      if (touched.length > 0) emptied(database)
      return outcomes
    } catch (error) {
      rollBack(database)
      return tasks.map(() => failure(error))
    }
  }
  return (tasks) => {
    const writes = tasks.filter(({ task }) => task !== 'tidy')
    const written = writes.length === 0 ? [] : together(writes)
    if (writes.length === tasks.length) return written
    const tidied = tidy(database)
    return tasks.map((task) => (task.task === 'tidy' ? tidied : (written[writes.indexOf(task)] ?? tidied)))
  }
}

// Once for all that came together.
const votesIn = (tasks: readonly WriteTask[]): readonly VotesOf[] => {
  const all = tasks.flatMap((task) => (task.task === 'statements' && task.votes ? [task.votes] : []))
  return [...new Map(all.map((votes) => [`${votes.workspace} ${votes.name}`, votes])).values()]
}

// What was committed stands; where the log cannot be emptied now, the next vote does it.
const emptied = (database: SqliteDatabase): void => {
  try {
    emptyLog(database)
  } catch {
    // A full or failing disk tells itself at the next write.
  }
}

// The copy is made in the order of the keys, and the log of writes, which has the order of time, is emptied.
const tidy = (database: SqliteDatabase): Outcome => {
  try {
    database.exec('VACUUM')
    emptyLog(database)
    return { ok: true, answer: null }
  } catch (error) {
    return failure(error)
  }
}

const failure = (error: unknown): Outcome => {
  const { kind, message } = toStorageError(error)
  return { ok: false, kind, message }
}

const rollBack = (database: SqliteDatabase): void => {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has already rolled back by itself after an error of the disk.
  }
}
