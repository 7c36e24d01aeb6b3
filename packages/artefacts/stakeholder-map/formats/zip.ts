import { unzipSync, zipSync, type Zippable } from 'fflate'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { bounds } from './bounds.ts'

export type Unzipped = ReadonlyMap<string, Uint8Array>

export const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

/** Unpacks the parts that are wanted, after adding up what the file says they come to: a bomb is never inflated. */
export const unzip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<Unzipped, 'too-large' | 'not-readable'> => {
  let [entries, total, tooLarge] = [0, 0, false]
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        entries += 1
        if (entries > bounds.entries) tooLarge = true
        if (tooLarge || !wanted(name)) return false
        total += originalSize
        if (total > bounds.unpacked || originalSize > Math.max(1_000_000, size * bounds.ratio)) tooLarge = true
        return !tooLarge
      },
    })
    return tooLarge ? refuse('too-large') : ok(new Map(Object.entries(files)))
  } catch {
    return tooLarge ? refuse('too-large') : refuse('not-readable')
  }
}

/** A moment for everything in an archive, so that the same content gives the same bytes. */
const stamp = new Date(Date.UTC(2026, 0, 1, 12))

/** Packs texts; the same ones give the same bytes. */
export const zip = (parts: readonly (readonly [name: string, text: string])[]): Uint8Array => {
  const encoder = new TextEncoder()
  const files: Zippable = {}
  for (const [name, text] of parts) files[name] = [encoder.encode(text), { mtime: stamp }]
  return zipSync(files)
}
