import { useState } from 'react'
import type { Outcome } from '#react/records.ts'

/** A small form that keeps something: what was typed stays until the server has it. */
export const useKeeping = (clear: () => void) => {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const keep = async (ask: () => Promise<Outcome>): Promise<void> => {
    setState('busy')
    const { ok } = await ask()
    setState(ok ? 'idle' : 'failed')
    if (ok) clear()
  }
  return { busy: state === 'busy', failed: state === 'failed', keep }
}
