import { useQueryClient } from '@tanstack/react-query'
import { useWorkplace } from '#react/workplace.tsx'
import { callChoosing, reasonOf } from '../../api/choosing-call.ts'
import { useFacts, workspaceKey, type Artefact } from '../../api/use-facts.ts'
import type { Destination } from './destinations.ts'
import type { Target } from './place-words.ts'

/** A card that was taken somewhere, so that it can be taken back. */
export type TakenCard = { readonly card: string; readonly document: string; readonly place: string }
/** How far it came: what is done, and why it stopped, if it did. */
export type Done = { readonly done: readonly TakenCard[]; readonly failed: string | null }

/** Taking the words of cards into the artefacts, and back, one after the other until one is refused. */
export const useTaking = (session: string) => {
  const { workspaceId } = useWorkplace()
  const queries = useQueryClient()
  const each = async <Item>(
    items: readonly Item[],
    act: (item: Item) => Promise<TakenCard | string>,
  ): Promise<Done> => {
    const done: TakenCard[] = []
    let failed: string | null = null
    for (const item of items) {
      const answer = await act(item)
      if (typeof answer === 'string') {
        failed = answer
        break
      }
      done.push(answer)
    }
    await queries.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
    return { done, failed }
  }
  return {
    take: (cards: readonly string[], { kind, place, isNew }: Target, into: Destination | undefined): Promise<Done> =>
      each(cards, async (card) => {
        const { document = null, under = null } = (isNew ? undefined : into) ?? {}
        const params = { workspace: workspaceId, session, card }
        const answer = await callChoosing('takeCard', { params, body: { kind, place, document, under } })
        return answer.ok ? { card, document: answer.value.document, place } : reasonOf(answer)
      }),
    giveBack: (taken: readonly TakenCard[]): Promise<Done> =>
      each(taken, async (one) => {
        const { card, document, place } = one
        const params = { workspace: workspaceId, session, card }
        const answer = await callChoosing('giveBackCard', { params, body: { document, place } })
        return answer.ok ? one : reasonOf(answer)
      }),
  }
}

/** The artefacts of the workspace, as the page knows them already. */
export const useAllArtefacts = (): readonly Artefact[] => {
  const facts = useFacts(useWorkplace().workspaceId)
  return facts.state === 'known' ? facts.value.artefacts : []
}
