import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readRecord, type CollectionName, type Entry } from '#domain/records.ts'
import type { Outcome, Records } from '#react/records.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import { call } from './call.ts'
import type { Answer } from './ask.ts'
import { isPermanentRefusal, Refused } from './refused.ts'
import { workspaceKey } from './use-facts.ts'

const names = [
  'comments',
  'glossary',
  'checkDismissals',
  'decisions',
  'actions',
  'openPoints',
] as const satisfies readonly CollectionName[]

/** Comments, decisions and the like of a workspace: read as one, changed one at a time. */
export const useRecords = (workspaceId: string): Records => {
  const queries = useQueryClient()
  const lists = useQueries({
    queries: names.map((name) => ({
      queryKey: [...workspaceKey(workspaceId), 'records', name],
      queryFn: () => readAll(workspaceId, name),
      retry: (tries: number, error: Error) =>
        !(error instanceof Refused && isPermanentRefusal(error.refusal)) && tries < 3,
    })),
    combine: combined,
  })
  return useMemo((): Records => {
    const settled = async (name: CollectionName, answer: Answer<unknown>): Promise<Outcome> => {
      // Also after a refusal: somebody else may have been before.
      await queries.invalidateQueries({ queryKey: [...workspaceKey(workspaceId), 'records', name] })
      return answer.ok ? { ok: true } : { ok: false, reason: answer.code }
    }
    const place = (collection: CollectionName) => ({ workspace: workspaceId, collection })
    return {
      entries: <Name extends CollectionName>(name: Name) => entriesIn(lists, name),
      add: async (name, value, how = {}) => {
        const body = { value: asJson(value), ...(how.anonymous === undefined ? {} : { anonymous: how.anonymous }) }
        return settled(name, await call('addRecord', { params: place(name), body }))
      },
      change: async (name, { id, version }, value) => {
        const params = { ...place(name), record: id }
        return settled(name, await call('changeRecord', { params, body: { version, value: asJson(value) } }))
      },
      remove: async (name, id) => settled(name, await call('removeRecord', { params: { ...place(name), record: id } })),
    }
  }, [lists, queries, workspaceId])
}

type Lists = { readonly [name: string]: readonly Entry[] }
type Sent = AnswerOf<'records'>['records'][number]['value']

const readAll = async <Name extends CollectionName>(
  workspace: string,
  collection: Name,
): Promise<readonly Entry<Name>[]> => {
  const lists = await readTogether(workspace, collection)
  return (lists[collection] ?? []).flatMap((record) => readRecord(collection, record) ?? [])
}

type Answered = AnswerOf<'allRecords'>['collections']
type Batch = { readonly wanted: Set<CollectionName>; readonly answer: Promise<Answered> }

const batches = new Map<string, Batch>()

// A page that opens wants all lists at the same moment, and they come in one answer; a list that changed comes alone.
const readTogether = (workspace: string, collection: CollectionName): Promise<Answered> => {
  const batch = batches.get(workspace) ?? newBatch(workspace)
  batch.wanted.add(collection)
  return batch.answer
}

const newBatch = (workspace: string): Batch => {
  const wanted = new Set<CollectionName>()
  const answer = Promise.resolve().then(() => {
    batches.delete(workspace)
    return ask(workspace, [...wanted])
  })
  const batch = { wanted, answer }
  batches.set(workspace, batch)
  return batch
}

const ask = async (workspace: string, [first, ...more]: readonly CollectionName[]): Promise<Answered> => {
  if (first !== undefined && more.length === 0) {
    const answer = await call('records', { params: { workspace, collection: first } })
    if (!answer.ok) throw new Refused(answer)
    return { [first]: answer.value.records }
  }
  const answer = await call('allRecords', { params: { workspace } })
  if (!answer.ok) throw new Refused(answer)
  return answer.value.collections
}

// One object for all lists, the same until one of them changes.
const combined = (results: readonly { readonly data?: readonly Entry[] | undefined }[]): Lists =>
  Object.fromEntries(names.map((name, at) => [name, results[at]?.data ?? nothing]))

const nothing: readonly Entry[] = []

// Each list was read by the schema of its own name.
const entriesIn = <Name extends CollectionName>(lists: Lists, name: Name) =>
  (lists[name] ?? nothing) as readonly Entry<Name>[]

// Records hold JSON and nothing else; their types say so only to people.
const asJson = (value: object): Sent => value as Sent
