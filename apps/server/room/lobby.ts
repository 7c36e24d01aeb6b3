import type { Result } from '#kernel/result.ts'
import { closeCodes, type CloseReason } from '#protocol/close-reason.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'
import type { Inlet, RoomRefusal, RoomSocket } from '../rooms-contract.ts'
import type { Room } from './room.ts'

type LobbyDeps = {
  readonly socket: RoomSocket
  readonly clock: Clock
  readonly limits: Limits
  readonly opening: Promise<Result<Room, RoomRefusal>>
  readonly admit: (room: Room) => Inlet
}

/** Keeps a socket waiting while its room is opened, with what it says meanwhile; not for long, and not much. */
export const createLobby = ({ socket, clock, limits, opening, admit }: LobbyDeps): Inlet => {
  let inlet: Inlet | null = null
  let isOver = false
  let waiting: Uint8Array[] = []
  let bytes = 0
  const turnAway = (reason: CloseReason): void => {
    if (isOver || inlet) return
    isOver = true
    waiting = []
    socket.close(closeCodes[reason], reason)
  }
  const stopTimer = clock.after(limits.loadSeconds * 1000, () => turnAway('storage-down'))
  void opening.then((opened) => {
    stopTimer()
    if (isOver) return
    if (!opened.ok) return turnAway(opened.reason === 'gone' ? 'gone' : 'storage-down')
    inlet = admit(opened.value)
    for (const frame of waiting) inlet.receive(frame)
    waiting = []
    return undefined
  })
  return {
    receive: (frame) => {
      if (inlet) return inlet.receive(frame)
      bytes += frame.length
      waiting.push(frame)
      if (waiting.length > limits.waitingFrames || bytes > limits.waitingBytes) turnAway('too-many')
      return undefined
    },
    gone: () => {
      isOver = true
      stopTimer()
      inlet?.gone()
    },
  }
}
