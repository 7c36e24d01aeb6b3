import { judgementsOf } from '#domain/influence/judgement.ts'
import type { Services } from '../services.ts'
import { answerExit, exitQuestionsOf, hasAnswered, keepQuestions } from '../workspaces/exit-answers.ts'
import { lineageOf } from '../workspaces/insights.ts'
import { exitAnswersOf, participationOf } from '../workspaces/participation.ts'
import { recordById } from '../workspaces/records.ts'
import { drawnOf, type WorkspaceState } from '../workspaces/state.ts'
import { keyOfReceipt } from '../workspaces/voting.ts'
import { good, refused, wrongField, done, type Handlers } from './knock.ts'

type Judging = Pick<Handlers, 'exit' | 'answerExit' | 'influence'>

/** What people thought of a session themselves, and how equal its process was. */
export const judging = ({ storage: { tables }, rooms, clock, turns }: Services): Judging => {
  const isSession = (state: WorkspaceState, id: string): boolean => state.documents.get(id)?.kind === 'session'

  return {
    exit: async ({ inside: { state, me }, params: { session } }) => {
      if (!isSession(state, session)) return refused('not-found')
      const questions = await exitQuestionsOf(tables, state, session)
      const [answered, record, answers] = await Promise.all([
        hasAnswered(tables, state.id, session),
        recordById(tables, state.id, 'sessions', session),
        exitAnswersOf(tables, state.id),
      ])
      // Half an evaluation would steer the other half: what it comes to is told when the session is closed.
      const own = record?.value['status'] === 'closed' ? answers.filter((each) => each.session === session) : []
      const told = judgementsOf(
        questions.map(({ id }) => id),
        own,
        drawnOf(state),
      )
      return good({
        questions: [...questions],
        answered: answered.has(me.id),
        people: answered.size,
        judgements: told.map((each) => ({
          ...each,
          groups: each.groups.map((group) => ({ ...group, perspectives: [...group.perspectives] })),
        })),
      })
    },

    answerExit: async ({ inside: { state, me }, params: { session }, body: { receipt, answers } }) => {
      if (!isSession(state, session)) return refused('not-found')
      const questions = await exitQuestionsOf(tables, state, session)
      const unknown = Object.keys(answers).find((id) => questions.every((question) => question.id !== id))
      if (unknown !== undefined || Object.keys(answers).length === 0) return wrongField('answers', 'unknown-question')
      // The record of a session is written in its own turn.
      await turns(`session.${state.id}.${session}`, () => keepQuestions(tables, state.id, session, questions))
      const mine = { participant: me.id, key: keyOfReceipt(session, receipt), perspective: me.perspective }
      const kept = await answerExit(tables, state.id, session, { ...mine, values: answers })
      if (!kept) return refused('conflict', { errors: [{ field: 'answers', code: 'voted-elsewhere' }] })
      rooms.broadcast(state.id, { type: 'change', topic: 'ballots', data: { exit: session } })
      return done
    },

    influence: async ({ inside: { state }, query: { session, activity } }) => {
      const lineage = await lineageOf({ tables, rooms }, state, clock.now())
      if (!lineage) return refused('unavailable')
      const { whole, ofSession, ofActivity } = await participationOf(tables, state, lineage)
      const told = activity !== undefined ? ofActivity(session ?? null, activity) : session ? ofSession(session) : whole
      const groups = told.groups.map((group) => ({ ...group, perspectives: [...group.perspectives] }))
      return good({ ...told, groups })
    },
  }
}
