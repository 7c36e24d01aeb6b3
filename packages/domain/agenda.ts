import type { RowOf } from '#crdt/shape.ts'
import { byOrder } from '#kernel/order.ts'
import type { Workspace } from './workspace.ts'

export type SessionRow = RowOf<Workspace, 'sessions'>
export type StageRow = RowOf<Workspace, 'stages'>
/** One step of an agenda: what is led, timed and revisited. */
export type Step = RowOf<Workspace, 'activities'>

/** A session with its steps in the order in which they are planned. */
export type Agenda = {
  readonly session: SessionRow
  readonly stages: readonly { readonly stage: StageRow; readonly steps: readonly Step[] }[]
  readonly steps: readonly Step[]
}

/** The agenda of a session, or `null` when there is none of this id. */
export const agendaOf = (
  { sessions, stages, activities }: Pick<Workspace, 'sessions' | 'stages' | 'activities'>,
  sessionId: string,
): Agenda | null => {
  const session = sessions.find(({ id }) => id === sessionId)
  if (!session) return null
  const own = stages.filter((stage) => stage.sessionId === sessionId).toSorted(byOrder)
  const parts = own.map((stage) => ({
    stage,
    steps: activities.filter(({ stageId }) => stageId === stage.id).toSorted(byOrder),
  }))
  return { session, stages: parts, steps: parts.flatMap(({ steps }) => steps) }
}

/** Minutes of all steps together; a step without a length counts as none. */
export const minutesOf = (steps: readonly Pick<Step, 'minutes'>[]): number =>
  steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)

/** The hour at which each step begins, and at the end that of the end: `09:30`; empty when no start was given. */
export const hoursOf = (steps: readonly Pick<Step, 'minutes'>[], startTime: string): readonly string[] => {
  const start = minuteOfDay(startTime)
  if (start === null) return []
  let at = start
  return [start, ...steps.map(({ minutes }) => (at += minutes ?? 0))].map(asHour)
}

/** The minute of the day of `09:30`, or `null`. */
export const minuteOfDay = (hour: string): number | null => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(hour) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number.isNaN(total) || Number(hours) > 23 || Number(minutes) > 59 ? null : total
}

const asHour = (minute: number): string => {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, Math.round(minute % 60)]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** When a session ends as it goes now, and by how many whole minutes that is later than planned. */
export type Pace = { readonly end: number; readonly behind: number }

/** How a session that runs keeps time: what is left of its step, and the steps after it, against the whole of its script. */
export const paceOf = (
  steps: readonly Pick<Step, 'id' | 'minutes'>[],
  { startedAt, activityId }: { readonly startedAt: number | null; readonly activityId: string | null },
  secondsLeft: number,
  now: number,
): Pace | null => {
  const at = steps.findIndex(({ id }) => id === activityId)
  if (startedAt === null || at < 0) return null
  const end = now + Math.max(0, secondsLeft) * 1000 + minutesOf(steps.slice(at + 1)) * minuteMs
  return { end, behind: Math.round((end - startedAt) / minuteMs) - minutesOf(steps) }
}

const minuteMs = 60_000

/** The step after this one; the first when none runs, `undefined` after the last. */
export const stepAfter = (steps: readonly Step[], id: string | null): Step | undefined =>
  id === null ? steps[0] : steps[steps.findIndex((step) => step.id === id) + 1]

/** What a person does in a step. */
export const stepKinds = ['welcome', 'break', 'write', 'ballot', 'decide', 'exit', 'artefact', 'plain'] as const
export type StepKind = (typeof stepKinds)[number]

const ballotMethods = new Set(['dotVote', 'gradients8', 'consent', 'fistToFive', 'temperature', 'ranking', 'agreePass'])
const writingMethods = new Set(['silentBrainstorm', 'ngt', 'sketch', 'react'])

/** The kind of a step, from what it makes and how: it decides what stands on a phone, the console and the screen. */
export const stepKind = ({
  method,
  artefacts,
  ballotId,
}: Pick<Step, 'method' | 'artefacts' | 'ballotId'>): StepKind => {
  const types = new Set(artefacts.map(({ type }) => type))
  if (method === 'break') return 'break'
  if (ballotMethods.has(method) || ballotId !== null || types.has('ballot')) return 'ballot'
  if (writingMethods.has(method)) return 'write'
  if (types.has('exitQuestion')) return 'exit'
  if (types.has('decision') || types.has('action')) return 'decide'
  if (types.has('session') || method === 'opening') return 'welcome'
  return artefacts.length > 0 ? 'artefact' : 'plain'
}
/** Whether the window of an asynchronous step is open at a moment (ms). Days count whole, to the end of the last one. */
export const windowState = (
  window: { readonly from: string; readonly to: string } | null,
  now: number,
): 'none' | 'before' | 'open' | 'after' => {
  if (!window) return 'none'
  if (now < Date.parse(`${window.from.slice(0, 10)}T00:00:00`)) return 'before'
  return now > Date.parse(`${window.to.slice(0, 10)}T23:59:59.999`) ? 'after' : 'open'
}
