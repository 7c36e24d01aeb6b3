import { fieldFromJson, isJsonObject, type Json, type JsonObject } from '#crdt/json.ts'
import { workspaceShape, type WorkspaceDraft } from '#domain/workspace.ts'
import { isId } from '#kernel/id.ts'
import { ordersFor, type Reading } from './reading.ts'

const elsewhere = new Set(['id', 'language', 'perspectives'])
const { title, place, startDate, participationLevel, question, influencePromise, groundRules } = workspaceShape

/** What a file says of the workspace itself, as a command that writes it. */
export const readWorkspace = (file: JsonObject, reading: Reading): ((draft: WorkspaceDraft) => void) => {
  const source = isJsonObject(file['workspace']) ? file['workspace'] : {}
  const read = readFacts(source, reading)
  const rules = readRules(source['groundRules'] ?? null, reading)
  return (draft) => {
    draft.title.set(read.title)
    draft.place.set(read.place)
    draft.startDate.set(read.startDate)
    draft.participationLevel.set(read.participationLevel)
    draft.question.splice(0, 0, read.question)
    draft.influencePromise.splice(0, 0, read.influencePromise)
    for (const { id, order, words, by } of rules) draft.groundRules.add({ text: words }, { id, order, by })
  }
}

const facts = { title, place, startDate, participationLevel, question, influencePromise }

const readFacts = (source: JsonObject, { keep }: Reading) => {
  for (const [name, value] of Object.entries(source)) {
    if (elsewhere.has(name) || name === 'groundRules' || value === null) continue
    const field = Object.hasOwn(facts, name) ? facts[name as keyof typeof facts] : undefined
    const read = field && fieldFromJson(field, value)
    if (read === undefined || (typeof value === 'string' && read !== value)) keep(['workspace', name], value)
  }
  const textIn = (name: string): string => (typeof source[name] === 'string' ? source[name] : '')
  return {
    title: title.parse(source['title']) ?? title.fallback,
    place: place.parse(source['place']) ?? place.fallback,
    startDate: startDate.parse(source['startDate']) ?? null,
    participationLevel: participationLevel.parse(source['participationLevel']) ?? null,
    question: textIn('question'),
    influencePromise: textIn('influencePromise'),
  }
}

// Version 1 has plain sentences, version 2 says who made them.
const readRules = (raw: Json, reading: Reading) => {
  if (raw === null) return []
  if (!Array.isArray(raw)) {
    reading.keep(['workspace', 'groundRules'], raw)
    return []
  }
  const list: readonly Json[] = raw
  const orders = ordersFor(list.length)
  return list.flatMap((entry, at) => {
    const object = isJsonObject(entry) ? entry : { text: entry }
    const { id = null, text = null, createdBy = null, by = null } = object
    if (typeof text !== 'string') {
      reading.keep(['workspace', 'groundRules', String(at)], entry)
      return []
    }
    const own = typeof id === 'string' && isId(id) ? id : `${groundRules.prefix}-${at + 1}`
    if (typeof createdBy === 'string') reading.makers.push({ item: own, participant: createdBy })
    const perspective = typeof by === 'string' ? by : reading.context.perspectiveOf(createdBy)
    return [{ id: own, words: text, order: orders[at] ?? '', by: perspective }]
  })
}
