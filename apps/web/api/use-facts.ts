import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArtefactKind } from '#artefacts/models.ts'
import type { AnswerOf, CallOf, PlainRouteName } from '#protocol/http-api.ts'
import { isPermanentRefusal, Refused } from './refused.ts'
import { call } from './call.ts'
import { isKind } from './kinds.ts'
import type { Refusal } from './ask.ts'

type View = AnswerOf<'workspace'>
export type Artefact = Omit<View['artefacts'][number], 'kind'> & { readonly kind: ArtefactKind }
export type Person = AnswerOf<'people'>['people'][number]

/** What the server knows of a workspace beside its documents. */
export type Facts = {
  readonly workspace: View['workspace']
  readonly perspectives: View['perspectives']
  readonly artefacts: readonly Artefact[]
  readonly me: View['me']
  /** False over plain http. */
  readonly secureCookie: boolean
  readonly people: readonly Person[]
  readonly directory: AnswerOf<'directory'>['entries']
  readonly contributions: AnswerOf<'activity'>['contributions']
}

export type FactsState =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | { readonly state: 'known'; readonly value: Facts }

/** Under this key stands all that HTTP told of a workspace. */
export const workspaceKey = (workspaceId: string) => ['workspace', workspaceId] as const

/** The facts of a workspace; what was known stays while the server cannot be reached. */
export const useFacts = (workspaceId: string): FactsState => {
  const view = useRoute('workspace', workspaceId)
  const people = useRoute('people', workspaceId)
  const directory = useRoute('directory', workspaceId)
  const activity = useRoute('activity', workspaceId)
  const all = [view, people, directory, activity]
  const facts = useMemo(
    () =>
      view.data && people.data && directory.data && activity.data
        ? factsOf(view.data, people.data, directory.data, activity.data)
        : null,
    [view.data, people.data, directory.data, activity.data],
  )
  if (facts) return { state: 'known', value: facts }
  const failed = all.find(({ error }) => error)?.error
  if (!failed) return { state: 'loading' }
  const retry = () => {
    for (const query of all) if (query.isError) void query.refetch()
  }
  return { state: 'refused', refusal: failed.refusal, retry }
}

/** The parts in which the facts are read. */
export type FactName = 'workspace' | 'people' | 'directory' | 'activity'

const useRoute = <Name extends FactName>(name: Name, workspaceId: string) =>
  useQuery<AnswerOf<Name>, Refused>({
    queryKey: [...workspaceKey(workspaceId), name],
    queryFn: () => answerOf(name, { params: { workspace: workspaceId } } as CallOf<Name>), // all four take this
    retry: (tries, { refusal }) => !isPermanentRefusal(refusal) && tries < 3,
  })

const answerOf = async <Name extends PlainRouteName>(name: Name, request: CallOf<Name>): Promise<AnswerOf<Name>> => {
  const answer = await call(name, request)
  if (!answer.ok) throw new Refused(answer)
  return answer.value
}

const factsOf = (
  { workspace, perspectives, artefacts, me, secureCookie }: View,
  { people }: AnswerOf<'people'>,
  { entries }: AnswerOf<'directory'>,
  { contributions }: AnswerOf<'activity'>,
): Facts => ({
  workspace,
  perspectives: perspectives.toSorted((a, b) => a.order - b.order),
  // A kind of a newer server has no view in this build.
  artefacts: artefacts.flatMap(({ kind, ...rest }) => (isKind(kind) ? [{ ...rest, kind }] : [])),
  me,
  secureCookie,
  people,
  directory: entries,
  contributions,
})
