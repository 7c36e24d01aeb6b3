import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { forgetCopies } from '#client/open-room.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../api/use-command.ts'
import { forgetWorkspace } from '../shell/recent.ts'
import { useProblem } from '../shell/use-problem.ts'
import { frameStrings } from './strings.ts'

type LeaveDialogProps = { readonly workspaceId: string; readonly unsaved: number; readonly onClose: () => void }

/** Asks before this device forgets its way in and its copies. */
export const LeaveDialog = ({ workspaceId, unsaved, onClose }: LeaveDialogProps) => {
  const strings = useStrings(frameStrings)
  const problem = useProblem()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [left, setLeft] = useState(false)
  const leave = async () => {
    const answer = await send('leave', { params: { workspace: workspaceId } })
    if (!answer.ok) return
    setLeft(true)
    forgetWorkspace(workspaceId)
    await forgetCopies(workspaceId)
    navigate('/')
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
          <Button variant="stop" busy={busy || left} onClick={() => void leave()}>
            {strings.go}
          </Button>
        </>
      }
    >
      <p>{strings.leaveWords}</p>
      {unsaved > 0 ? <Notice tone="care">{strings.leaveUnsaved(unsaved)}</Notice> : null}
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
