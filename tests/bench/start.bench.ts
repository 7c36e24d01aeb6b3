import { readFileSync } from 'node:fs'
import { browserOf } from '../support/caller.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, print, type Figure } from './figures.ts'

// How long from starting the process until it answers, on a database that holds ten copies of the example.

const runs = 7
const copies = 10
const example: unknown = JSON.parse(
  readFileSync(new URL('../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)

const server = await startServerProcess({ env: { LIMIT_IMPORTS_PER_HOUR: '1000' } })
for (let copy = 0; copy < copies; copy += 1) {
  const { status } = await browserOf(server).call('importWorkspace', { query: {}, body: example })
  if (status !== 201) throw new Error(`the example was not imported: ${status}`)
}
const samples: number[] = []
for (let run = 0; run < runs; run += 1) {
  await server.kill()
  const start = performance.now()
  await server.restart()
  const answer = await fetch(`${server.url}/api/ready`)
  if (!answer.ok) throw new Error('the server is not ready')
  samples.push(performance.now() - start)
}
await server.stop()
const figure: Figure = { name: 'server start on an existing database', unit: 'ms', samples }
print(figure)
keep('start', [figure])
