import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ChangeTopic } from '#protocol/events.ts'
import { workspaceKey, type FactName } from './use-facts.ts'

/** The keys under which something of a workspace is read. */
type Read = FactName | 'records' | 'ballots' | 'session-log'

// What must be read again when a topic changed; what no screen shows is not read.
const factsOf: Readonly<Record<ChangeTopic, readonly Read[]>> = {
  directory: ['directory', 'activity'],
  people: ['people', 'workspace'],
  artefacts: ['workspace'],
  workspace: ['workspace'],
  activity: ['activity'],
  ballots: ['ballots', 'session-log'],
  records: ['records', 'session-log'],
  session: [],
}

// Of the records only the collection that changed, where the server named it.
const partOf = (name: Read, data: unknown): string => {
  const collection = typeof data === 'object' && data !== null && 'collection' in data ? data.collection : null
  return name === 'records' && typeof collection === 'string' ? `records/${collection}` : name
}

const everything: readonly Read[] = ['workspace', 'people', 'directory', 'activity', 'records', 'ballots']
const gatherMs = 400

/** Reads facts again after the server told that they changed; many changes at once cost one reading. */
export const useRefresh = (workspaceId: string) => {
  const queries = useQueryClient()
  const refresher = useMemo(() => {
    const waiting = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      for (const name of waiting)
        void queries.invalidateQueries({ queryKey: [...workspaceKey(workspaceId), ...name.split('/')] })
      waiting.clear()
    }
    return {
      refresh: (topic: ChangeTopic | 'everything', data?: unknown) => {
        for (const name of topic === 'everything' ? everything : factsOf[topic]) waiting.add(partOf(name, data))
        timer ??= setTimeout(flush, gatherMs)
      },
      stop: () => clearTimeout(timer),
    }
  }, [queries, workspaceId])
  useEffect(() => refresher.stop, [refresher])
  return refresher.refresh
}
