import { useEffect, useRef, useState } from 'react'
import { answeredCall } from './answered-call.ts'

/** How long a call counts before people go along, in seconds. */
const countFrom = 5
/** Whoever typed so lately is typing. */
const typingMs = 4000

export type FollowWish = {
  readonly follow: 'release' | 'invite' | 'hold'
  /** Changes with each new step and each call: what was answered for one does not hold for the next. */
  readonly call: string
  /** Already where everybody goes. */
  readonly isHere: boolean
  /** Just came in, and does nothing yet that could be broken off. */
  readonly isFresh: boolean
  readonly go: () => void
}

export type Following =
  | { readonly state: 'quiet' }
  /** Nobody is moved; there is a way to the step. */
  | { readonly state: 'told' }
  | { readonly state: 'counting'; readonly seconds: number; readonly mayStay: boolean; readonly stay: () => void }
  /** It counts again when they have finished writing. */
  | { readonly state: 'writing'; readonly mayStay: boolean; readonly stay: () => void }

/** Takes somebody along to the step as strongly as the facilitator asks, and never while they are typing. */
export const useFollow = ({ follow, call, isHere, isFresh, go }: FollowWish): Following => {
  const answered = answeredCall.use()
  const [counted, setCounted] = useState({ call: '', left: countFrom })
  const [writing, setWriting] = useState(false)
  const lastTyped = useLastTyped()
  const goNow = useRef(go)
  useEffect(() => {
    goNow.current = go
  }, [go])
  const isCalled = !isHere && follow !== 'release' && (follow === 'hold' || answered !== call)
  // Whoever came along may go where they like afterwards: nobody is fetched twice for one call.
  useEffect(() => {
    if (isHere) answeredCall.set(call)
  }, [isHere, call])
  useEffect(() => {
    if (!isCalled) return undefined
    if (isFresh) {
      goNow.current()
      return undefined
    }
    let left = countFrom
    const timer = setInterval(() => {
      const isWriting = Date.now() - lastTyped.current < typingMs
      setWriting(isWriting)
      if (isWriting) return
      left -= 1
      setCounted({ call, left })
      if (left <= 0) {
        clearInterval(timer)
        answeredCall.set(call)
        goNow.current()
      }
    }, 1000)
    return () => clearInterval(timer)
  }, [isCalled, isFresh, call, lastTyped])
  if (isHere) return { state: 'quiet' }
  if (!isCalled) return { state: 'told' }
  const how = { mayStay: follow === 'invite', stay: () => answeredCall.set(call) }
  const seconds = counted.call === call ? counted.left : countFrom
  return writing ? { state: 'writing', ...how } : { state: 'counting', seconds, ...how }
}

const useLastTyped = () => {
  const last = useRef(0)
  useEffect(() => {
    const typed = (): void => {
      last.current = Date.now()
    }
    for (const event of ['input', 'compositionupdate', 'beforeinput']) document.addEventListener(event, typed, true)
    return () => {
      for (const event of ['input', 'compositionupdate', 'beforeinput'])
        document.removeEventListener(event, typed, true)
    }
  }, [])
  return last
}
