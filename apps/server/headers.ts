import type { Addresses } from './addresses.ts'

type Headers = Readonly<Record<string, string>>

/** What every answer says to browsers: our own scripts and styles only, no framing by others, no referrer, no index. */
export const securityHeaders = ({ sockets, secure }: Addresses): Headers => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets.join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    // The preview of a report stands in a frame.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
})

/** A report is looked at on its own: with its own styles, without scripts, framed by nobody but us. */
export const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
