import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Estimates } from '#react/estimates.ts'
import { call } from './call.ts'
import { isPermanentRefusal, Refused } from './refused.ts'
import { workspaceKey } from './use-facts.ts'

/** Silent estimates of a workspace: my own, and what all come to together. */
export const useEstimates = (workspaceId: string): Estimates => {
  const queries = useQueryClient()
  // Among the records, so that what tells of those tells of estimates too.
  const queryKey = useMemo(() => [...workspaceKey(workspaceId), 'records', 'estimates'], [workspaceId])
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const answer = await call('estimates', { params: { workspace: workspaceId } })
      if (!answer.ok) throw new Refused(answer)
      return answer.value
    },
    retry: (tries, error) => !(error instanceof Refused && isPermanentRefusal(error.refusal)) && tries < 3,
  })
  return useMemo(
    (): Estimates => ({
      own: data?.own ?? [],
      summaries: data?.summaries ?? [],
      put: async (where, value) => {
        const answer = await call('putEstimate', { params: { workspace: workspaceId, ...where }, body: { value } })
        await queries.invalidateQueries({ queryKey })
        return answer.ok ? { ok: true } : { ok: false, reason: answer.code }
      },
    }),
    [data, queries, queryKey, workspaceId],
  )
}
