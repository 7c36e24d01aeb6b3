import { artefactKinds, isArtefactKind } from '#artefacts/models.ts'
import { templateById } from '#domain/templates/templates.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import { networkOf } from '../identity/network.ts'
import type { Services } from '../services.ts'
import { createWorkspace } from '../workspaces/creating.ts'
import { importWorkspace } from '../workspaces/importing.ts'
import { createSession } from '../workspaces/session-creating.ts'
import { titleOf } from '../workspaces/state.ts'
import { facilitatorName, type Entrance } from './entering.ts'
import { good, refused, wrongField, type Handlers, type Visitor } from './knock.ts'
import { tooDeepAt } from './parsing.ts'

const defaultKeepDays = 365

/** Making workspaces, empty or from a file. Whoever makes one leads it. */
export const creating = (
  services: Services,
  entrance: Entrance,
): Pick<Handlers, 'createWorkspace' | 'importWorkspace'> => {
  const { workspaces, capabilities, sessions, quotas, readWorkspaceFile } = services

  const lead = async (visitor: Visitor, made: { readonly id: string; readonly joinCode: string }, name: string) => {
    const added = await entrance.addNewcomer(made.id, { name, perspective: 'other', role: 'facilitator' })
    const state = await workspaces.get(made.id)
    if (!state || !added.ok) throw new Error('a workspace that was just made has no place for its maker')
    const membership = { workspace: made.id, participant: added.person.id }
    const answer: AnswerOf<'createWorkspace'> = {
      workspace: { id: made.id, title: titleOf(state) },
      participant: { id: added.person.id },
      facilitatorToken: await sessions.open(membership, 'bearer'),
      facilitatorSecret: await capabilities.newFacilitatorSecret(made.id),
      joinCode: made.joinCode,
    }
    return { answer, token: await entrance.deviceToken(visitor, membership), actor: added.person.id }
  }

  return {
    createWorkspace: async ({ body, visitor }) => {
      const withoutCode = entrance.refuseWithoutCreateCode(visitor, body.createCode)
      if (withoutCode) return withoutCode
      const kinds = [...new Set(body.artefacts ?? artefactKinds)]
      const unknown = kinds.findIndex((kind) => !isArtefactKind(kind))
      if (unknown >= 0) return wrongField(`artefacts.${unknown}`, 'unknown-kind')
      const perspectives = body.perspectives ?? []
      if (new Set(perspectives.map(({ id }) => id)).size < perspectives.length)
        return wrongField('perspectives', 'same-id')
      const { sessionTemplate: template } = body
      if (template !== undefined && !templateById(template)) return wrongField('sessionTemplate', 'unknown-template')
      const made = await createWorkspace(services, {
        title: body.title,
        question: body.question ?? '',
        place: body.place ?? '',
        language: body.language,
        perspectives,
        artefacts: kinds.filter(isArtefactKind),
        keepDays: body.keepDays ?? defaultKeepDays,
      })
      const state = { id: made.id, language: body.language }
      const planned = template === undefined ? null : await createSession(services, state, { template })
      const { answer, token, actor } = await lead(visitor, made, body.name || facilitatorName[body.language])
      await entrance.audit({ workspace: made.id, action: 'workspace-created', object: null, result: 'done', actor })
      return good({ ...answer, ...(planned?.ok ? { session: planned.value.id } : {}) }, token)
    },

    importWorkspace: async ({ body, query, visitor }) => {
      const withoutCode = entrance.refuseWithoutCreateCode(visitor, query.createCode)
      if (withoutCode) return withoutCode
      const retryAfter = quotas.imports.take(networkOf(visitor.address))
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const deep = tooDeepAt(body)
      if (deep !== null)
        return refused('malformed-import', { errors: [{ field: deep.slice(0, 200), code: 'too-deep' }] })
      const file = readWorkspaceFile(body)
      if (!file.ok) return refused(file.reason, { errors: file.errors })
      const made = await importWorkspace(services, file.value)
      const name = facilitatorName[query.lang ?? file.value.language]
      const { answer, token, actor } = await lead(visitor, made, name)
      await entrance.audit({ workspace: made.id, action: 'workspace-imported', object: null, result: 'done', actor })
      return good({ ...answer, leftovers: file.value.leftovers.map(({ path }) => path) }, token)
    },
  }
}
