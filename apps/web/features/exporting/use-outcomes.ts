import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#protocol/http-api.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { callExporting } from '../../api/exporting-call.ts'
import { workspaceKey } from '../../api/use-facts.ts'

export type Outcomes = AnswerOf<'outcomes'>

/** What there is to tell now, of one session or of all; `null` until the server answered. */
export const useOutcomes = (session: string | null): Outcomes | null => {
  const { workspaceId } = useWorkplace()
  const { data } = useQuery({
    queryKey: [...workspaceKey(workspaceId), 'outcomes', session],
    queryFn: async () => {
      const query = session === null ? {} : { session }
      const answer = await callExporting('outcomes', { params: { workspace: workspaceId }, query })
      return answer.ok ? answer.value : null
    },
    placeholderData: keepPreviousData,
  })
  return data ?? null
}
