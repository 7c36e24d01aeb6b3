import type { SessionHandle } from '../../api/use-session.ts'
import { keep } from '../../shell/kept.ts'

/** The last call to a step that somebody answered on this device: by coming along, or by staying where they were. */
export const answeredCall = keep('polder.call', (stored) => (typeof stored === 'string' ? stored : ''))

/** Which call holds now: a new one with each new step, and each time that everybody is called. */
export const callOf = ({ id, activityId, calls }: SessionHandle['live']): string => `${id} ${activityId ?? ''} ${calls}`
