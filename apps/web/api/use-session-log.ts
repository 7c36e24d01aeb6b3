import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#protocol/http-api.ts'
import { Refused } from './refused.ts'
import { callSession } from './session-call.ts'
import { workspaceKey } from './use-facts.ts'

/** Every act of a session, oldest first, and the people in them; read again with each newer state. `null` until the server answered. */
export const useSessionLog = (
  workspace: string,
  { id: session, version }: { readonly id: string; readonly version: number },
): AnswerOf<'sessionLog'> | null => {
  const { data } = useQuery({
    queryKey: [...workspaceKey(workspace), 'session-log', session, version],
    queryFn: async () => {
      const answer = await callSession('sessionLog', { params: { workspace, session } })
      if (!answer.ok) throw new Refused(answer)
      return answer.value
    },
    placeholderData: (before) => before,
  })
  return data ?? null
}
