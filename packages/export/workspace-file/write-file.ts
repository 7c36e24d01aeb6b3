import { rowToJson, type Json, type JsonObject } from '#crdt/json.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { filedListsOf, modelEntries, type Models } from '../any-model.ts'
import type { WorkspaceSnapshot } from '../snapshot.ts'
import { formatName } from './check-file.ts'
import { mergeLeftovers, type Draft } from './merge-leftovers.ts'
import { filedBallot, filedPerson, filedRecords, originOf } from './write-rows.ts'
import { filedCards, filedSessions } from './write-sessions.ts'

/** A workspace as a file of version 2, which reads back to the same content. */
export const writeWorkspaceFile = (snapshot: WorkspaceSnapshot, models: Models): JsonObject => {
  const { language, perspectives, people, evidence, ballots } = snapshot
  const file = {
    format: formatName,
    formatVersion: 2,
    language,
    workspace: filedWorkspace(snapshot),
    ...filedLogo(snapshot),
    perspectives: perspectives.map((perspective) => ({ ...perspective })),
    participants: people.map(filedPerson),
    ...filedArtefacts(snapshot, models),
    evidence: evidence.evidence.map((row) => {
      const { tags, ...fields } = rowToJson(evidenceShape.evidence.fields, row)
      return { id: row.id, ...fields, ...(row.tags.length > 0 ? { tags } : {}), ...originOf(snapshot, row) }
    }),
    sessions: filedSessions(snapshot),
    ...filedCards(snapshot),
    ballots: ballots.map(filedBallot),
    ...filedRecords(snapshot),
  }
  const own = copied(file)
  const homeless = mergeLeftovers(own, snapshot.leftovers)
  return { ...copied(own), ...(homeless.length > 0 ? { leftovers: homeless } : {}) }
}

// Contents are frozen; what is put back by path needs a copy of its own.
const copied = (file: object): Draft => JSON.parse(JSON.stringify(file)) as Draft

const filedLogo = ({ logo }: WorkspaceSnapshot): { readonly logo?: Json } =>
  logo ? { logo: { png: Buffer.from(logo.bytes).toString('base64'), alternative: logo.alternative } } : {}

const filedWorkspace = (snapshot: WorkspaceSnapshot): JsonObject => {
  const { title, question, place, startDate, participationLevel, influencePromise, groundRules } = snapshot.workspace
  return {
    id: snapshot.id,
    title,
    question,
    place,
    language: snapshot.language,
    startDate,
    participationLevel,
    influencePromise,
    groundRules: groundRules.map((row) => ({ id: row.id, text: row.text, ...originOf(snapshot, row) })),
  }
}

const filedArtefacts = (snapshot: WorkspaceSnapshot, models: Models): { readonly [list: string]: Json } =>
  Object.assign(
    {},
    ...modelEntries(models).map(([kind, model]) => {
      const own = snapshot.artefacts.filter((artefact) => artefact.kind === kind)
      const makerOf = (item: string) => snapshot.makers.get(item)
      const lists = filedListsOf(
        model,
        own.map(({ id, title, content }) => ({ id, title, content, makerOf })),
      )
      return withEstimates(lists, snapshot)
    }),
  ) as { readonly [list: string]: Json } // lists by name, of each model its own

// Estimates are rows of the server, and stand with their stakeholder in a file.
const withEstimates = (lists: ReturnType<typeof filedListsOf>, { estimates }: WorkspaceSnapshot): typeof lists => {
  const stakeholders = lists['stakeholders']
  if (!Array.isArray(stakeholders)) return lists
  const rows: readonly JsonObject[] = stakeholders
  return {
    ...lists,
    stakeholders: rows.map((row) => {
      const summary = typeof row['id'] === 'string' ? estimates.get(row['id']) : undefined
      return summary ? { ...row, estimates: { ...summary } } : row
    }),
  }
}
