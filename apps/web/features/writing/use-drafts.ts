import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkplace } from '#react/workplace.tsx'
import { newId } from '#kernel/id.ts'
import type { Anonymity } from '#domain/choosing/anonymity.ts'
import { callChoosing, reasonOf } from '../../api/choosing-call.ts'
import { Refused } from '../../api/refused.ts'
import { workspaceKey } from '../../api/use-facts.ts'
import { useSentCards } from './sent-cards.ts'

export type OwnDraft = {
  readonly id: string
  readonly text: string
  /** For whose group a scribe wrote it. */
  readonly perspective?: string | null
}
type Kept = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** What I wrote in a step that nobody else can see; for whoever leads how many people wrote how much. */
export const useDrafts = (session: string, activity: string) => {
  const { workspaceId } = useWorkplace()
  const queries = useQueryClient()
  // Among the ballots, so that what tells of those tells of writing too.
  const queryKey = [...workspaceKey(workspaceId), 'ballots', 'writing', activity]
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const answer = await callChoosing('drafts', { params: { workspace: workspaceId, activity } })
      if (!answer.ok) throw new Refused(answer)
      return answer.value
    },
  })
  const device = useSentCards(workspaceId, activity)
  const again = () => queries.invalidateQueries({ queryKey })
  const put = async (id: string, text: string, promise: Anonymity, perspective?: string): Promise<Kept> => {
    const params = { workspace: workspaceId, activity, draft: id }
    const answer = await callChoosing('putDraft', { params, body: { session, text, promise, perspective } })
    if (answer.ok && text === '') device.forget(id)
    else if (answer.ok) device.remember({ id, text })
    await again()
    return answer.ok ? { ok: true } : { ok: false, reason: reasonOf(answer) }
  }
  const own = data?.own ?? []
  return {
    own,
    /** What I wrote that everybody sees by now; only this device knows that it is mine. */
    shown: data ? device.cards.filter(({ id }) => !own.some((draft) => draft.id === id)) : [],
    progress: data?.progress ?? null,
    add: (text: string, promise: Anonymity, perspective?: string) => put(newId('ca'), text, promise, perspective),
    change: (id: string, text: string, promise: Anonymity) => put(id, text, promise),
    remove: (id: string) => put(id, '', 'none'),
    reveal: async (evenFew: boolean): Promise<{ readonly shown: number } | { readonly reason: string }> => {
      const params = { workspace: workspaceId, activity }
      const answer = await callChoosing('revealDrafts', { params, body: { session, evenFew } })
      await again()
      return answer.ok ? answer.value : { reason: reasonOf(answer) }
    },
  }
}
