import type { CardPlace } from '#domain/artefact.ts'
import { ok, refuse } from '#kernel/result.ts'
import { placeNames as names } from './place-names.ts'
import type { shape } from './shape.ts'

/** Where the words of a card can go: an idea becomes a plan of its own, and words become what must be true or what may follow. */
export const places: { readonly [place: string]: CardPlace<typeof shape> } = {
  idea: {
    name: names.idea,
    makesNew: true,
    take: (draft, { text, row }) => {
      if (text.trim() === '') return refuse('no-text')
      if (draft.cardTest.isEmpty()) draft.cardTest.append(text)
      return ok(row.id)
    },
  },
  assumptions: {
    name: names.assumptions,
    take: ({ assumptions }, { text, row }) => {
      if (text.trim() === '') return refuse('no-text')
      return ok(assumptions.has(row.id) ? row.id : assumptions.add({ text }, row))
    },
  },
  effects: {
    name: names.effects,
    take: ({ effects }, { text, row }) => {
      if (text.trim() === '') return refuse('no-text')
      return ok(effects.has(row.id) ? row.id : effects.add({ text, direction: 'negative' }, row))
    },
  },
}
