import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { CloseReason } from '#protocol/close-reason.ts'
import { closeCodes } from '#protocol/close-reason.ts'
import { keepaliveFrame, plainSubprotocol, subprotocol, ticketPrefix } from '#protocol/messages.ts'
import type { DoorParts } from './app.ts'
import type { TicketHolder } from './authority.ts'
import type { Clock } from './clock.ts'
import { addressBehind } from './identity/network.ts'
import { createTally } from './identity/tally.ts'
import { errorFacts } from './log.ts'
import { parseRoom } from '#protocol/room-name.ts'
import type { Limits } from '#protocol/limits.ts'
import type { RoomSocket } from './rooms-contract.ts'
import { createWire } from './wire.ts'

/** Somebody who asks for a socket, before it is known whether they get one. */
type Knock = {
  readonly room: string
  readonly ticket: string
  readonly cookie: string | undefined
  readonly receipt: string | undefined
  readonly epoch: number | undefined
  readonly address: string
}

const mostFragments = 64
const mostChunks = 1024

/** Takes sockets in at `/sync/<room>`: exact Origin, a ticket for this room, and then the room itself. */
export const openDoor = (parts: DoorParts): { readonly close: () => void } => {
  const { server, rooms, tickets, clock, config, log } = parts
  const { limits } = config
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    maxFragments: mostFragments,
    maxBufferedChunks: mostChunks,
    handleProtocols: (offered) => [subprotocol, plainSubprotocol].find((each) => offered.has(each)) ?? false,
  })
  const perPerson = createTally()
  const perAddress = createTally()

  const enter = (socket: WebSocket, stream: Duplex, knock: Knock): void => {
    const redeemed = tickets.redeem(knock.ticket, knock)
    if (!redeemed.ok) log('info', 'ticket-refused', { reason: redeemed.reason })
    const refusal = redeemed.ok ? crowded(redeemed.value, knock) : 'unauthenticated'
    const place = parseRoom(knock.room)
    if (!redeemed.ok || refusal || !place.ok) return socket.close(closeCodes[refusal ?? 'gone'], refusal ?? 'gone')
    const { participantId } = redeemed.value
    const leave = [perPerson.enter(participantId), perAddress.enter(knock.address)]
    const driven = drive(socket, stream, clock, limits)
    const isPlain = socket.protocol === plainSubprotocol
    const { receipt, epoch } = knock
    const inlet = rooms.join(driven.socket, { ...place.value, participantId, receipt, epoch, isPlain })
    socket.on('message', (data, isBinary) => {
      try {
        // Text is no message of ours.
        inlet.receive(isBinary ? bytesOf(data) : new Uint8Array(0))
      } catch (error) {
        // A fault of ours ends one connection, and neither the room nor the process.
        log('error', 'frame-failed', errorFacts(error))
        driven.socket.close(closeCodes.bug, 'bug')
      }
    })
    socket.on('close', () => {
      driven.stop()
      for (const each of leave) each()
      inlet.gone()
    })
    return undefined
  }

  const crowded = ({ participantId }: TicketHolder, { address }: Knock): CloseReason | null => {
    const full = perPerson.count(participantId) >= limits.socketsPerParticipant
    return full || perAddress.count(address) >= limits.socketsPerAddress ? 'too-many' : null
  }

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', () => stream.destroy())
    const knock = knockOf(request, parts)
    if (!knock) return turnAway(stream, 404)
    if (!isFromOurs(request, knock, parts)) return turnAway(stream, 403)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => log('info', 'socket-error', { message: error.message }))
      enter(socket, stream, knock)
    })
    return undefined
  }
  server.on('upgrade', onUpgrade)

  return {
    close: () => {
      server.off('upgrade', onUpgrade)
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}

const knockOf = (request: IncomingMessage, { cookieName, config }: DoorParts): Knock | null => {
  const room = /^\/sync\/([0-9a-z.-]{1,120})(?:\?.*)?$/.exec(request.url ?? '')?.[1]
  if (room === undefined) return null
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
  const ticket = offered.find((each) => each.startsWith(ticketPrefix))?.slice(ticketPrefix.length) ?? ''
  const forwarded = request.headers['x-forwarded-for']
  return {
    room,
    ticket,
    receipt: /[?&]receipt=(\d{1,15}\.[\w-]{20,60})(?:&|$)/.exec(request.url ?? '')?.[1],
    epoch: epochIn(request.url ?? ''),
    cookie: cookieOf(request.headers.cookie, cookieName()),
    address: addressBehind(request.socket.remoteAddress ?? '', [forwarded ?? []].flat(), config.trustedProxies),
  }
}

const epochIn = (url: string): number | undefined => {
  const digits = /[?&]epoch=(\d{1,15})(?:&|$)/.exec(url)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

// A page of another site can open sockets in a visitor's name; only the browser says honestly where it is.
const isFromOurs = (request: IncomingMessage, { cookie }: Knock, { isOurOrigin }: DoorParts): boolean => {
  const { origin } = request.headers
  return origin === undefined ? cookie === undefined : isOurOrigin(origin)
}

const cookieOf = (header: string | undefined, name: string): string | undefined =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

const turnAway = (stream: Duplex, status: 403 | 404): void => {
  stream.end(
    `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Not Found'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

const bytesOf = (data: RawData): Uint8Array => {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  const buffer = Array.isArray(data) ? Buffer.concat(data) : data
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

/** For so long a socket that was closed may take to say goodbye. */
const farewellMs = 5000

/** Keeps a socket awake, notices when its far end is gone, and gives it the form that rooms know. */
const drive = (
  socket: WebSocket,
  stream: Duplex,
  clock: Clock,
  limits: Limits,
): { readonly socket: RoomSocket; readonly stop: () => void } => {
  const wire = createWire(socket, stream)
  let lastSent = clock.now()
  let unanswered = 0
  socket.on('pong', () => {
    unanswered = 0
  })
  const send = (frame: Uint8Array): void => {
    lastSent = clock.now()
    wire.send(frame)
  }
  const every = (seconds: number, work: () => void): (() => void) => {
    let cancel: () => void
    const again = (): void => {
      work()
      cancel = clock.after(seconds * 1000, again)
    }
    cancel = clock.after(seconds * 1000, again)
    return () => cancel()
  }
  const stops = [
    every(limits.pingSeconds, () => {
      if (unanswered >= 2) return socket.terminate()
      unanswered += 1
      return socket.ping()
    }),
    // Stock clients think that a server that says nothing for 30 s is gone.
    every(limits.keepaliveSeconds / 4, () => {
      if (clock.now() - lastSent >= limits.keepaliveSeconds * 1000) send(keepaliveFrame)
    }),
  ]
  return {
    socket: {
      send,
      buffered: wire.buffered,
      close: (code, reason) => {
        socket.close(code, reason)
        clock.after(farewellMs, () => socket.terminate())
      },
    },
    stop: () => stops.forEach((stop) => stop()),
  }
}
