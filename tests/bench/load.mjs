// Many people in one room, in a process of their own. Reads its task as one line of JSON on standard input:
// { sockets: [{ url, protocols }], speaks: 'ours' | 'standard' | 'plain', does: 'edits' | 'cursors', rate, seconds }.
// `rate` is edits a second in all, or cursor moves a second of each. Prints what it saw as one line of JSON.
import { createInterface } from 'node:readline'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const next = async () => (await lines.next()).value
const task = JSON.parse(await next())
const now = () => performance.timeOrigin + performance.now()

/** Looks into the frames of some; the others only count, so that the load costs less than what it measures. */
const watched = 8
const writers = 10
const mark = 'at:'
let frames = 0
let bytes = 0
let isMeasuring = false
const delays = []

const open = ({ url, protocols }, at) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocols, { perMessageDeflate: false })
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
    socket.on('close', (code) => isMeasuring && process.stderr.write(`closed ${code}\n`))
    socket.on('message', (data) => {
      if (!isMeasuring) return
      frames += 1
      bytes += data.length
      if (at < watched) look(data)
    })
  })

const look = (data) => {
  const end = now()
  for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + 1)) {
    delays.push(end - Number(data.toString('latin1', at + mark.length, at + mark.length + 14)))
  }
}

const sockets = []
for (const [at, where] of task.sockets.entries()) sockets.push(await open(where, at))

const frame = (type, write) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** A stamp of fourteen characters, to a tenth of a millisecond. */
const stamp = () => `${mark}${now().toFixed(1).padStart(14, '0').slice(-14)}`

const editor = (socket, at) => {
  const ydoc = new Y.Doc()
  ydoc.on('update', (update) =>
    socket.send(
      frame(0, (encoder) => {
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarUint8Array(encoder, update)
      }),
    ),
  )
  const home = ydoc.getMap('values')
  return () => home.set(`title-${at}`, stamp())
}

const mover = (socket, at) => {
  if (task.speaks === 'ours')
    return () =>
      socket.send(
        frame(
          6,
          (encoder) => (
            encoding.writeVarUint(encoder, 1),
            encoding.writeUint8Array(encoder, new TextEncoder().encode(stamp()))
          ),
        ),
      )
  let clock = 0
  const update = (encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, at + 1)
    encoding.writeVarUint(encoder, (clock += 1))
    encoding.writeVarString(encoder, JSON.stringify({ user: { name: 'Iemand', color: '#30bced' }, cursor: stamp() }))
  }
  return () => socket.send(frame(1, (encoder) => encoding.writeVarUint8Array(encoder, encoding.encode(update))))
}

const acts = task.does === 'edits' ? sockets.slice(0, writers).map(editor) : sockets.map(mover)
const everyMs = 1000 / task.rate
const timers = []
const begin = () => {
  if (task.does === 'edits') {
    let turn = 0
    timers.push(setInterval(() => acts[(turn += 1) % acts.length](), everyMs))
  } else {
    // Not all in the same moment: each somewhere in the interval.
    for (const [at, act] of acts.entries()) {
      timers.push(setTimeout(() => timers.push(setInterval(act, everyMs)), (everyMs * at) / acts.length))
    }
  }
}

process.stdout.write('ready\n')
await next()
begin()
await new Promise((resolve) => setTimeout(resolve, 2000))
isMeasuring = true
process.stdout.write('measuring\n')
await new Promise((resolve) => setTimeout(resolve, task.seconds * 1000))
isMeasuring = false
process.stdout.write('measured\n')
for (const timer of timers) clearInterval(timer)
const seen = Math.min(watched, sockets.length)
process.stdout.write(
  `${JSON.stringify({ frames, bytes, delays, deliveredPerSocket: delays.length / seen, sockets: sockets.length })}\n`,
)
process.exit(0)
