import type { ProblemCode } from '#protocol/problem.ts'
import type { Services } from '../services.ts'
import {
  answerOf,
  changeDocument,
  idsElsewhere,
  importingOf,
  importsOf,
  keepImport,
  markUndone,
  traceOf,
  type Importing,
} from '../workspaces/imports.ts'
import { accessOf } from '../workspaces/state.ts'
import type { Entrance } from './entering.ts'
import { good, refused, wrongField, type Handlers, type Inside, type Refused } from './knock.ts'

type OfImports = Pick<Handlers, 'imports' | 'importRows' | 'undoImport'>

/** Rows of a file that come into an artefact as one change, and are taken back by the id of that. */
export const imports = (services: Services, { audit }: Entrance): OfImports => {
  const { storage, rooms, clock, turns } = services
  const { tables } = storage

  const told = (workspace: string): void =>
    rooms.broadcast(workspace, { type: 'change', topic: 'records', data: { collection: 'imports' } })

  return {
    imports: async ({ inside: { state }, params }) => {
      if (!state.documents.has(params.artefact)) return refused('not-found')
      const found = await importsOf(tables, { workspace: state.id, document: params.artefact })
      return good({ imports: found.map(answerOf) })
    },

    importRows: async ({ inside, params, body }) => {
      const { state, me } = inside
      const place = { workspace: state.id, document: params.artefact }
      const writable = writableIn(inside, params.artefact)
      if (!writable.ok) return writable
      const { shape, imports: taking } = writable.importing
      return turns(`imports.${state.id}`, async () => {
        // Sent twice because its answer was lost: it has been done.
        const known = (await importsOf(tables, place)).find(({ id }) => id === body.id)
        if (known) return known.participant === me.id ? good(answerOf(known)) : refused('conflict')
        const elsewhere = await idsElsewhere(tables, place)
        const prepared = taking.prepare(body.rows, (id) => elsewhere.has(id))
        if (!prepared.ok) return wrongField('rows', prepared.reason)
        const at = clock.now()
        const makers = prepared.value.items.map((itemId) => {
          return { itemId, participant: me.id, perspective: me.perspective, session: null, activity: null, at }
        })
        const author = { participantId: me.id, perspective: me.perspective, makers }
        const done = await changeDocument(rooms, place, shape, author, prepared.value.apply)
        if (!done.ok) return refused(problems[done.reason])
        const { trace, added, changed } = done.value
        const row = { id: body.id, title: body.title, at, added, changed, participant: me.id, undone: false }
        try {
          await keepImport(tables, place, { ...row, trace: JSON.stringify(trace) })
        } catch (error) {
          // What could not be taken back later is taken back now.
          await changeDocument(rooms, place, shape, author, (draft) => ({
            ok: true,
            value: taking.revert(draft, trace),
          }))
          throw error
        }
        told(state.id)
        await audit({ workspace: state.id, action: 'rows-imported', object: body.id, result: 'done', actor: me.id })
        return good(answerOf(row))
      })
    },

    undoImport: async ({ inside, params }) => {
      const { state, me } = inside
      const place = { workspace: state.id, document: params.artefact }
      const writable = writableIn(inside, params.artefact)
      if (!writable.ok) return writable
      const { shape, imports: taking } = writable.importing
      return turns(`imports.${state.id}`, async () => {
        const found = (await importsOf(tables, place)).find(({ id }) => id === params.import)
        const trace = found && traceOf(found)
        if (!found || !trace?.ok) return refused('not-found')
        if (found.undone) return refused('conflict')
        const author = { participantId: me.id, perspective: me.perspective }
        const undone = await changeDocument(rooms, place, shape, author, (draft) => ({
          ok: true,
          value: taking.revert(draft, trace.value),
        }))
        if (!undone.ok) return refused('unavailable')
        await markUndone(tables, place, found.id, clock.now())
        told(state.id)
        await audit({ workspace: state.id, action: 'import-undone', object: found.id, result: 'done', actor: me.id })
        return good(undone.value)
      })
    },
  }
}

const problems: { readonly [Why in 'too-large' | 'changed-since' | 'unavailable']: ProblemCode } = {
  'too-large': 'import-too-large',
  'changed-since': 'conflict',
  unavailable: 'unavailable',
}

const writableIn = (
  { state, me }: Inside,
  document: string,
): { readonly ok: true; readonly importing: Importing } | Refused => {
  const importing = importingOf(state.documents.get(document)?.kind ?? '')
  if (!importing) return refused('not-found')
  return accessOf(state, document, me.id)?.write ? { ok: true, importing } : refused('forbidden')
}
