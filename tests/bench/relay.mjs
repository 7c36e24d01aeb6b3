// The peer of the sync benchmarks: a plain relay that stores nothing. It gives every newcomer all that was sent and
// every message to all others, as it came. Usage: node tests/bench/relay.mjs; prints its port.
import { WebSocketServer } from 'ws'

const rooms = new Map()
const server = new WebSocketServer({ port: 0, perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? { sockets: new Set(), past: [] }
  rooms.set(request.url, room)
  room.sockets.add(socket)
  for (const message of room.past) socket.send(message)
  socket.on('message', (message, isBinary) => {
    if (new URL(request.url, 'ws://relay').searchParams.has('keep')) room.past.push(message)
    for (const other of room.sockets) if (other !== socket) other.send(message, { binary: isBinary })
  })
  socket.on('close', () => room.sockets.delete(socket))
})
server.on('listening', () => process.stdout.write(`${server.address().port}\n`))
