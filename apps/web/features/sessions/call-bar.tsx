import { ArrowRight, LocateFixed } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { sessionStrings } from './strings.ts'
import type { Following } from './use-follow.ts'

type CallBarProps = {
  readonly following: Following
  readonly title: string
  readonly hold: boolean
  readonly onGo: () => void
}

/** The yellow bar with which people are called to a step: a moment to finish, *now*, or *stay here*. */
export const CallBar = ({ following, title, hold, onGo }: CallBarProps) => {
  const strings = useStrings(sessionStrings)
  if (following.state === 'quiet') return null
  const isCalled = following.state !== 'told'
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:px-7 ${isCalled ? 'bg-light text-on-light' : 'bg-light-tint'}`}
    >
      <LocateFixed size={20} aria-hidden className="max-sm:hidden" />
      <p className="min-w-0 flex-1 basis-52">
        <strong role="status" className="block font-strong">
          {isCalled ? (hold ? strings.holdTitle(title) : strings.callTitle(title)) : `${strings.goneTo}: ${title}`}
        </strong>
        {following.state === 'counting' ? (
          <span className="text-sm tabular-nums">{strings.inSeconds(following.seconds)}</span>
        ) : null}
        {following.state === 'writing' ? <span className="text-sm">{strings.finishTyping}</span> : null}
      </p>
      <span className="flex gap-2">
        <Button onClick={onGo} icon={isCalled ? undefined : <ArrowRight size={18} aria-hidden />}>
          {isCalled ? strings.goNow : strings.toStep}
        </Button>
        {isCalled && following.mayStay ? (
          <Button variant="quiet" className={isCalled ? 'text-on-light' : ''} onClick={following.stay}>
            {strings.stayHere}
          </Button>
        ) : null}
      </span>
    </div>
  )
}
