import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import type { Leftover } from '#domain/artefact.ts'
import { platformDocuments } from '#domain/document-kind.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { logoCollection } from '#domain/logo.ts'
import { isLocale } from '#i18n/strings.ts'
import { modelEntries, type Models } from '../any-model.ts'
import { logoFrom } from '../logo.ts'
import { recordLists } from '../rows.ts'
import { checkFile } from './check-file.ts'
import type { FileRefusal, ImportedDocument, ImportedWorkspace } from './imported.ts'
import { readBallots, readEstimates, readExitAnswers, type Counts } from './read-counts.ts'
import { readPeople, readPerspectives } from './read-people.ts'
import { readRecords } from './read-records.ts'
import { readSessions } from './read-sessions.ts'
import { readWorkspace } from './read-workspace.ts'
import { identified, ordersFor, pathOf, readRow, startReading, type Reading } from './reading.ts'

/**
 * Takes a workspace file of version 1 or 2 apart: documents to fill, rows, and by path what has no place. Votes,
 * estimates, answers and names go into rows only. A refusal names the path of each thing that is wrong.
 */
export const readWorkspaceFile = (
  raw: unknown,
  models: Models,
): { readonly ok: true; readonly value: ImportedWorkspace } | FileRefusal => {
  const lists = modelEntries(models).flatMap(([, model]) => model.file.lists)
  const checked = checkFile(raw, lists)
  if (!checked.ok) return checked
  const value = takeApart(checked.file, checked.version, models, lists)
  const twice = repeatedDocument(value)
  if (twice === null) return { ok: true, value }
  return { ok: false, reason: 'malformed-import', errors: [{ field: twice, code: 'duplicate' }] }
}

const takeApart = (
  file: JsonObject,
  formatVersion: 1 | 2,
  models: Models,
  lists: readonly string[],
): ImportedWorkspace => {
  const language = languageOf(file)
  const perspectives = readPerspectives(file, language)
  const early: Leftover[] = []
  const people = readPeople(file, perspectives, (path, value) => early.push({ path: pathOf(path), value }))
  const perspectiveIds = new Map<unknown, string>(people.map(({ id, perspective }) => [id, perspective]))
  const reading = startReading({ locale: language, perspectiveOf: (id) => perspectiveIds.get(id) ?? '' })
  const fillFacts = readWorkspace(file, reading)
  const sessions = readSessions(file, reading)
  const fillEvidence = readEvidence(file, reading)
  const documents = readArtefacts(file, models, reading)
  const counts: Counts = { choice: [], voted: [], estimate: [], exit_answer: [], records: [] }
  readBallots(file, reading, counts)
  readEstimates(
    file,
    documents.filter(({ kind }) => kind === 'stakeholder-map'),
    reading,
    counts,
  )
  readExitAnswers(file, reading, counts)
  const record = [...readRecords(file, reading), ...sessions.records, ...counts.records, ...readLogo(file, reading)]
  keepUnknown(file, lists, reading)
  const { choice, voted, estimate, exit_answer } = counts
  return {
    formatVersion,
    title: titleOf(file),
    language,
    perspectives,
    fillWorkspace: (draft) => {
      fillFacts(draft)
      sessions.fill(draft)
    },
    fillEvidence,
    documents,
    sessions: sessions.documents,
    people,
    makers: reading.makers,
    rows: { record: onceEach(record), choice, voted, estimate, exit_answer },
    leftovers: withOwnPaths([...early, ...reading.leftovers]),
  }
}

const languageOf = (file: JsonObject) => {
  const workspace = isJsonObject(file['workspace']) ? file['workspace'] : {}
  return [workspace['language'], file['language']].find((code) => isLocale(code)) ?? 'nl'
}

const titleOf = ({ workspace }: JsonObject): string => {
  const title = workspace !== undefined && isJsonObject(workspace) ? workspace['title'] : ''
  return typeof title === 'string' ? title.trim().slice(0, 120) : ''
}

const readEvidence = (file: JsonObject, reading: Reading): ImportedWorkspace['fillEvidence'] => {
  const list = identified(['evidence'], jsonObjects(file['evidence']), reading)
  const orders = ordersFor(list.length)
  const rows = list.map(({ id, object }, at) =>
    readRow(evidenceShape.evidence.fields, ['evidence'], { id, object, order: orders[at] ?? '' }, reading),
  )
  return (draft) => {
    for (const { init, place } of rows) draft.evidence.add(init, place)
  }
}

const readArtefacts = (file: JsonObject, models: Models, reading: Reading): readonly ImportedDocument[] =>
  modelEntries(models).flatMap(([kind, model]) => {
    const { documents, makers, leftovers } = model.file.read(file, reading.context)
    reading.makers.push(...makers)
    reading.leftovers.push(...leftovers)
    return documents.map(({ id, title, fill }) => ({ id, kind, title, fill }))
  })

// A picture that is none of ours is kept like other values without a place, and drawn nowhere.
const readLogo = ({ logo = null }: JsonObject, { keep }: Reading): ImportedWorkspace['rows']['record'] => {
  if (logo === null) return []
  const read = isJsonObject(logo) ? logoFrom(logo) : null
  if (!read?.ok) {
    keep(['logo'], logo)
    return []
  }
  const [ord = ''] = ordersFor(1)
  return [{ collection: logoCollection, id: logoCollection, ord, body: JSON.stringify(read.value.body) }]
}

const known = [
  'format',
  'formatVersion',
  'language',
  'workspace',
  'logo',
  'perspectives',
  'participants',
  'evidence',
  'sessions',
]
const knownToo = ['cards', 'clusters', 'ballots', 'leftovers', ...recordLists]

const keepUnknown = (file: JsonObject, lists: readonly string[], reading: Reading): void => {
  const names = new Set([...known, ...knownToo, ...lists])
  for (const [name, value] of Object.entries(file)) if (!names.has(name)) reading.keep([name], value)
  // What an earlier file could not put back at its path travels on.
  for (const { path, value = null } of jsonObjects(file['leftovers'])) {
    if (typeof path === 'string') reading.leftovers.push({ path, value })
  }
}

// Rows and leftovers are stored by these keys, and a file may well say the same twice.
const onceEach = (records: ImportedWorkspace['rows']['record']): ImportedWorkspace['rows']['record'] => [
  ...new Map(records.map((row) => [`${row.collection}/${row.id}`, row])).values(),
]

const withOwnPaths = (leftovers: readonly Leftover[]): readonly Leftover[] => {
  const byPath = new Map<string, Json>()
  for (const { path, value } of leftovers) {
    let free = path
    while (byPath.has(free) && JSON.stringify(byPath.get(free)) !== JSON.stringify(value)) free += '+'
    byPath.set(free, value)
  }
  return [...byPath].map(([path, value]) => ({ path, value }))
}

const repeatedDocument = ({ documents, sessions }: ImportedWorkspace): string | null => {
  const seen = new Set<string>(platformDocuments)
  for (const { id } of [...sessions, ...documents]) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return null
}
