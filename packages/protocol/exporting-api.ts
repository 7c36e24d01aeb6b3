import * as z from 'zod/mini'
import type { ExportingRouteName } from './exporting-paths.ts'
import * as schema from './http-schemas.ts'
import type { RouteSpec } from './route-spec.ts'

const inWorkspace = z.object({ workspace: schema.workspaceId })
/** A PNG in base64, and the words that say the same. */
const logo = z.object({ png: z.string(), alternative: schema.line(200) })
const done = z.object({ ok: z.literal(true) })

/** What the outcomes page asks before a file is made. */
export const exportingRoutes = {
  outcomes: {
    summary: 'What there is to tell: the sessions that a report can be about, and how much stands in each part',
    access: { action: 'export' },
    params: inWorkspace,
    query: z.object({ session: z.optional(schema.itemId) }),
    status: 200,
    answer: z.object({
      sessions: z.array(z.object({ id: z.string(), title: z.string(), date: z.nullable(z.string()) })),
      counts: z.record(z.string(), z.object({ told: z.int(), all: z.int() })),
    }),
  },
  logo: {
    summary: 'The logo on the title page of reports',
    access: { action: 'read' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ logo: z.nullable(z.extend(logo, { width: z.int(), height: z.int() })) }),
  },
  putLogo: {
    summary: 'Put a logo on the title page: a PNG of at most 800 by 320 pixels, which is written anew',
    access: { action: 'write-workspace' },
    params: inWorkspace,
    body: logo,
    status: 200,
    answer: done,
  },
  removeLogo: {
    summary: 'Take the logo off the title page',
    access: { action: 'write-workspace' },
    params: inWorkspace,
    status: 200,
    answer: done,
  },
} as const satisfies { readonly [Name in ExportingRouteName]: RouteSpec }
