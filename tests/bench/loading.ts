import { processorMs, startProgram } from './processes.ts'
import type { Subject, Where } from './subjects.ts'

/** What people who sat there saw, and what it cost the server. */
export type Run = {
  readonly frames: number
  readonly bytes: number
  /** From an act until somebody else has it, in ms. */
  readonly delays: readonly number[]
  readonly delivered: number
  readonly sockets: number
  /** Sockets that the server closed, by code. */
  readonly closes: Readonly<Record<string, number>>
  /** Processor time of the server while it was measured. */
  readonly processorMs: number
}

export type Load = {
  readonly does: 'edits' | 'cursors'
  readonly rate: number
  readonly warmUp: number
  readonly seconds: number
}

/** Called while people sit there: before anybody acts, and when they have acted long enough. */
type Looks = { readonly seated?: () => Promise<void>; readonly measured?: () => void }

/** Puts people on these places and has them act. */
export const runLoad = async (
  subject: Pick<Subject, 'speaks' | 'pid'>,
  places: readonly Where[],
  load: Load,
  { seated, measured }: Looks = {},
): Promise<Run> => {
  const program = startProgram('load.mjs')
  try {
    program.say(JSON.stringify({ sockets: places, speaks: subject.speaks, ...load }))
    await program.line()
    await seated?.()
    program.say('go')
    await program.line()
    const before = processorMs(subject.pid())
    await program.line()
    const spent = processorMs(subject.pid()) - before
    measured?.()
    const seen = JSON.parse(await program.line()) as Omit<Run, 'processorMs' | 'delivered'> & {
      readonly deliveredPerSocket: number
    } // what `load.mjs` prints
    return { ...seen, delivered: seen.deliveredPerSocket * seen.sockets, processorMs: spent }
  } finally {
    program.stop()
  }
}
