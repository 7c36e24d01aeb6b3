import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { forgetCopies } from '#client/open-room.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../api/ask.ts'
import { call } from '../api/call.ts'
import { workspaceKey } from '../api/use-facts.ts'
import { forgetSentCards } from '../features/writing/sent-cards.ts'
import { forgetWorkspace } from '../shell/recent.ts'
import { useProblem } from '../shell/use-problem.ts'
import { frameStrings } from './strings.ts'

type LeaveDialogProps = { readonly workspaceId: string; readonly unsaved: number; readonly onClose: () => void }

/** Asks before this device forgets its way in and its copies. */
export const LeaveDialog = ({ workspaceId, unsaved, onClose }: LeaveDialogProps) => {
  const strings = useStrings(frameStrings)
  const problem = useProblem()
  const queries = useQueryClient()
  const [state, setState] = useState<'asking' | 'busy' | Refusal>('asking')
  const leave = async () => {
    setState('busy')
    const answer = await call('leave', { params: { workspace: workspaceId } })
    if (!answer.ok) return setState(answer)
    navigate('/')
    forgetWorkspace(workspaceId)
    forgetSentCards(workspaceId)
    queries.removeQueries({ queryKey: workspaceKey(workspaceId) })
    return forgetCopies(workspaceId)
  }
  return (
    <Dialog
      title={strings.leaveTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="main" onClick={onClose}>
            {strings.stay}
          </Button>
          <Button variant="stop" busy={state === 'busy'} onClick={() => void leave()}>
            {strings.go}
          </Button>
        </>
      }
    >
      <p>{strings.leaveWords}</p>
      {unsaved > 0 ? <Notice tone="care">{strings.leaveUnsaved(unsaved)}</Notice> : null}
      {typeof state === 'object' ? (
        <Notice tone="bad" role="alert">
          {problem(state)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
