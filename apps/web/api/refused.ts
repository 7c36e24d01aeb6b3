import type { Refusal } from './ask.ts'

/** A refusal on its way through a library that knows only of thrown errors. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const worthTryingAgain: ReadonlySet<Refusal['code']> = new Set(['unreachable', 'unavailable', 'broken'])

/** Whether asking again by itself is pointless. */
export const isPermanentRefusal = ({ code }: Refusal): boolean => !worthTryingAgain.has(code)
