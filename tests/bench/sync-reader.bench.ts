import { connect } from 'node:net'
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { encodeUpdate } from '#protocol/messages.ts'
import { keep, print, type Figure } from './figures.ts'
import { forgetPeak, memoryMb, peakMb } from './processes.ts'
import { polder, relay, type Subject, type Where } from './subjects.ts'

// One reader that stops reading while much is written: what it costs the server, and the others.

const seconds = Number(process.env['BENCH_SECONDS'] ?? 10)
/** Twenty times a second this much, which is far more than people write. */
const kbEach = 50
const everyMs = 50

/** Comes in over a plain stream, and never reads what follows. */
const stoppedReader = ({ url, protocols }: Where): Promise<() => void> =>
  new Promise((resolve) => {
    const { hostname, port, pathname } = new URL(url)
    const stream = connect(Number(port), hostname === 'localhost' ? '::1' : hostname)
    stream.on('error', () => undefined)
    const offered = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : ''
    const key = randomBytes(16).toString('base64')
    stream.write(
      `GET ${pathname} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${offered}` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
    stream.once('data', () => {
      stream.pause()
      resolve(() => stream.destroy())
    })
  })

const measure = async (subject: Subject): Promise<readonly Figure[]> => {
  const [writing, reading, stopping] = await subject.enter(3, 1)
  if (!writing || !reading || !stopping) throw new Error('three places expected')
  const open = (where: Where): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(where.url, [...where.protocols], { perMessageDeflate: false })
      socket.once('open', () => resolve(socket))
      socket.once('error', reject)
    })
  const [writer, reader] = [await open(writing), await open(reading)]
  const end = await stoppedReader(stopping)
  const delays: number[] = []
  const mark = 'at:'
  reader.on('message', (data: Buffer) => {
    const at = data.indexOf(mark)
    if (at >= 0) delays.push(Date.now() - Number(data.toString('latin1', at + mark.length, at + mark.length + 13)))
  })
  const ydoc = new Y.Doc()
  ydoc.on('update', (update: Uint8Array) => writer.send(encodeUpdate(update)))
  const padding = 'x'.repeat(kbEach * 1000)
  const before = memoryMb(subject.pid())
  forgetPeak(subject.pid())
  const timer = setInterval(() => ydoc.getMap('values').set('title', mark + Date.now() + padding), everyMs)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  clearInterval(timer)
  const growth = peakMb(subject.pid()) - before
  for (const socket of [writer, reader]) socket.terminate()
  end()
  return [
    { name: `stopped reader, ${subject.name}: memory above that before`, unit: 'MB', samples: [growth] },
    { name: `stopped reader, ${subject.name}: delay of another reader`, unit: 'ms', samples: delays },
  ]
}

const figures: Figure[] = []
// The limit of bytes a second is out of the way: it would stop the writer before the reader mattered.
for (const start of [() => polder({ LIMIT_BYTES_PER_SECOND: '100000000', LIMIT_BYTES_BURST: '100000000' }), relay]) {
  const subject = await start()
  figures.push(...(await measure(subject)))
  await subject.stop()
}
process.stdout.write(
  `  ${kbEach} kB ${1000 / everyMs} times a second for ${seconds} s, to two readers of whom one has stopped\n`,
)
figures.forEach(print)
keep('sync-reader', figures)
