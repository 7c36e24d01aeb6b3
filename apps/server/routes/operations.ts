import { db } from '../storage/tables.ts'
import type { Clock } from '../clock.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../storage/storage.ts'
import { describeApi } from './description.ts'
import { good, refused, type Handlers } from './knock.ts'

type Operations = Pick<Handlers, 'health' | 'ready' | 'metrics' | 'description'>

/** What operators and other programs ask of the process itself. */
export const operations = ({ version, storage, isDraining, clock, metrics }: Services): Operations => {
  const description = describeApi(version)
  const isStoring = createPulse(storage.tables, clock)
  return {
    health: async () => good({ status: 'ok', version }),
    ready: async () => {
      if (isDraining()) return refused('unavailable', { detail: 'The server is stopping.' })
      if (!(await isStoring())) return refused('unavailable', { detail: 'The disk takes nothing.' })
      return good({ status: 'ready' })
    },
    metrics: async () => {
      const { text, type } = await metrics.read()
      return good({ bytes: new TextEncoder().encode(text), type, name: 'metrics.txt', inline: true })
    },
    description: async () => good(description),
  }
}

/** However many ask, the disk is tried once in so long. */
const pulseMs = 1000

const createPulse = ({ write }: Tables, clock: Clock): (() => Promise<boolean>) => {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null
  const beat = (at: number) =>
    write([
      db
        .insertInto('heartbeat')
        .values({ id: 1, at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
        .compile(),
    ]).then(
      () => true,
      () => false,
    )
  return () => {
    const at = clock.now()
    if (!last || at - last.at >= pulseMs) last = { at, answer: beat(at) }
    return last.answer
  }
}
