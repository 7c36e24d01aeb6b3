import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { decodeServerMessage, encodeStep2, encodeUpdate } from '#protocol/messages.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { browserOf, programOf } from '../support/caller.ts'
import { keep, percentile, print, printRatio, type Figure } from './figures.ts'
import { forgetPeak, memoryMb, peakMb, processorMs, startProgram } from './processes.ts'
import { newWorkspace, placesIn, startPolder, type Where } from './subjects.ts'

// Fifty people open the same long-lived document in one moment: while somebody is in it, and right after the server
// was started again. Beside it a relay that hands out the same bytes ready-made. Those who join only receive.

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const joiners = given('BENCH_JOINERS', 50)
const edits = given('BENCH_EDITS', 100_000)
const runs = given('BENCH_RUNS', 5)
// No more ids than one person may bring in at once.
const authors = 15
const paragraphs = 200

const figures: Figure[] = []
const told = (name: string, unit: string, samples: readonly number[]): Figure => {
  const figure = { name, unit, samples }
  figures.push(figure)
  print(figure)
  return figure
}

/** A document as people make it: so many keys and some deletions by several, in turns, over many paragraphs. */
const longLived = (): Y.Doc => {
  const ydoc = new Y.Doc()
  const page = new Y.XmlFragment()
  ydoc.getMap('problems').set('pr-bench', new Y.Map([['whatHappens', page]]))
  const texts = Array.from({ length: paragraphs }, () => {
    const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
    paragraph.insert(0, [text])
    page.push([paragraph])
    return text
  })
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const perTurn = 1
  for (let done = 0; done < edits;) {
    ydoc.clientID = 1000 + random(authors)
    const text = texts[random(paragraphs)]
    let at = random((text?.length ?? 0) + 1)
    for (let key = 0; key < perTurn && done < edits; key += 1, done += 1) {
      if (random(8) === 0 && at > 0) text?.delete((at -= 1), 1)
      else text?.insert(at++, 'etaoin '.charAt(random(7)))
    }
  }
  return ydoc
}

/** Opens all at once; resolves the ms until each had the whole document. */
const joinAll = async (places: readonly Where[]): Promise<readonly number[]> => {
  const start = performance.now()
  const sockets: WebSocket[] = []
  const took = await Promise.all(
    places.map(
      ({ url, protocols }) =>
        new Promise<number>((resolve, reject) => {
          const socket = new WebSocket(url, [...protocols], { perMessageDeflate: false })
          sockets.push(socket)
          socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
          socket.on('error', reject)
          socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
          socket.on('message', (data: Buffer) => {
            // A whole answer: type 0, kind 1.
            if (data[0] === 0 && data[1] === 1) resolve(performance.now() - start)
          })
        }),
    ),
  )
  for (const socket of sockets) socket.removeAllListeners('close').terminate()
  return took
}

/** Somebody who is in the document; resolves once what they brought is committed. */
const inhabit = async ({ url, protocols }: Where, mine: Y.Doc) => {
  const socket = new WebSocket(url, [...protocols], { perMessageDeflate: false })
  const acks: (() => void)[] = []
  const acked = () => new Promise<void>((resolve) => acks.push(resolve))
  socket.on('message', (data: Buffer) => {
    const message = decodeServerMessage(new Uint8Array(data))
    if (!message.ok) return
    if (message.value.type === 'step1') socket.send(encodeStep2(Y.encodeStateAsUpdate(mine, message.value.stateVector)))
    if (message.value.type === 'ack') for (const tell of acks.splice(0)) tell()
  })
  mine.on('update', (update: Uint8Array) => socket.send(encodeUpdate(update)))
  await acked()
  return {
    edit: async (words: string) => {
      const done = acked()
      mine.getMap('values').set('title', words)
      await done
    },
    leave: () => socket.terminate(),
  }
}

const ydoc = longLived()
const bytes = Y.encodeStateAsUpdate(ydoc)
const size = (bytes.length / 1e6).toFixed(2)
process.stdout.write(`  ${edits} edits of ${authors} people: ${size} MB, ${joiners} join at once\n`)

const server = await startPolder()
const workspace = await newWorkspace(server)
const who = { code: workspace.code, name: 'p', perspective: 'resident' }
const tokens: string[] = [workspace.token]
for (let at = 1; at < joiners; at += 1) tokens.push((await browserOf(server).call('join', { body: who })).body.token)
const { body } = await programOf(server, workspace.token).call('workspace', { params: { workspace: workspace.id } })
const artefact = body.artefacts.find(({ kind }) => kind === 'problem-statement')
const room = formatRoom(workspace.id, artefact?.id ?? '')

type Sample = { all: number; most: number; processor: number; peak: number; growth: number }
const joined = async (pid: number, places: readonly Where[]): Promise<Sample> => {
  const before = { processor: processorMs(pid), memory: memoryMb(pid) }
  forgetPeak(pid)
  const took = await joinAll(places)
  const peak = peakMb(pid)
  return {
    all: Math.max(...took),
    most: percentile(took, 0.95),
    processor: processorMs(pid) - before.processor,
    peak,
    growth: peak - before.memory,
  }
}
const tell = (name: string, samples: readonly Sample[]): Figure => {
  told(
    `${name}: until all have it`,
    'ms',
    samples.map(({ all }) => all),
  )
  told(
    `${name}: processor`,
    'ms',
    samples.map(({ processor }) => processor),
  )
  told(
    `${name}: highest memory`,
    'MB',
    samples.map(({ peak }) => peak),
  )
  return told(
    `${name}: memory above that before`,
    'MB',
    samples.map(({ growth }) => growth),
  )
}
const times = async (make: (run: number) => Promise<Sample>): Promise<readonly Sample[]> => {
  const samples: Sample[] = []
  for (let run = 0; run < runs; run += 1) samples.push(await make(run))
  return samples
}
const entering = () => placesIn(server, room, tokens, 0)

const [first] = await placesIn(server, room, tokens.slice(0, 1), 1)
if (!first) throw new Error('nobody to bring the document in')
const inhabitant = await inhabit(first, ydoc)
// An edit before each run: what was encoded for the last ones is of yesterday.
const warm = await times(async (run) => {
  const places = await entering()
  await inhabitant.edit(`title ${run}`)
  return joined(server.pid(), places)
})
inhabitant.leave()
const cold = await times(async () => {
  await server.restart()
  return joined(server.pid(), await entering())
})
await server.stop()

const beside = async (file: string): Promise<readonly Sample[]> => {
  const program = startProgram(file)
  const url = `ws://127.0.0.1:${await program.line()}/room?keep=1`
  const socket = new WebSocket(url, { perMessageDeflate: false })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(encodeStep2(bytes))
  const places = Array.from({ length: joiners }, () => ({ url, protocols: [], acts: false }))
  // What it was sent is in once somebody else has it.
  await joinAll(places.slice(0, 1))
  const samples = await times(async () => joined(program.pid, places))
  program.stop()
  socket.terminate()
  return samples
}
const [relay, stock] = [await beside('relay.mjs'), await beside('stock.mjs')]

for (const [name, samples] of Object.entries({ warm, 'after a restart': cold, relay, 'stock server': stock }))
  tell(name, samples)
const of = (name: string): Figure =>
  figures.find((figure) => figure.name === `${name}: until all have it`) ?? told('', '', [])
printRatio('warm', of('warm'), of('relay'))
printRatio('after a restart', of('after a restart'), of('relay'))
printRatio('a stock server, warm', of('stock server'), of('relay'))
keep('sync-joining', figures)
