import { Monitor, QrCode as QrIcon, Radio, ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Popover } from '#ui/popover.tsx'
import { BrandMark } from '../../shell/brand.tsx'
import { formatCode } from '../../shell/codes.ts'
import { useWorkplace } from '#react/workplace.tsx'
import type { LeadProps } from './lead-props.ts'
import { leadStrings } from './lead-strings.ts'
import { QrCode } from '../../shell/qr-code.tsx'
import { PromiseDialog, useLeadProblem } from './start-dialog.tsx'

type HeadProps = LeadProps & {
  readonly address: string
  readonly onRefused: (words: string | undefined) => void
}

/** The sky of whoever leads: what is led, who is here, how others come in, and the end of it. */
export const LeadHead = (props: HeadProps) => {
  const { agenda, session, facts, workspaceTitle, place, saved, menu, address } = props
  const strings = useStrings(leadStrings)
  const { workspaceId } = useWorkplace()
  const { live } = session
  return (
    <header data-region className="sky-gradient flex flex-wrap items-center gap-x-2.5 gap-y-2 px-4 py-2 outline-none">
      <a href={`/w/${workspaceId}`} className="focus-ring flex min-w-0 flex-1 basis-60 items-center gap-3 rounded-chip">
        <BrandMark size={38} />
        <span className="min-w-0 leading-tight">
          <strong className="block truncate text-lg/[1.2] font-strong">{agenda.session.title}</strong>
          <span className="block truncate text-sm text-ink-2">
            {[workspaceTitle, place].filter(Boolean).join(' · ')}
          </span>
        </span>
      </a>
      {live.status === 'live' ? (
        <Chip tone="live" icon={Radio}>
          {strings.live(live.present)}
        </Chip>
      ) : (
        <Chip>{live.status === 'planned' ? strings.planned : strings.closedChip}</Chip>
      )}
      {facts.workspace.joinCode === null ? null : <JoinCode code={facts.workspace.joinCode} facts={facts} />}
      <a
        href={`${address}/screen`}
        target={`hall-${workspaceId}`}
        className={`${buttonClass({ size: 'dense' })} max-sm:hidden`}
      >
        <Monitor size={18} aria-hidden />
        {strings.openHall}
      </a>
      <a href={`${address}/log`} className={buttonClass({ size: 'dense', variant: 'quiet' })}>
        <ScrollText size={18} aria-hidden />
        {strings.log}
      </a>
      <StartOrClose {...props} />
      <span className="flex items-center gap-1 max-sm:hidden">{saved}</span>
      {menu}
    </header>
  )
}

const JoinCode = ({ code, facts }: { readonly code: string; readonly facts: LeadProps['facts'] }) => {
  const strings = useStrings(leadStrings)
  const address = joinAddress(facts.workspace.addresses)
  return (
    <Popover
      near
      label={`${strings.code}: ${formatCode(code)}`}
      buttonClass={buttonClass({ size: 'dense' })}
      button={
        <>
          <QrIcon size={18} aria-hidden />
          <span className="font-mono font-medium tracking-[.04em]">{formatCode(code)}</span>
        </>
      }
      className="w-72 p-4"
    >
      <QrCode text={`${address}/j/${code}`} label={`${address}/j/${code}`} />
      <p className="mt-3 text-center font-mono text-2xl font-medium tracking-[.05em]">{formatCode(code)}</p>
      <p className="mt-1 text-center text-sm break-all text-ink-2">{address.replace(/^https?:\/\//, '')}</p>
    </Popover>
  )
}

/** The address that people in the room can reach: this page's own, unless that is this machine's name for itself. */
export const joinAddress = (addresses: readonly string[]): string => {
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)
  return !isLocal && addresses.includes(location.origin) ? location.origin : (addresses[0] ?? location.origin)
}

const StartOrClose = ({ agenda, session, promise, onRefused }: HeadProps): ReactNode => {
  const strings = useStrings(leadStrings)
  const problem = useLeadProblem()
  const [asking, setAsking] = useState<'promise' | 'close' | null>(null)
  const [busy, setBusy] = useState(false)
  const { live, send } = session
  const start = async () => {
    if (promise.trim() === '' && agenda.session.influencePromise.trim() === '') return setAsking('promise')
    setBusy(true)
    const answer = await send('startSession', { body: {} })
    setBusy(false)
    return onRefused(answer.ok ? undefined : problem(answer))
  }
  const close = async () => {
    setAsking(null)
    const answer = await send('closeSession', {})
    onRefused(answer.ok ? undefined : problem(answer))
  }
  return (
    <>
      {live.status === 'live' ? (
        <Button variant="quiet" size="dense" onClick={() => setAsking('close')}>
          {strings.close}
        </Button>
      ) : (
        <Button variant="main" size="dense" busy={busy} onClick={() => void start()}>
          {live.status === 'planned' ? strings.start : strings.startAgain}
        </Button>
      )}
      {asking === 'promise' ? <PromiseDialog session={session} onClose={() => setAsking(null)} /> : null}
      {asking === 'close' ? (
        <Dialog
          title={strings.closeTitle}
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button variant="main" onClick={() => setAsking(null)}>
                {strings.keepOn}
              </Button>
              <Button variant="stop" onClick={() => void close()}>
                {strings.close}
              </Button>
            </>
          }
        >
          <p>{strings.closeWords}</p>
        </Dialog>
      ) : null}
    </>
  )
}
