import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'br' | 'gzip'
type Asset = {
  readonly type: string
  readonly etag: string
  /** Its name changes with its content, so that a browser need never ask again. */
  readonly immutable: boolean
  readonly bytes: Buffer
  readonly packed: Map<Encoding, Promise<Buffer>>
}

export type Served = {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** The built web app, held in memory: only what was there at the start exists, so no path leads elsewhere. */
export type StaticFiles = {
  /** The file at a path, packed as the browser accepts; `null` when there is none. */
  readonly get: (path: string, accepts: string) => Promise<Served | null>
  /** The page that every address of the app opens; `null` when the app was not built. */
  readonly page: (accepts: string) => Promise<Served | null>
}

export const loadStatic = (folder: string): StaticFiles => {
  const assets = existsSync(folder) ? readAssets(folder) : new Map<string, Asset>()
  const serve = async (path: string, accepts: string) => {
    const asset = assets.get(path)
    return asset ? served(asset, accepts) : null
  }
  return { get: serve, page: (accepts) => serve('/index.html', accepts) }
}

const readAssets = (folder: string): Map<string, Asset> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      const bytes = readFileSync(file)
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      return [
        path,
        {
          type: types[extname(path)] ?? 'application/octet-stream',
          etag,
          immutable: path.startsWith('/assets/'),
          bytes,
          packed: new Map(),
        },
      ]
    }),
  )
}

const served = async (asset: Asset, accepts: string): Promise<Served> => {
  const encoding = encodingFor(asset, accepts)
  return {
    bytes: encoding ? await packed(asset, encoding) : asset.bytes,
    headers: {
      'content-type': asset.type,
      'cache-control': cachingOf(asset),
      vary: 'accept-encoding',
      etag: asset.etag,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  }
}

const cachingOf = ({ immutable, type }: Asset): string => {
  if (immutable) return 'public, max-age=31536000, immutable'
  return type.startsWith('text/html') ? 'no-store' : 'public, max-age=0, must-revalidate'
}

const worthPacking = 1024

const encodingFor = ({ type, bytes }: Asset, accepts: string): Encoding | null => {
  if (bytes.byteLength < worthPacking || !/^text|javascript|json|svg/.test(type)) return null
  if (/\bbr\b/.test(accepts)) return 'br'
  return /\bgzip\b/.test(accepts) ? 'gzip' : null
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

// Packed once, when somebody first asks, and off the main thread.
const packed = ({ bytes, packed: known }: Asset, encoding: Encoding): Promise<Buffer> => {
  const ready = known.get(encoding)
  if (ready) return ready
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const packing: Promise<Buffer> = encoding === 'br' ? brotli(bytes, quality) : zip(bytes, { level: 9 })
  known.set(encoding, packing)
  return packing
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
}
