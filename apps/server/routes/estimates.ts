import { models } from '#artefacts/models.ts'
import type { Services } from '../services.ts'
import { entriesOf } from '../workspaces/directory.ts'
import { estimatesOf, putEstimate, summariesOf, type Summary } from '../workspaces/estimates.ts'
import { drawnOf, type Member, type WorkspaceState } from '../workspaces/state.ts'
import { done, good, refused, wrongField, type Handlers } from './knock.ts'

const map = models['stakeholder-map']

/** Silent estimates: everybody sees their own, and what all come to together once they have given theirs. */
export const estimates = ({
  storage: { tables },
  rooms,
  turns,
}: Services): Pick<Handlers, 'estimates' | 'putEstimate'> => ({
  estimates: async ({ inside: { state, me } }) => {
    const rows = (await estimatesOf(tables, state.id)).filter((row) => state.documents.has(row.map))
    const mine = rows.filter(({ participant }) => participant === me.id)
    const given = new Set(mine.map(keyOf))
    const summaries = summariesOf(rows, peopleOf(state))
    return good({
      own: mine.map(({ map: document, stakeholder, attribute, value }) => ({
        map: document,
        stakeholder,
        attribute,
        value,
      })),
      summaries: summaries.map((summary) =>
        mayKnow(me, given.has(keyOf(summary))) ? summary : withoutFigures(summary),
      ),
    })
  },

  putEstimate: async ({ inside: { state, me }, params, body }) => {
    if (state.documents.get(params.map)?.kind !== map.kind) return refused('not-found')
    if (body.value !== null) {
      if (!fits(params.attribute, body.value)) return wrongField('value', 'out-of-range')
      const entries = await entriesOf(tables, state.id)
      if (!entries.some(({ id, document }) => id === params.stakeholder && document === params.map))
        return refused('not-found')
    }
    const { workspace: _, ...where } = params
    return turns(`estimates.${state.id}`, async () => {
      await putEstimate(tables, state.id, { ...where, participant: me.id, value: body.value })
      rooms.broadcast(state.id, { type: 'change', topic: 'records', data: { collection: 'estimates' } })
      return done
    })
  },
})

type Place = { readonly map: string; readonly stakeholder: string; readonly attribute: string }
const keyOf = (place: Place): string => `${place.map}/${place.stakeholder}/${place.attribute}`

// Whoever still has to estimate must not be led by the others; a facilitator leads the talk about it.
const mayKnow = (me: Member, hasGiven: boolean): boolean => hasGiven || me.role !== 'contributor'

const withoutFigures = (summary: Summary): Summary => ({ ...summary, median: null, min: null, max: null, groups: [] })

const peopleOf = (state: WorkspaceState) => ({
  perspectiveOf: (participant: string) => state.members.get(participant)?.perspective ?? 'other',
  drawn: drawnOf(state),
})

/** Whether an attribute of a stakeholder can hold this step. */
const fits = (attribute: string, value: number): boolean => {
  const fields: { readonly [name: string]: { readonly kind: string; readonly parse?: (raw: unknown) => unknown } } =
    map.shape.stakeholders.fields
  const field = Object.hasOwn(fields, attribute) ? fields[attribute] : undefined
  return field?.kind === 'value' && field.parse?.(value) === value
}
