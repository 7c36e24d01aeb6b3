import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/**
 * Writes binary messages of a server (RFC 6455 §5.2) straight to the stream of a socket, past `ws`. One message that
 * goes to many is framed once and its bytes are shared, where `ws.send` frames it again and writes it in two pieces.
 */
export const createWire = (socket: WebSocket, stream: Duplex) => ({
  send: (message: Uint8Array): void => {
    if (socket.readyState === socket.OPEN && stream.writable) stream.write(framed(message))
  },
  /** Bytes that have not left yet. */
  buffered: (): number => stream.writableLength,
})

const framedOnce = new WeakMap<Uint8Array, Buffer>()

const framed = (message: Uint8Array): Buffer => {
  const known = framedOnce.get(message)
  if (known) return known
  const header = headerOf(message.length)
  const whole = Buffer.concat([header, message])
  framedOnce.set(message, whole)
  return whole
}

const finalBinary = 0x82
const shortest = 126
const medium = 65_536

const headerOf = (length: number): Buffer => {
  if (length < shortest) return Buffer.from([finalBinary, length])
  if (length < medium) return Buffer.from([finalBinary, 126, length >> 8, length & 0xff])
  const header = Buffer.alloc(10)
  header[0] = finalBinary
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
