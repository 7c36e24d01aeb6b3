import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AnswerOf, CallOf, PlainRouteName } from '#protocol/http-api.ts'
import type { Answer, Refusal } from './ask.ts'
import { call } from './call.ts'
import { workspaceKey } from './use-facts.ts'

/** How a screen asks the server to change something: what it is busy with, and why the last one was refused. */
export type Command = {
  readonly send: <Name extends PlainRouteName>(name: Name, request: CallOf<Name>) => Promise<Answer<AnswerOf<Name>>>
  readonly busy: boolean
  readonly refusal: Refusal | null
}

/** Sends changes of a workspace, and reads its facts again after each. */
export const useCommand = (workspaceId: string): Command => {
  const queries = useQueryClient()
  const [state, setState] = useState<Pick<Command, 'busy' | 'refusal'>>({ busy: false, refusal: null })
  const send = useCallback<Command['send']>(
    async (name, request) => {
      setState({ busy: true, refusal: null })
      const answer = await call(name, request)
      await queries.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
      setState({ busy: false, refusal: answer.ok ? null : answer })
      return answer
    },
    [queries, workspaceId],
  )
  return { send, ...state }
}
