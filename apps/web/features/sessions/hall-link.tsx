import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { FieldError } from '#ui/field.tsx'
import { callSession } from '../../api/session-call.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { leadStrings } from './lead-strings.ts'

/** A link with which another computer shows the screen in the hall, as nobody; and the way to take it away again. */
export const HallLink = ({ session }: { readonly session: string }) => {
  const strings = useStrings(leadStrings)
  const { workspaceId } = useWorkplace()
  const [secret, setSecret] = useState<string>()
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'revoked'>('idle')
  const params = { workspace: workspaceId, session }
  const make = async () => {
    setState('busy')
    const answer = await callSession('makeHallLink', { params })
    if (answer.ok) setSecret(answer.value.secret)
    setState(answer.ok ? 'idle' : 'failed')
  }
  const revoke = async () => {
    setState('busy')
    const { ok } = await callSession('revokeHallLink', { params })
    if (ok) setSecret(undefined)
    setState(ok ? 'revoked' : 'failed')
  }
  return (
    <details className="text-sm">
      <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 font-label">
        {strings.hallElsewhere}
      </summary>
      <div className="grid gap-2 pb-1">
        <p className="text-ink-2">{strings.hallElsewhereHint}</p>
        <p role="status" className="empty:hidden">
          {state === 'revoked' ? strings.hallRevoked : ''}
        </p>
        {secret === undefined ? null : (
          <div className="grid gap-2 bg-light-tint p-3">
            <CopyLine label={strings.hallLink} value={`${location.origin}/r#hall.${secret}`} />
            <p>{strings.hallOnce}</p>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            size="dense"

            busy={state === 'busy'}
            onClick={() => void make()}
          >
            {strings.makeHallLink}
          </Button>
          <Button size="dense" variant="stop" disabled={state === 'busy'} onClick={() => void revoke()}>
            {strings.revokeHallLink}
          </Button>
        </div>
        {state === 'failed' ? <FieldError>{strings.hallLinkFailed}</FieldError> : null}
      </div>
    </details>
  )
}
