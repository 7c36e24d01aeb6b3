import { hostname, networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

/** Where this server is reached, decided by configuration and its own network, never by what a request says. */
export type Addresses = {
  /** For links and QR codes, best first. */
  readonly all: readonly string[]
  /** Whether a browser on a page of `origin` is on a page of ours. */
  readonly isOurs: (origin: string) => boolean
  /** The same addresses for sockets, as the page's policy names them. */
  readonly sockets: readonly string[]
  /** Whether people come by https, so that the cookie can be Secure. */
  readonly secure: boolean
}

/** `port` is the one that the server listens on, which configuration may have left open. */
export const addressesOf = ({ publicUrl, host, extraOrigins }: Config, port: number): Addresses => {
  const own =
    publicUrl === undefined
      ? ownNames(host).map((name) => new URL(`http://${name}:${port}`).origin)
      : [publicUrl.toLowerCase()]
  const allowed = new Set([...own, ...extraOrigins])
  return {
    all: own,
    isOurs: (origin) => allowed.has(origin),
    // A policy cannot name an IPv6 address; there 'self' must do.
    sockets: [...allowed].filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws')),
    secure: publicUrl?.startsWith('https:') ?? false,
  }
}

// What a phone in the room can reach comes first, this machine's own name for itself last.
const ownNames = (host: string | undefined): readonly string[] => {
  const local = ['localhost', '127.0.0.1', '[::1]']
  if (host !== undefined && host !== '0.0.0.0' && host !== '::')
    return [...new Set([host.includes(':') ? `[${host}]` : host, ...local])]
  const outward = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
  const named = /^[a-z0-9.-]+$/i.test(hostname()) ? [hostname().toLowerCase(), `${hostname().toLowerCase()}.local`] : []
  return [...new Set([...outward, ...named, ...local])]
}
