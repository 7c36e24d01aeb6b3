import type { ForceInput } from '../force-input.ts'
import { layForces, type ForcePlaces } from '../forces.ts'
import { measure, type Measures } from './measures.ts'
import type { RelationType, StakeholderMap } from '../shape.ts'

/** What the page asks of the worker; `turn` comes back with the answer. */
export type Question =
  | { readonly turn: number; readonly ask: 'forces'; readonly input: ForceInput }
  | {
      readonly turn: number
      readonly ask: 'measures'
      readonly map: StakeholderMap
      readonly types: readonly RelationType[]
    }
export type Reply =
  | { readonly turn: number; readonly ask: 'forces'; readonly places: ForcePlaces }
  | { readonly turn: number; readonly ask: 'measures'; readonly measures: Measures }

const reply = (answer: Reply): void => self.postMessage(answer)

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.ask === 'forces') reply({ turn: data.turn, ask: 'forces', places: layForces(data.input) })
  else reply({ turn: data.turn, ask: 'measures', measures: measure(data.map, data.types) })
})
