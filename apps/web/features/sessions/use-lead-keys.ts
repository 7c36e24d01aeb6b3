import { useEffect, useRef } from 'react'
import type { Step } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import type { Lock } from './use-lock.ts'

type LeadKeysWish = {
  readonly session: SessionHandle
  readonly next: Step | undefined
  readonly onMove: (step: Step) => void
  readonly lock: Lock
  readonly enabled: boolean
}

/** Alt Shift and a key: N next step, P pause, + and - a minute, F everybody here, L lock, R open the result. */
export const useLeadKeys = (wish: LeadKeysWish): void => {
  const latest = useRef(wish)
  useEffect(() => {
    latest.current = wish
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !latest.current.enabled) return
      // By place on the keyboard: with Alt some systems give another letter.
      const act = actOf(event.code, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const actOf = (code: string, { session, next, lock, onMove }: LeadKeysWish): (() => void) | undefined => {
  const { live, send } = session
  const isRunning = runningTimer(live)?.status === 'running'
  const add = (seconds: number) => () => void send('steerTimer', { body: { act: 'add', seconds } })
  const acts: { readonly [code: string]: (() => void) | undefined } = {
    KeyN: next && (() => onMove(next)),
    KeyP: () => void send('steerTimer', { body: { act: isRunning ? 'pause' : 'start' } }),
    Equal: add(60),
    NumpadAdd: add(60),
    Minus: add(-60),
    NumpadSubtract: add(-60),
    KeyL: lock.toggle,
    KeyF: () => void send('steerSession', { body: { call: true } }),
    KeyR: () => void send('steerSession', { body: { resultHidden: !live.resultHidden } }),
  }
  return Object.hasOwn(acts, code) ? acts[code] : undefined
}
