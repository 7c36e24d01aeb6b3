import { CloudOff, Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Status } from '#client/status.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { savingStrings } from './strings.ts'

type ConnectionNoticeProps = {
  readonly status: Status
  readonly unsavedWords: () => string
  /** Starts again from the server's text after a refusal. */
  readonly onGoOn: () => void
  readonly mayEverWrite: boolean
}

/** What a person must know about a document's connection, under the horizon; nothing when all is well. */
export const ConnectionNotice = ({ status, unsavedWords, onGoOn, mayEverWrite }: ConnectionNoticeProps) => {
  const strings = useStrings(savingStrings)
  const back = useBackAgain(status)
  useLeaveWarning(status)
  if (status.state === 'refused') return <RefusedNotice status={status} words={unsavedWords()} onGoOn={onGoOn} />
  if (status.state === 'ended') return <EndedNotice status={status} />
  if (status.state === 'offline') {
    const words = status.keptHere ? strings.offlineKept(status.unsaved) : strings.offlineNotKept
    return (
      <p role="status" className="flex items-center gap-3 bg-reed-tint px-6 py-2.5 text-sm">
        <CloudOff size={18} aria-hidden className="shrink-0 text-reed" />
        <span>
          <strong>{strings.offline}.</strong> {words}
        </span>
      </p>
    )
  }
  if (back !== null)
    return (
      <p role="status" className="bg-grass-tint px-6 py-2.5 text-sm">
        {strings.back(back)}
      </p>
    )
  if (status.locked || (status.readable && !mayEverWrite)) {
    return (
      <p className="flex items-center gap-3 bg-water-tint px-6 py-2 text-sm">
        <Lock size={16} aria-hidden className="shrink-0 text-water" />
        {status.locked ? strings.locked : strings.readOnly}
      </p>
    )
  }
  return null
}

const shownBackMs = 6000

/** After a break: how many changes went along when the connection came back, for a moment; else `null`. */
const useBackAgain = (status: Status): number | null => {
  const waiting = useRef<number | null>(null)
  const [back, setBack] = useState<number | null>(null)
  useEffect(() => {
    if (status.state === 'offline') waiting.current = status.unsaved
    if (status.state !== 'saved' || waiting.current === null) return undefined
    setBack(waiting.current)
    waiting.current = null
    return undefined
  }, [status.state, status.unsaved])
  useEffect(() => {
    if (back === null) return undefined
    const timer = setTimeout(() => setBack(null), shownBackMs)
    return () => clearTimeout(timer)
  }, [back])
  return back
}

const useLeaveWarning = (status: Status): void => {
  const risky = status.unsaved > 0 && !status.keptHere
  useEffect(() => {
    if (!risky) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    globalThis.addEventListener('beforeunload', warn)
    return () => globalThis.removeEventListener('beforeunload', warn)
  }, [risky])
}

const RefusedNotice = ({ status, words, onGoOn }: { status: Status; words: string; onGoOn: () => void }) => {
  const strings = useStrings(savingStrings)
  const [copied, setCopied] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    area.current?.select()
    // Without a certificate a browser has no clipboard: then the words stand selected, ready for Ctrl C.
    await navigator.clipboard?.writeText(words)
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <section role="alert" className="grid gap-3 bg-clay-tint px-6 py-4">
      <h2 className="text-lg font-strong">{strings.refusedTitle}</h2>
      <p>{status.reason === 'rejected' ? strings.refusedLocked : strings.refusedOther}</p>
      {words ? (
        <label className="grid gap-1.5">
          <span className="font-label">{strings.refusedWords}</span>
          <textarea
            ref={area}
            readOnly
            value={words}
            rows={3}
            className="focus-ring rounded-control border-[1.5px] border-bank bg-land p-3"
          />
        </label>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {words ? <Button onClick={() => void copy()}>{copied ? strings.copied : strings.copy}</Button> : null}
        <Button variant="main" onClick={onGoOn}>
          {strings.goOn}
        </Button>
      </div>
    </section>
  )
}

const EndedNotice = ({ status }: { status: Status }) => {
  const strings = useStrings(savingStrings)
  return (
    <section role="alert" className="grid gap-2 bg-clay-tint px-6 py-4">
      <h2 className="text-lg font-strong">{strings.endedTitle}</h2>
      <p>{status.reason === 'gone' ? strings.endedGone : strings.endedRemoved}</p>
      <a className="focus-ring w-fit underline" href="/">
        {strings.toStart}
      </a>
    </section>
  )
}
