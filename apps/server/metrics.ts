import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Figures for whoever watches the server. No content, names or secrets: labels are codes of ours. */
export type Metrics = {
  /** Something of the log happened; `reason` is the code that it happened for. */
  readonly happened: (event: string, reason?: unknown) => void
  /** So many rows of one document were committed together, in so many ms from the wish to the disk's answer. */
  readonly committed: (rows: number, ms: number) => void
  /** All figures in the form that Prometheus reads. */
  readonly read: () => Promise<{ readonly text: string; readonly type: string }>
}

const commitSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5]
const commitRows = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

/** `counts` tells how many rooms and connections there are at the moment of reading. */
export const createMetrics = (counts: () => { readonly rooms: number; readonly connections: number }): Metrics => {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register, prefix: 'polder_' })
  const events = new Counter({
    name: 'polder_events_total',
    help: 'What happened, by the name it has in the log and the reason.',
    labelNames: ['event', 'reason'],
    registers,
  })
  const seconds = new Histogram({
    name: 'polder_commit_seconds',
    help: 'From the wish to commit changes of a document until they are on the disk.',
    buckets: commitSeconds,
    registers,
  })
  const rows = new Histogram({
    name: 'polder_commit_rows',
    help: 'Changes of a document that were committed together.',
    buckets: commitRows,
    registers,
  })
  gauge(registers, 'polder_rooms', 'Documents that are open.', () => counts().rooms)
  gauge(registers, 'polder_connections', 'Sockets that are open.', () => counts().connections)
  return {
    happened: (event, reason) => events.inc({ event, reason: typeof reason === 'string' ? reason : '' }),
    committed: (count, ms) => {
      rows.observe(count)
      seconds.observe(ms / 1000)
    },
    read: async () => ({ text: await register.metrics(), type: register.contentType }),
  }
}

const gauge = (registers: Registry[], name: string, help: string, read: () => number): Gauge =>
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read())
    },
  })
