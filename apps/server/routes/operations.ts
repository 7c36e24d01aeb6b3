import { db } from '../storage/tables.ts'
import type { Services } from '../services.ts'
import { describeApi } from './description.ts'
import { good, refused, type Handlers } from './knock.ts'

type Operations = Pick<Handlers, 'health' | 'ready' | 'metrics' | 'description'>

/** What operators and other programs ask of the process itself. */
export const operations = ({ version, storage, rooms, isDraining, clock }: Services): Operations => {
  const description = describeApi(version)
  const startedAt = clock.now()
  return {
    health: async () => good({ status: 'ok', version }),
    ready: async () => {
      if (isDraining()) return refused('unavailable', { detail: 'The server is stopping.' })
      await storage.tables.read(db.selectFrom('workspace').select('id').limit(1).compile())
      return good({ status: 'ready' })
    },
    metrics: async () => {
      const { rooms: open, connections } = rooms.counts()
      const text = [
        ...gauge('polder_rooms', 'Documents that are open.', open),
        ...gauge('polder_connections', 'Sockets that are open.', connections),
        ...gauge('polder_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
        ...gauge('polder_uptime_seconds', 'Time since the start.', (clock.now() - startedAt) / 1000),
      ].join('\n')
      return good({
        bytes: new TextEncoder().encode(`${text}\n`),
        type: metricsType,
        name: 'metrics.txt',
        inline: true,
      })
    },
    description: async () => good(description),
  }
}

const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

const gauge = (name: string, help: string, value: number): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  `${name} ${value}`,
]
