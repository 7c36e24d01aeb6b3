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
  if (status.state === 'ended') return <EndedNotice status={status} words={unsavedWords()} />
  if (status.state === 'offline') {
    const words = status.keptHere ? strings.offlineKept(status.unsaved) : strings.offlineNotKept
    return (
      <p role="status" className="flex items-center gap-3 bg-reed-tint px-4 py-2.5 sm:px-6 text-sm">
        <CloudOff size={18} aria-hidden className="shrink-0 text-reed" />
        <span>
          <strong>{strings.offline}.</strong> {words}
        </span>
      </p>
    )
  }
  if (back !== null)
    return (
      <p role="status" className="bg-grass-tint px-4 py-2.5 sm:px-6 text-sm">
        {strings.back(back)}
      </p>
    )
  if (status.locked || (status.readable && !mayEverWrite)) {
    return (
      <section aria-label={strings.reading} className="flex items-center gap-3 bg-water-tint px-4 py-2 sm:px-6 text-sm">
        <Lock size={16} aria-hidden className="shrink-0 text-water" />
        {status.locked ? strings.locked : strings.readOnly}
      </section>
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
  return (
    <section role="alert" className="grid gap-3 bg-clay-tint px-4 py-4 sm:px-6">
      <h2 className="text-lg font-strong">{strings.refusedTitle}</h2>
      <p>{status.reason === 'rejected' ? strings.refusedLocked : strings.refusedOther}</p>
      <OwnWords words={words} />
      <Button variant="main" className="w-fit" onClick={onGoOn}>
        {strings.goOn}
      </Button>
    </section>
  )
}

const EndedNotice = ({ status, words }: { status: Status; words: string }) => {
  const strings = useStrings(savingStrings)
  const isGone = status.reason === 'gone'
  return (
    <section role="alert" className="grid gap-2 bg-clay-tint px-4 py-4 sm:px-6">
      <h2 className="text-lg font-strong">{isGone ? strings.goneTitle : strings.endedTitle}</h2>
      <p>{isGone ? strings.endedGone : strings.endedRemoved}</p>
      <OwnWords words={words} />
      <a className="focus-ring inline-flex min-h-9 w-fit items-center underline" href="/">
        {strings.toStart}
      </a>
    </section>
  )
}

/** What somebody typed and the server did not take, to copy. */
const OwnWords = ({ words }: { words: string }) => {
  const strings = useStrings(savingStrings)
  const [copied, setCopied] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  if (words === '') return null
  const copy = async () => {
    area.current?.select()
    // Without a certificate a browser has no clipboard: then the words stand selected, ready for Ctrl C.
    await navigator.clipboard?.writeText(words)
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <>
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
      <Button className="w-fit" onClick={() => void copy()}>
        {copied ? strings.copied : strings.copy}
      </Button>
    </>
  )
}
