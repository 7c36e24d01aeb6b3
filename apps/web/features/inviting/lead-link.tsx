import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../../api/use-command.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { useProblem } from '../../shell/use-problem.ts'
import { invitingStrings } from './strings.ts'

/** A link that makes whoever holds it a facilitator; shown once. */
export const LeadLink = ({ workspaceId }: { readonly workspaceId: string }) => {
  const strings = useStrings(invitingStrings)
  const problem = useProblem()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [secret, setSecret] = useState<string>()
  const make = async () => {
    const answer = await send('makeFacilitatorLink', { params: { workspace: workspaceId } })
    if (answer.ok) setSecret(answer.value.secret)
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-2">{strings.leadHint}</p>
      {secret === undefined ? (
        <Button className="w-fit" busy={busy} icon={<KeyRound size={18} aria-hidden />} onClick={() => void make()}>
          {strings.makeLead}
        </Button>
      ) : (
        <div role="status" className="grid gap-2 bg-light-tint p-3.5">
          <CopyLine label={strings.leadLink} value={`${location.origin}/f#${secret}`} />
          <p className="text-sm">{strings.leadOnce}</p>
        </div>
      )}
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </div>
  )
}
