import type { AnswerOf } from '#protocol/http-api.ts'
import type { Services } from '../services.ts'
import { insightsOf } from '../workspaces/insights.ts'
import { good, refused, type Handlers } from './knock.ts'

/** What can be derived from a workspace, as data. */
export const insights = ({ storage: { tables }, rooms, clock }: Services): Pick<Handlers, 'insights'> => ({
  insights: async ({ inside: { state } }) => {
    const derived = await insightsOf({ tables, rooms }, state, clock.now())
    // JSON of ours is JSON of the answer; the types only differ in who may change it.
    return derived.ok ? good(derived.value as AnswerOf<'insights'>) : refused('unavailable')
  },
})
