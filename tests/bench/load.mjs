// Many people in rooms, in a process of their own. Reads its task as one line of JSON on standard input:
// { sockets: [{ url, protocols, acts }], speaks: 'ours' | 'standard', does: 'edits' | 'cursors', rate, warmUp, seconds }.
// `rate` is edits a second in all, or cursor moves a second of each. Prints what it saw as one line of JSON.
import { createInterface } from 'node:readline'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const next = async () => (await lines.next()).value
const task = JSON.parse(await next())
const now = () => performance.timeOrigin + performance.now()
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Looks into the frames of some; the others only count, so that the load costs less than what it measures. */
const watched = 8
const mark = 'at:'
const stampLength = 15
let frames = 0
let bytes = 0
let isMeasuring = false
const delays = []
const closes = {}

const open = ({ url, protocols }, at) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocols, { perMessageDeflate: false })
    const isWatched = at >= task.sockets.length - watched
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
    socket.on('close', (code) => (closes[code] = (closes[code] ?? 0) + 1))
    socket.on('message', (data) => {
      if (!isMeasuring) return
      frames += 1
      bytes += data.length
      if (isWatched) look(data)
    })
  })

const look = (data) => {
  const end = now()
  for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + 1)) {
    const start = at + mark.length
    delays.push(end - Number(data.toString('latin1', start, start + stampLength)))
  }
}

const frame = (type, write) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The moment in ms, to a tenth, in as many characters as `look` reads. */
const stamp = () => `${mark}${now().toFixed(1).padStart(stampLength, '0')}`

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
        frame(6, (encoder) => {
          encoding.writeVarUint(encoder, 1)
          encoding.writeUint8Array(encoder, new TextEncoder().encode(stamp()))
        }),
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

/** Acts so often a second, catching up what a busy machine made late; returns how to stop. */
const often = (perSecond, act) => {
  const began = now()
  let done = 0
  const timer = setInterval(
    () => {
      for (const due = ((now() - began) / 1000) * perSecond; done < due; done += 1) act(done)
    },
    Math.max(5, 1000 / perSecond),
  )
  return () => clearInterval(timer)
}

// A few at a time, as doors open; all at once would only measure the queue of the machine.
const sockets = []
const atOnce = 25
for (let at = 0; at < task.sockets.length; at += atOnce)
  sockets.push(...(await Promise.all(task.sockets.slice(at, at + atOnce).map((where, i) => open(where, at + i)))))
process.stdout.write('ready\n')
await next()

const acting = sockets.filter((_, at) => task.sockets[at].acts)
const acts = acting.map((socket, at) => (task.does === 'edits' ? editor : mover)(socket, at))
const stops = []
if (task.does === 'edits') stops.push(often(task.rate, (turn) => acts[turn % acts.length]()))
// Not all in the same moment: each somewhere in the interval.
else if (task.does === 'cursors') stops.push(often(task.rate * acts.length, (turn) => acts[turn % acts.length]()))

await pause(task.warmUp * 1000)
isMeasuring = true
process.stdout.write('measuring\n')
await pause(task.seconds * 1000)
isMeasuring = false
process.stdout.write('measured\n')
for (const stop of stops) stop()
const seen = Math.min(watched, sockets.length)
const answer = { frames, bytes, delays, deliveredPerSocket: delays.length / seen, sockets: sockets.length, closes }
// A pipe takes a long line in pieces: it ends when the last one has gone.
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
