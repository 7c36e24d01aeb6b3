import type { FastifyRequest } from 'fastify'
import type { Addresses } from '../addresses.ts'
import type { Services } from '../services.ts'
import { refused, type Refused, type Visitor } from './knock.ts'

/** The name of the cookie: the stricter one wherever the address is https. */
export const cookieName = ({ secure }: Addresses): string => (secure ? '__Host-polder' : 'polder')

/** Who sends this request. */
export const visitorOf = (request: FastifyRequest, services: Services): Visitor => {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  const cookie = request.cookies[cookieName(services.addresses())]
  return { address: request.ip, token: bearer ?? cookie, isProgram: bearer !== undefined }
}

/**
 * Refuses what another site's page could have sent in a visitor's name: a change must come from a page of ours, or
 * from a program, and carry what a form of another site cannot send.
 */
export const refuseForgery = (request: FastifyRequest, visitor: Visitor, addresses: Addresses): Refused | null => {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const { origin, 'sec-fetch-site': site, 'content-type': type, 'x-polder': mark } = request.headers
  const cameFromElsewhere = origin !== undefined && !addresses.isOurs(origin)
  if (cameFromElsewhere || site === 'cross-site') {
    return refused('origin-refused', {
      detail: 'This address is not one of the server’s own; set PUBLIC_URL to the one that people use.',
    })
  }
  // A program does not say where it comes from, and has no cookie that others could use.
  const isBrowser = visitor.token !== undefined && !visitor.isProgram
  if (origin === undefined && isBrowser) return refused('origin-refused')
  const isMarked = mark !== undefined || /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '')
  return isMarked || visitor.isProgram
    ? null
    : refused('origin-refused', { detail: 'Send JSON, or the header x-polder.' })
}
