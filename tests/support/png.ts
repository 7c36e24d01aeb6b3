import { crc32, deflateSync } from 'node:zlib'

type Wish = {
  readonly width: number
  readonly height: number
  /** What stands instead of the usual head, rows and chunks, to make a picture that is none. */
  readonly head?: readonly number[]
  readonly rows?: Uint8Array
  readonly before?: readonly (readonly [type: string, data: Uint8Array])[]
  readonly after?: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const plain = [8, 6, 0, 0, 0]

const wordOf = (value: number): Buffer => {
  const word = Buffer.alloc(4)
  word.writeUInt32BE(value)
  return word
}

/** A chunk of a PNG with its length and its sum. */
export const chunk = (type: string, data: Uint8Array): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([wordOf(data.length), typed, wordOf(crc32(typed))])
}

/** A PNG of one colour, by hand, so that what reads it is checked by something that it did not write. */
export const pngOf = ({
  width,
  height,
  head = plain,
  rows,
  before = [],
  after = new Uint8Array(),
}: Wish): Uint8Array => {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => [0, 87, 100, 255]).flat()])
  const pixels = rows ?? Buffer.concat(Array.from({ length: height }, () => row))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(signature),
      chunk('IHDR', Buffer.concat([wordOf(width), wordOf(height), Buffer.from(head)])),
      ...before.map(([type, data]) => chunk(type, data)),
      chunk('IDAT', deflateSync(pixels)),
      chunk('IEND', new Uint8Array()),
      after,
    ]),
  )
}
