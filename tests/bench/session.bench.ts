import * as Y from 'yjs'
import { connect } from '#client/connect.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { liveSession } from '#protocol/session-api.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { browserOf, programOf } from '../support/caller.ts'
import { startServerProcess } from '../support/server.ts'
import '../support/live-server.ts'
import { keep, percentile, print, type Figure } from './figures.ts'

// Sixty people in one session that goes through its ten steps: how long from the facilitator's press until each of them
// knows of the new step. The press is a request that is stored before it is told; the news comes over each own socket.

const people = 60
const rounds = 3
const mostMs = 300

const server = await startServerProcess({
  env: { LIMIT_COMMANDS_PER_SECOND: '1000', LIMIT_JOINS_PER_SECOND: '1000' },
})
const lead = browserOf(server)
const { body: made } = await lead.call('createWorkspace', { body: { title: 'Samen', language: 'nl', artefacts: [] } })
const workspace = made.workspace.id
const { body: session } = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
const params = { workspace, session: session.id }
await lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })

let heard: { readonly step: string; readonly at: number }[] = []
const room = formatRoom(workspace, 'workspace')

const activityIn = (event: RoomEvent): string | null => {
  if (event.type !== 'change' || event.topic !== 'session') return null
  const told = event.data
  const live: unknown = typeof told === 'object' && told !== null && 'live' in told ? told.live : null
  const read = liveSession.safeParse(live)
  return read.success ? read.data.activityId : null
}

const comeIn = async (at: number) => {
  const { body } = await browserOf(server).call('join', {
    body: { code: made.joinCode, name: `Mens ${at}`, perspective: 'resident' },
  })
  const caller = programOf(server, body.token)
  let last: string | null = null
  const connection = connect({
    url: `${server.url.replace('http', 'ws')}/sync`,
    room,
    ydoc: new Y.Doc(),
    getTicket: async () => ({ ticket: (await caller.call('ticket', { params: { room } })).body.ticket }),
    onEvent: (event) => {
      const step = activityIn(event)
      if (step === null || step === last) return
      last = step
      heard.push({ step, at: performance.now() })
    },
  })
  await caller.call('takePart', { params, body: { present: true } })
  return connection
}

const connections = await Promise.all(Array.from({ length: people }, (_, at) => comeIn(at)))
while (connections.some((connection) => connection.status().state === 'opening')) await pause(20)
await pause(1000)

const samples: number[] = []
let lost = 0
for (let round = 0; round < rounds; round += 1) {
  for (const { id } of [...session.steps.slice(1), ...session.steps.slice(0, 1)]) {
    heard = []
    const pressedAt = performance.now()
    await lead.call('moveToStep', { params, body: { activity: id } })
    const until = pressedAt + 5000
    while (heard.length < people && performance.now() < until) await pause(1)
    samples.push(...heard.filter(({ step }) => step === id).map(({ at }) => at - pressedAt))
    lost += people - heard.length
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

for (const connection of connections) connection.close()
await server.stop()
const figure: Figure = { name: `a new step reaches ${people} people`, unit: 'ms', samples }
print(figure)
process.stdout.write(`  not reached within 5 s: ${lost} of ${people * rounds * session.steps.length}\n`)
keep('session', [figure])
if (lost > 0 || percentile(samples, 0.95) > mostMs) process.exitCode = 1
