import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CompiledQuery } from 'kysely'
import { createLogReader } from './sqlite-read.ts'
import { openReadable, openWritable, type SqliteDatabase, type SyncMode } from './sqlite-driver.ts'
import { toStorageError } from './sqlite-error.ts'
import type { Statement, WriteTask } from './sqlite-write.ts'
import { createWriterHere, findWriterEntry, startWriterThread, type Writer } from './writer.ts'
import type { Appended, ExpectedWrite, Storage } from './storage.ts'

export type SqliteOptions = {
  /** The database's file; its folder is made when it is missing. */
  readonly path: string
  readonly sync?: SyncMode
  /** Write on the main thread: for tests, and used by itself where the writer's program cannot be found. */
  readonly inProcess?: boolean
}

/** Storage in one file: one writer on its own thread, readers here. */
export const openSqlite = async ({ path, sync = 'full', inProcess = false }: SqliteOptions): Promise<Storage> => {
  mkdirSync(dirname(path), { recursive: true })
  const entry = inProcess ? null : findWriterEntry()
  const writer = entry ? await startWriterThread({ path, sync }, entry) : createWriterHere(openWritable(path, sync))
  return createStorage(writer, openReadable(path))
}

/** Storage that is gone with the process; the same code on a database in memory. */
export const openMemory = (): Storage => {
  const database = openWritable(':memory:', 'normal')
  return createStorage(createWriterHere(database), database)
}

/** Joins a writer and a reader of one database. */
export const createStorage = (writer: Writer, readable: SqliteDatabase): Storage => {
  const reader = createLogReader(readable)
  // Reads answer at once; the promise is for the storage that has a network in between.
  const reading = async <Output>(read: () => Output): Promise<Output> => {
    try {
      return read()
    } catch (error) {
      throw toStorageError(error)
    }
  }
  // A cast: the answer belongs to the task, which `sqlite-write.ts` pairs in one switch.
  const run = async <Output>(task: WriteTask): Promise<Output> => (await writer.run(task)) as Output

  return {
    log: {
      append: (batch) => run<readonly Appended[]>({ task: 'append', batch }),
      load: (doc) => reading(() => reader.load(doc)),
      rowsAfter: (doc, seq, limit) => reading(() => reader.rowsAfter(doc, seq, limit)),
      heads: (docs) => reading(() => reader.heads(docs)),
      putCheckpoint: async (doc, seq, bytes, pruneBefore) => {
        await run({ task: 'checkpoint', doc, seq, bytes, pruneBefore })
      },
      bumpEpoch: (doc) => run<number>({ task: 'bump-epoch', doc }),
      deleteDocument: async (doc) => {
        await run({ task: 'delete-document', doc })
      },
      quarantine: async (doc, bytes, why, at) => {
        await run({ task: 'quarantine', doc, bytes, why, at })
      },
    },
    tables: {
      read: <Output>(query: CompiledQuery<Output>) => reading(() => reader.all<Output>(query.sql, ...query.parameters)),
      write: (queries) =>
        run<readonly { changes: number }[]>({
          task: 'statements',
          statements: queries.map(toStatement),
          votes: null,
        }),
      writeVotes: async (of, queries) => {
        await run({ task: 'statements', statements: queries.map(toStatement), votes: of })
      },
      tidy: async () => {
        await run({ task: 'tidy' })
      },
    },
    audit: {
      append: async (entry) => {
        await run({ task: 'audit', entry })
      },
      firstBroken: () => reading(reader.firstBroken),
    },
    close: async () => {
      await writer.close()
      // In memory, reader and writer are one database.
      if (readable.isOpen) readable.close()
    },
  }
}

const toStatement = (write: CompiledQuery | ExpectedWrite): Statement => {
  const { query, expect } = 'query' in write && 'expect' in write ? write : { query: write, expect: null }
  return { sql: query.sql, parameters: query.parameters, expect }
}
