import { logoCollection } from '#domain/logo.ts'
import { logoFrom } from '#export/logo.ts'
import { orderBetween } from '#kernel/order.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { deleteRecord, recordById } from '../workspaces/records.ts'
import type { Entrance } from './entering.ts'
import { done, good, wrongField, type Handlers } from './knock.ts'

/** The logo on the title page of reports: one for each workspace, of whoever leads it. */
export const logo = (
  { storage: { tables }, config: { limits } }: Services,
  { audit }: Entrance,
): Pick<Handlers, 'logo' | 'putLogo' | 'removeLogo'> => ({
  logo: async ({ inside: { state } }) => {
    const stored = await recordById(tables, state.id, logoCollection, logoCollection)
    const read = stored && logoFrom(stored.value)
    if (!read?.ok) return good({ logo: null })
    const { width, height } = read.value.logo
    return good({ logo: { ...read.value.body, width, height } })
  },

  putLogo: async ({ inside: { state, me }, body }) => {
    const read = logoFrom(body, limits.logoBytes)
    if (!read.ok) return wrongField('png', read.reason)
    const row = { workspace: state.id, collection: logoCollection, id: logoCollection, ord: orderBetween(null, null) }
    const stored = { ...row, body: JSON.stringify(read.value.body) }
    const query = db
      .insertInto('record')
      .values(stored)
      .onConflict((conflict) => conflict.columns(['workspace', 'collection', 'id']).doUpdateSet({ body: stored.body }))
    await tables.write([query.compile()])
    await audit({ workspace: state.id, action: 'logo-set', object: null, result: 'done', actor: me.id })
    return done
  },

  removeLogo: async ({ inside: { state, me } }) => {
    await deleteRecord(tables, state.id, logoCollection, logoCollection)
    await audit({ workspace: state.id, action: 'logo-removed', object: null, result: 'done', actor: me.id })
    return done
  },
})
