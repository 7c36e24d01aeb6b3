import { StorageError, type StorageErrorKind } from './storage.ts'

const kinds: readonly (readonly [RegExp, StorageErrorKind])[] = [
  [/constraint failed/i, 'constraint'],
  [/database is locked|busy/i, 'busy'],
  [/database or disk is full/i, 'full'],
  [/disk i\/o error/i, 'io'],
  [/malformed|not a database/i, 'corrupt'],
  [/not open|is closed/i, 'closed'],
]

/** An error of SQLite as ours: told apart by its text, which is the one thing all drivers agree on. */
export const toStorageError = (error: unknown): StorageError => {
  if (error instanceof StorageError) return error
  const message = error instanceof Error ? error.message : String(error)
  const kind = kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'other'
  return new StorageError(kind, message)
}
