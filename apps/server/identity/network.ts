import { isIPv6 } from 'node:net'

/** What counts as one place: an IPv4 address, or the /64 of IPv6 that one household or phone has wholly. */
export const networkOf = (address: string): string => {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (inner !== undefined) return inner
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  // `::` stands for as many zeros as are missing.
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')
}

/** The address of a client behind trusted proxies: the last one that none of them has, else where the bytes came from. */
export const addressBehind = (remote: string, forwarded: readonly string[], trusted: readonly string[]): string => {
  const hops = [...forwarded.flatMap((header) => header.split(',')).map((hop) => hop.trim()), remote].filter(Boolean)
  const isTrusted = (hop: string) => trusted.some((proxy) => networkOf(proxy) === networkOf(hop))
  if (!isTrusted(remote)) return networkOf(remote)
  return networkOf(hops.findLast((hop) => !isTrusted(hop)) ?? remote)
}
