import * as z from 'zod/mini'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { addTime, endTimer, newTimer, pauseTimer, startTimer, timerSchema, type Timer } from './timer.ts'

/** How strongly people are taken along to the step: not, asked, or kept there. */
const followStrengths = ['release', 'invite', 'hold'] as const

/** What the hall screen shows. */
const screenParts = ['prompt', 'result', 'map', 'code', 'blank'] as const

const orElse = z.catch
const tableSchema = z.object({ id: z.string(), title: z.string(), memberIds: z.array(z.string()) })

/** How a session stands, as the server keeps it: what is led, never what people wrote. */
export const sessionStateSchema = z.object({
  status: orElse(z.enum(['planned', 'live', 'closed']), 'planned'),
  activityId: orElse(z.nullable(z.string()), null),
  since: orElse(z.nullable(z.number()), null),
  timers: orElse(z.record(z.string(), timerSchema), {}),
  visited: orElse(z.array(z.string()), []),
  follow: orElse(z.enum(followStrengths), 'invite'),
  calls: orElse(z.number(), 0),
  reminders: orElse(z.number(), 0),
  resultHidden: orElse(z.boolean(), true),
  namesHidden: orElse(z.boolean(), false),
  screen: orElse(z.enum(screenParts), 'prompt'),
  floor: orElse(z.nullable(z.string()), null),
  tables: orElse(z.array(tableSchema), []),
  presentIds: orElse(z.array(z.string()), []),
  startedAt: orElse(z.nullable(z.number()), null),
  closedAt: orElse(z.nullable(z.number()), null),
})
export type SessionState = z.infer<typeof sessionStateSchema>

/** A session that was planned and never opened. */
export const plannedSession = (): SessionState => sessionStateSchema.parse({})

/** What a change of a session needs to know of a step. */
export type StepFacts = { readonly id: string; readonly minutes: number | null }

/** Opens a session at a step; one that was closed goes on with everything it had. */
export const openSession = (
  state: SessionState,
  step: StepFacts | null,
  now: number,
): Result<SessionState, 'no-steps' | 'already-live'> => {
  if (state.status === 'live') return refuse('already-live')
  if (!step) return refuse('no-steps')
  const opened = { ...state, status: 'live' as const, startedAt: state.startedAt ?? now, closedAt: null }
  return ok(runStep({ ...opened, screen: state.startedAt === null ? 'code' : state.screen }, step, now))
}

/** An asynchronous round opens without a step: each step has its window. */
export const openRound = (state: SessionState, now: number): Result<SessionState, 'already-live'> =>
  state.status === 'live'
    ? refuse('already-live')
    : ok({ ...state, status: 'live', startedAt: state.startedAt ?? now, closedAt: null, follow: 'release' })

/** Closes it: clocks stop, nothing is lost, and it can be opened again. */
export const shutSession = (state: SessionState, now: number): Result<SessionState, 'not-live'> =>
  state.status === 'live'
    ? ok({ ...stopClock(state, now), status: 'closed', closedAt: now, floor: null, screen: 'blank' })
    : refuse('not-live')

/** Goes to a step, whichever: forward, back, or past some. Its clock starts, or goes on where it was. */
export const moveToStep = (state: SessionState, step: StepFacts, now: number): Result<SessionState, 'not-live'> => {
  if (state.status !== 'live') return refuse('not-live')
  return ok(state.activityId === step.id ? state : runStep(stopClock(state, now), step, now))
}

const runStep = (state: SessionState, step: StepFacts, now: number): SessionState => ({
  ...state,
  activityId: step.id,
  since: now,
  timers: { ...state.timers, [step.id]: startTimer(state.timers[step.id] ?? newTimer(step.minutes), now) },
  visited: state.visited.includes(step.id) ? state.visited : [...state.visited, step.id],
  floor: null,
  // What was open of the last step says nothing of this one.
  resultHidden: true,
  screen: state.screen === 'code' && state.activityId === null ? 'code' : 'prompt',
})

const stopClock = (state: SessionState, now: number): SessionState => {
  const timer = state.activityId === null ? undefined : state.timers[state.activityId]
  if (!timer || state.activityId === null) return state
  return { ...state, timers: { ...state.timers, [state.activityId]: pauseTimer(timer, now) } }
}

/** What whoever leads can set for everybody at any moment; what is not said stays as it is. */
type Steering = {
  readonly [Part in 'follow' | 'resultHidden' | 'namesHidden' | 'screen']?: SessionState[Part] | undefined
}

/** Sets it. A result that opens is what the hall looks at, and one that closes is no longer. */
export const steer = (state: SessionState, wish: Steering): SessionState => {
  const { follow = state.follow, resultHidden = state.resultHidden, namesHidden = state.namesHidden } = wish
  const turned = resultHidden === state.resultHidden ? state.screen : turnedScreen(state.screen, resultHidden)
  return { ...state, follow, resultHidden, namesHidden, screen: wish.screen ?? turned }
}

const turnedScreen = (screen: SessionState['screen'], resultHidden: boolean): SessionState['screen'] => {
  if (resultHidden) return screen === 'result' ? 'prompt' : screen
  return screen === 'prompt' ? 'result' : screen
}

export type TimerAct = 'start' | 'pause' | 'end' | 'add'

/** Turns the clock of the step that runs. */
export const steerTimer = (
  state: SessionState,
  act: TimerAct,
  seconds: number,
  now: number,
): Result<SessionState, 'not-live'> => {
  const { activityId } = state
  if (state.status !== 'live' || activityId === null) return refuse('not-live')
  const timer = state.timers[activityId] ?? newTimer(null)
  return ok({ ...state, timers: { ...state.timers, [activityId]: turned(timer, act, seconds, now) } })
}

const turned = (timer: Timer, act: TimerAct, seconds: number, now: number): Timer => {
  if (act === 'start') return startTimer(timer, now)
  if (act === 'pause') return pauseTimer(timer, now)
  return act === 'end' ? endTimer(timer, now) : addTime(timer, seconds, now)
}

/** The clock of the step that runs; `null` when none does. */
export const runningTimer = (state: {
  readonly activityId: string | null
  readonly timers: Readonly<Record<string, Timer>>
}): Timer | null => (state.activityId === null ? null : (state.timers[state.activityId] ?? null))
