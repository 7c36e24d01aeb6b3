import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What one client says of itself, unread: JSON that only other clients understand. `null` is: gone. */
export type AwarenessState = { readonly clientId: number; readonly clock: number; readonly state: string }

export const goneState = 'null'
const mostIds = 1000

/** Takes a standard awareness update apart without reading what it says. */
export const readAwareness = (bytes: Uint8Array): Result<readonly AwarenessState[], 'malformed'> => {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > mostIds) return refuse('malformed')
    const states = Array.from({ length: count }, () => ({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    }))
    return decoding.hasContent(decoder) ? refuse('malformed') : ok(states)
  } catch {
    return refuse('malformed')
  }
}

/** Puts states together as one standard awareness update. */
export const writeAwareness = (states: readonly AwarenessState[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { clientId, clock, state } of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}
