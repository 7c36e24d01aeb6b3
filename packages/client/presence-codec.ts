import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PresenceState } from '#domain/presence.ts'

/** What a client shows travels in two slots: where it is, which changes now and then, and what moves there. */
export const presenceSlots = { place: 0, motion: 1 } as const

type Place = Pick<PresenceState, 'at' | 'typing' | 'away'> & { readonly dragged?: string }
type Motion = Pick<PresenceState, 'cursor'> & { readonly point?: { readonly x: number; readonly y: number } }

const flags = { at: 1, item: 2, typing: 4, away: 8, dragged: 16 } as const
const motions = { none: 0, caret: 1, selection: 2, point: 3 } as const
/** A place on a canvas is told as one of so many steps each way: finer than a pixel. */
const steps = 65_535

/** The two slots of a state, in bytes. A caret is some twelve of them, a moved card five. */
export const encodePresenceState = (state: PresenceState): readonly [place: Uint8Array, motion: Uint8Array] => [
  encodePlace(state),
  encodeMotion(state),
]

const encodePlace = ({ at, typing, away, drag }: PresenceState): Uint8Array =>
  encoding.encode((encoder) => {
    const set =
      (at?.field === undefined ? 0 : flags.at) |
      (at?.item === undefined ? 0 : flags.item) |
      (typing ? flags.typing : 0) |
      (away ? flags.away : 0) |
      (drag ? flags.dragged : 0)
    encoding.writeUint8(encoder, set)
    if (at?.field !== undefined) encoding.writeVarString(encoder, at.field)
    if (at?.item !== undefined) encoding.writeVarString(encoder, at.item)
    if (drag) encoding.writeVarString(encoder, drag.item)
  })

const encodeMotion = ({ cursor, drag }: PresenceState): Uint8Array =>
  encoding.encode((encoder) => {
    if (drag) {
      encoding.writeUint8(encoder, motions.point)
      encoding.writeUint16(encoder, stepOf(drag.x))
      encoding.writeUint16(encoder, stepOf(drag.y))
    } else if (cursor) {
      const isCaret = sameBytes(cursor.anchor, cursor.head)
      encoding.writeUint8(encoder, isCaret ? motions.caret : motions.selection)
      encoding.writeVarUint8Array(encoder, cursor.head)
      if (!isCaret) encoding.writeVarUint8Array(encoder, cursor.anchor)
    } else encoding.writeUint8(encoder, motions.none)
  })

/** Puts the slots of somebody together again; what cannot be read counts as nothing shown. */
export const decodePresenceState = (place: Uint8Array | undefined, motion: Uint8Array | undefined): PresenceState => {
  try {
    const { dragged, ...shown } = place ? decodePlace(place) : {}
    const { point, cursor } = motion ? decodeMotion(motion) : {}
    return {
      ...shown,
      ...(cursor ? { cursor } : {}),
      ...(point && dragged !== undefined ? { drag: { item: dragged, ...point } } : {}),
    }
  } catch {
    return {}
  }
}

const decodePlace = (bytes: Uint8Array): Place => {
  const decoder = decoding.createDecoder(bytes)
  const set = decoding.readUint8(decoder)
  const text = (flag: number) => (set & flag ? decoding.readVarString(decoder) : undefined)
  const [field, item, dragged] = [text(flags.at), text(flags.item), text(flags.dragged)]
  return {
    // Who has an artefact open and writes nowhere is at an item without a field.
    ...(field === undefined && item === undefined
      ? {}
      : { at: { ...(field === undefined ? {} : { field }), ...(item === undefined ? {} : { item }) } }),
    ...(set & flags.typing ? { typing: true } : {}),
    ...(set & flags.away ? { away: true } : {}),
    ...(dragged === undefined ? {} : { dragged }),
  }
}

const decodeMotion = (bytes: Uint8Array): Motion => {
  const decoder = decoding.createDecoder(bytes)
  const kind = decoding.readUint8(decoder)
  if (kind === motions.point) {
    const [x, y] = [decoding.readUint16(decoder), decoding.readUint16(decoder)]
    return { point: { x: x / steps, y: y / steps } }
  }
  if (kind !== motions.caret && kind !== motions.selection) return {}
  const head = decoding.readVarUint8Array(decoder)
  return { cursor: { head, anchor: kind === motions.caret ? head : decoding.readVarUint8Array(decoder) } }
}

const stepOf = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * steps)

/** Whether two slots hold the same bytes. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (a !== undefined && a.length === b?.length && a.every((byte, at) => byte === b[at]))
