import * as z from 'zod/mini'
import { refuse, ok, type Result } from '#kernel/result.ts'
import { licences, originOf, type CardOrigin, type Licence } from './card-origin.ts'
import { isDay } from './values.ts'

/** A learning card as it travels: plain words, nothing of who wrote it. */
export type OpenCard = {
  readonly id: string
  readonly date: string | null
  readonly believed: string
  readonly observed: string
  readonly learned: string
  readonly therefore: string
  /** 1 to 3, `null` is not said. */
  readonly reliability: number | null
  /** The trial it comes from, by name. */
  readonly experiment: string
  /** Where it was first made, when it came in from elsewhere. */
  readonly origin: CardOrigin | null
}

/** What a file of learning cards says of itself. */
export type CardFileHead = { readonly workspace: string; readonly language: 'nl' | 'en'; readonly licence: Licence }

export const cardFormat = 'polder-learning-cards'
const longest = 4000
const most = 500

const words = (limit: number) => z.string().check(z.maxLength(limit))
const card = z.object({
  id: words(64),
  date: z.nullable(z.string().check(z.refine(isDay))),
  believed: words(longest),
  observed: words(longest),
  learned: words(longest),
  therefore: words(longest),
  reliability: z.nullable(z.int().check(z.gte(1), z.lte(3))),
  origin: z.object({ workspace: words(200), experiment: words(200), licence: z.enum(licences), cardId: words(64) }),
})
const file = z.object({
  format: z.literal(cardFormat),
  version: z.literal(1),
  cards: z.array(card).check(z.maxLength(most)),
})

/** Writes learning cards as an open file; each says where it was made and under which licence. */
export const writeCards = ({ workspace, language, licence }: CardFileHead, cards: readonly OpenCard[]): string => {
  const told = cards.map(({ experiment, origin, ...rest }) => ({
    ...rest,
    // A card from elsewhere keeps the licence under which it came.
    origin: origin ?? {
      workspace: workspace.slice(0, 200),
      experiment: experiment.slice(0, 200),
      licence,
      cardId: rest.id,
    },
  }))
  return `${JSON.stringify({ format: cardFormat, version: 1, licence, language, cards: told }, null, 2)}\n`
}

/** A card from a file, with where it was made. */
export type ReadCard = Omit<OpenCard, 'experiment' | 'origin'> & { readonly origin: CardOrigin }

/** Reads a file of learning cards whole, or refuses it whole; nothing in it is trusted. */
export const readCards = (text: string): Result<readonly ReadCard[], 'no-json' | 'no-cards'> => {
  const raw = parsed(text)
  if (raw === undefined) return refuse('no-json')
  const read = file.safeParse(raw)
  if (!read.success) return refuse('no-cards')
  return ok(
    read.data.cards.flatMap((entry) => {
      const origin = originOf(entry.origin)
      return origin ? [{ ...entry, origin }] : []
    }),
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
