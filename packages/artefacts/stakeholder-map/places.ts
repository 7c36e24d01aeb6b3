import type { CardPlace } from '#domain/artefact.ts'
import { ok, refuse } from '#kernel/result.ts'
import { placeNames as names } from './place-names.ts'
import type { shape } from './shape.ts'

const longestName = 120

/** Where the words of a card can go in a map: it becomes somebody who is involved, in the tray. */
export const places: { readonly [place: string]: CardPlace<typeof shape> } = {
  stakeholders: {
    name: names.stakeholders,
    take: ({ stakeholders }, { text, row }) => {
      const name = text.replaceAll(/\s+/g, ' ').trim().slice(0, longestName)
      if (name === '') return refuse('no-text')
      return ok(stakeholders.has(row.id) ? row.id : stakeholders.add({ name }, row))
    },
  },
}
