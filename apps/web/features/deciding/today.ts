import { serverTime } from '../../api/server-time.ts'

/** Today as `2026-03-12`, by the clock of the server. */
export const today = (): string => new Date(serverTime.now()).toISOString().slice(0, 10)
