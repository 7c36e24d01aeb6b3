import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { logoBounds } from '#domain/logo.ts'
import { refuse, ok, type Result } from '#kernel/result.ts'
import type { JsonObject } from '#crdt/json.ts'
import type { Logo } from './report/form.ts'

/** Why bytes are no logo: no picture of the one sort that we take, larger than it may be, or more bytes than it may be. */
export type LogoFault = 'no-picture' | 'too-large' | 'too-heavy'

type Drawn = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colour types with eight bits in each channel, as a canvas writes them, with the bytes that one pixel takes. */
const pixelBytes: { readonly [colourType: number]: number | undefined } = { 2: 3, 6: 4 }
/** What may stand beside the pixels; it says how colours are meant and is left out. */
const colourChunks = new Set(['sRGB', 'gAMA', 'cHRM', 'iCCP', 'sBIT', 'pHYs'])

/**
 * A PNG written anew from its pixels, so that nothing else of what was sent is kept: no words, no place where it was
 * made, nothing behind its end. Everything that is not plainly such a picture is refused.
 */
export const readPng = (given: Uint8Array, mostBytes = Infinity): Result<Drawn, LogoFault> => {
  if (given.length > mostBytes) return refuse('too-heavy')
  const chunks = chunksOf(Buffer.from(given.buffer, given.byteOffset, given.byteLength))
  const head = chunks?.[0]
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return refuse('no-picture')
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const perPixel = pixelBytes[head.data[9] ?? 0]
  // Eight bits, the one way to pack and to filter, and no rows out of order.
  const isPlain = head.data[8] === 8 && head.data[10] === 0 && head.data[11] === 0 && head.data[12] === 0
  if (perPixel === undefined || !isPlain || width === 0 || height === 0) return refuse('no-picture')
  if (width > logoBounds.width || height > logoBounds.height) return refuse('too-large')
  const rows = rowsOf(chunks, height, 1 + width * perPixel)
  if (!rows) return refuse('no-picture')
  const parts = [chunkOf('IHDR', head.data), chunkOf('IDAT', deflateSync(rows, { level: 9 })), chunkOf('IEND')]
  return ok({ bytes: new Uint8Array(Buffer.concat([signature, ...parts])), width, height })
}

type Chunk = { readonly type: string; readonly data: Buffer }

// All of them, each with the right sum, and the end at the end; `null` when one is not as it should be.
const chunksOf = (bytes: Buffer): readonly Chunk[] | null => {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null
    if (!isTaken(type, chunks)) return null
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    at = end + 4
    if (type === 'IEND') return at === bytes.length ? chunks : null
  }
  return null
}

const isTaken = (type: string, before: readonly Chunk[]): boolean => {
  if (type === 'IHDR') return before.length === 0
  if (type === 'IEND') return before.some((chunk) => chunk.type === 'IDAT')
  return type === 'IDAT' || colourChunks.has(type)
}

// The rows of pixels, when they are exactly as many as the head says, each with a filter that there is.
const rowsOf = (chunks: readonly Chunk[], height: number, rowBytes: number): Buffer | null => {
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  try {
    // No more than it should be is ever unpacked.
    const rows = inflateSync(packed, { maxOutputLength: height * rowBytes })
    const filters = Array.from({ length: height }, (_, row) => rows[row * rowBytes] ?? 255)
    return rows.length === height * rowBytes && filters.every((filter) => filter <= 4) ? rows : null
  } catch {
    return null
  }
}

const chunkOf = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A logo as it is stored and stands in a workspace file: the picture in base64, with the words that say the same. */
export const logoFrom = (
  { png, alternative }: JsonObject,
  mostBytes = Infinity,
): Result<{ readonly logo: Logo; readonly body: StoredLogo }, LogoFault> => {
  if (typeof png !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(png)) return refuse('no-picture')
  const read = readPng(Buffer.from(png, 'base64'), mostBytes)
  if (!read.ok) return read
  const words = typeof alternative === 'string' ? alternative.trim() : ''
  const body = { png: Buffer.from(read.value.bytes).toString('base64'), alternative: words }
  return ok({ logo: { type: 'image/png', ...read.value, alternative: words }, body })
}

export type StoredLogo = { readonly png: string; readonly alternative: string }
