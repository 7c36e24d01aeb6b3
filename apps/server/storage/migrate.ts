import { migrations } from './migrations.ts'
import { StorageError } from './storage.ts'
import type { SqliteDatabase } from './sqlite-driver.ts'

/** Brings a database to the newest form, one numbered step per transaction; refuses one from a newer build. */
export const migrate = (database: SqliteDatabase, steps: readonly string[] = migrations): void => {
  const version = versionOf(database)
  if (version > steps.length) {
    throw new StorageError(
      'other',
      `the database has form ${version}, this build knows ${steps.length}: use a newer build`,
    )
  }
  steps.slice(version).forEach((step, index) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(step)
      database.exec(`PRAGMA user_version = ${version + index + 1}`)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  })
}

const versionOf = (database: SqliteDatabase): number => {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number } | undefined // SQLite's own row
  return row?.user_version ?? 0
}
