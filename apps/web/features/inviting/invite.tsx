import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Switch } from '#ui/switch.tsx'
import type { Facts } from '../../api/use-facts.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatCode } from '../../shell/codes.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { useProblem } from '../../shell/use-problem.ts'
import { QrCode } from '../../shell/qr-code.tsx'
import { invitingStrings } from './strings.ts'

type InviteProps = {
  readonly workspace: Facts['workspace']
  readonly secure: boolean
  /** Without the QR code, where the page is about something else. */
  readonly compact?: boolean
}

/** How others come in: code, QR and link, and whether that is open now. */
export const Invite = ({ workspace, secure, compact = false }: InviteProps) => {
  const strings = useStrings(invitingStrings)
  const problem = useProblem()
  const { id, joinCode, joining } = workspace
  const { send, busy, refusal } = useCommand(id)
  const [address, setAddress] = useState(() => bestAddress(workspace.addresses))
  if (joinCode === null) return <p className="text-ink-2">{strings.notYours}</p>
  const link = `${address}/j/${joinCode}`
  const isOpen = joining === 'open'
  return (
    <div className="grid gap-4">
      <div className={compact ? '' : 'grid grid-cols-[minmax(8rem,12.5rem)_minmax(0,1fr)] items-center gap-5'}>
        {compact ? null : (
          <div className="border-[3px] border-ditch">
            <QrCode text={link} label={strings.scan(link)} />
          </div>
        )}
        <div>
          <p className="text-sm font-label text-ink-2">{strings.code}</p>
          <p
            data-testid="join-code"
            className="font-mono text-[clamp(1.5rem,7vw,2rem)]/[1.25] font-medium tracking-[.05em]"
          >
            {formatCode(joinCode)}
          </p>
        </div>
      </div>
      <CopyLine label={strings.link} value={link} />
      {compact || workspace.addresses.length < 2 ? null : (
        <Field label={strings.address}>
          {(control) => (
            <select
              {...control}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              className={inputClass}
            >
              {workspace.addresses.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Switch
          label={strings.joining}
          state={isOpen ? strings.open : strings.closed}
          checked={isOpen}
          disabled={busy}
          onChange={(open) =>
            void send('changeWorkspace', { params: { workspace: id }, body: { joining: open ? 'open' : 'closed' } })
          }
        />
        <Rotate workspaceId={id} />
      </div>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
      {secure || isLocal() ? null : <Notice tone="care">{strings.plainHttp}</Notice>}
    </div>
  )
}

// The one that people use now, unless that is this machine's own name for itself, which no phone can reach.
const bestAddress = (addresses: readonly string[]): string =>
  addresses.includes(location.origin) && !isLocal() ? location.origin : (addresses[0] ?? location.origin)

const isLocal = (): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)

const Rotate = ({ workspaceId }: { workspaceId: string }) => {
  const strings = useStrings(invitingStrings)
  const problem = useProblem()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const rotate = async () => {
    const answer = await send('rotateJoinCode', { params: { workspace: workspaceId } })
    if (!answer.ok) return
    setAsking(false)
    setSaid(strings.rotated(formatCode(answer.value.joinCode)))
  }
  return (
    <>
      <Button size="dense" icon={<RefreshCw size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {strings.rotate}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
      {asking ? (
        <Dialog
          title={strings.rotateTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="main" onClick={() => setAsking(false)}>
                {strings.keepOld}
              </Button>
              <Button busy={busy} onClick={() => void rotate()}>
                {strings.rotate}
              </Button>
            </>
          }
        >
          <p>{strings.rotateWords}</p>
          {refusal ? (
            <Notice tone="bad" role="alert">
              {problem(refusal)}
            </Notice>
          ) : null}
        </Dialog>
      ) : null}
    </>
  )
}
