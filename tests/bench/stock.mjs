// A server as y-websocket's own is: one Y.Doc and one Awareness in memory, every update and every awareness change sent
// to everybody at once, nothing stored. The peer of the sync benchmarks. Prints its port.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'

const rooms = new Map()
const message = (type, write) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const roomOf = (name) => {
  const known = rooms.get(name)
  if (known) return known
  const ydoc = new Y.Doc()
  const room = { ydoc, awareness: new Awareness(ydoc), sockets: new Map() }
  const toAll = (frame) => {
    for (const socket of room.sockets.keys()) socket.send(frame)
  }
  room.awareness.setLocalState(null)
  ydoc.on('update', (update) => toAll(message(0, (encoder) => writeUpdate(encoder, update))))
  room.awareness.on('update', ({ added, updated, removed }, origin) => {
    const ids = [...added, ...updated, ...removed]
    for (const id of added) room.sockets.get(origin)?.add(id)
    const update = encodeAwarenessUpdate(room.awareness, ids)
    toAll(message(1, (encoder) => encoding.writeVarUint8Array(encoder, update)))
  })
  rooms.set(name, room)
  return room
}

const server = new WebSocketServer({ port: 0, perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const room = roomOf(request.url)
  room.sockets.set(socket, new Set())
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === 1) return applyAwarenessUpdate(room.awareness, decoding.readVarUint8Array(decoder), socket)
    if (type !== 0) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    readSyncMessage(decoder, encoder, room.ydoc, socket)
    if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder))
  })
  socket.on('close', () => {
    const ids = room.sockets.get(socket) ?? new Set()
    room.sockets.delete(socket)
    removeAwarenessStates(room.awareness, [...ids], null)
  })
  socket.send(message(0, (encoder) => writeSyncStep1(encoder, room.ydoc)))
})
server.on('listening', () => process.stdout.write(`${server.address().port}\n`))
