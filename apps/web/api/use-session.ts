import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import * as z from 'zod/mini'
import type { AnswerOf, CallOf } from '#protocol/http-api.ts'
import { liveSession } from '#protocol/session-api.ts'
import type { SessionRouteName } from '#protocol/session-paths.ts'
import type { Answer, Refusal } from './ask.ts'
import { isPermanentRefusal, Refused } from './refused.ts'
import { callSession, callWith } from './session-call.ts'
import { hearSessionNews } from './session-news.ts'
import { workspaceKey } from './use-facts.ts'

export type LiveSession = z.infer<typeof liveSession>
type View = AnswerOf<'session'>
type List = AnswerOf<'sessions'>

/** One session as this person may know it. */
export type SessionView = Pick<View, 'live' | 'mine' | 'leading'>

type Routes = Exclude<SessionRouteName, 'sessions' | 'createSession'>

/** A session and how to act in it. What is asked of the server stands on the screen when the server has said so. */
export type SessionHandle = SessionView & {
  readonly send: <Name extends Routes>(
    name: Name,
    request: Omit<CallOf<Name>, 'params'> & { readonly params?: Readonly<Record<string, string>> },
  ) => Promise<Answer<AnswerOf<Name>>>
}

export type SessionKnown =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | { readonly state: 'known'; readonly value: SessionHandle }

const listKey = (workspaceId: string) => [...workspaceKey(workspaceId), 'sessions'] as const
const sessionKey = (workspaceId: string, session: string) => [...listKey(workspaceId), session] as const

/** How every session of the workspace stands; `null` until the server answered. Follows what the server tells. */
export const useSessions = (workspaceId: string): readonly LiveSession[] | null => {
  useSessionNews(workspaceId)
  const { data } = useQuery({
    queryKey: listKey(workspaceId),
    queryFn: () => answered(callSession('sessions', { params: { workspace: workspaceId } })),
    retry,
    staleTime: 30_000,
  })
  return data?.sessions ?? null
}

/** One session: how it stands for everybody, for me and, for whoever leads, for them. */
export const useSession = (workspaceId: string, session: string): SessionKnown => {
  useSessionNews(workspaceId)
  const queries = useQueryClient()
  const params = useMemo(() => ({ workspace: workspaceId, session }), [workspaceId, session])
  const { data, error, refetch } = useQuery<View, Refused>({
    queryKey: sessionKey(workspaceId, session),
    queryFn: async () => {
      const view = await answered(callSession('session', { params }))
      const known = queries.getQueryData<View>(sessionKey(workspaceId, session))?.live
      // What was told while this was under way is newer.
      return known && known.version > view.live.version ? { ...view, live: known } : view
    },
    retry,
    // Whoever comes back from sleep sees at once where everybody is.
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  })
  const send = useMemo(
    (): SessionHandle['send'] => async (name, request) => {
      const answer = await callWith(name, { ...request, params: { ...params, ...request.params } })
      if (answer.ok) take(queries, workspaceId, answer.value)
      else if (answer.code === 'conflict') void queries.invalidateQueries({ queryKey: listKey(workspaceId) })
      return answer
    },
    [params, queries, workspaceId],
  )
  const value = useMemo((): SessionHandle | null => (data ? { ...data, send } : null), [data, send])
  if (value) return { state: 'known', value }
  return error ? { state: 'refused', refusal: error.refusal, retry: () => void refetch() } : { state: 'loading' }
}

const answered = async <Value>(asked: Promise<Answer<Value>>): Promise<Value> => {
  const answer = await asked
  if (!answer.ok) throw new Refused(answer)
  return answer.value
}

const retry = (tries: number, error: Error): boolean =>
  !(error instanceof Refused && isPermanentRefusal(error.refusal)) && tries < 3

// However many parts of a page look at sessions, the news is taken in once.
const heard = new Map<string, { users: number; stop: () => void }>()

const useSessionNews = (workspaceId: string): void => {
  const queries = useQueryClient()
  useEffect(() => {
    const found = heard.get(workspaceId) ?? { users: 0, stop: follow(queries, workspaceId) }
    heard.set(workspaceId, { ...found, users: found.users + 1 })
    return () => {
      const { users, stop } = heard.get(workspaceId) ?? found
      if (users > 1) heard.set(workspaceId, { users: users - 1, stop })
      else {
        heard.delete(workspaceId)
        stop()
      }
    }
  }, [queries, workspaceId])
}

const gatherMs = 250
const newsSchema = z.object({ live: liveSession })

const follow = (queries: QueryClient, workspaceId: string): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void queries.invalidateQueries({ queryKey: listKey(workspaceId) })
    }, gatherMs)
  }
  const stop = hearSessionNews((news) => {
    const told = newsSchema.safeParse(news)
    if (!told.success) return again()
    const view = put(queries, workspaceId, told.data.live)
    // Who is ready or asks for something is told to those who lead only, when they ask.
    if (view?.leading) again()
    return undefined
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const take = (queries: QueryClient, workspaceId: string, answer: object): void => {
  const told = newsSchema.safeParse(answer)
  if (told.success) put(queries, workspaceId, told.data.live)
  void queries.invalidateQueries({ queryKey: listKey(workspaceId) })
}

/** Puts what is newer over what is older, in the list and in the session itself. */
const put = (queries: QueryClient, workspaceId: string, live: LiveSession): View | undefined => {
  queries.setQueryData<List>(
    listKey(workspaceId),
    (list) =>
      list && {
        ...list,
        sessions: list.sessions.map((known) => (known.id === live.id && known.version <= live.version ? live : known)),
      },
  )
  return queries.setQueryData<View>(sessionKey(workspaceId, live.id), (view) =>
    view && view.live.version <= live.version ? { ...view, live, mine: mineAfter(view, live) } : view,
  )
}

// Being ready is for one step; at the next one everybody begins again.
const mineAfter = ({ live: before, mine }: View, live: LiveSession): View['mine'] => ({
  ...mine,
  ready: mine.ready && before.activityId === live.activityId,
})
