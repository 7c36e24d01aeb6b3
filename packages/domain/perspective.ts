import * as z from 'zod/mini'

/** The eight shapes of group markers; they are given out in this order. */
export const markers = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'] as const
export type Marker = (typeof markers)[number]

/** To which world a group that named itself is closest; measures fall back on it. */
export const perspectiveBases = ['resident', 'professional', 'policy', 'other'] as const

/** A group at the table of one workspace: what people bring, never what they may. */
export const perspectiveSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  marker: z.enum(markers),
  order: z.number(),
  base: z.enum(perspectiveBases),
})
export type Perspective = z.infer<typeof perspectiveSchema>

/** The groups of a workspace that did not name its own, in Dutch and English. */
export const defaultPerspectives = (locale: 'nl' | 'en'): readonly Perspective[] =>
  perspectiveBases.map((base, order) => ({
    id: base,
    base,
    order,
    marker: markers[order] ?? 'm1',
    title: titles[locale][base],
  }))

const titles = {
  nl: { resident: 'Bewoners', professional: 'Professionals', policy: 'Beleidsmakers', other: 'Anders' },
  en: { resident: 'Residents', professional: 'Professionals', policy: 'Policymakers', other: 'Other' },
}

/** Whose voice a text has when it is of several groups together. */
export const mixedPerspective = 'mixed'
