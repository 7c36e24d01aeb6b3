import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { answerEthics } from './care-commands.ts'
import { addMeasure, setDate } from './commands.ts'
import { planParts, progressOf } from './progress.ts'
import { ethicsCodes, shape, type ExperimentPlanDraft } from './shape.ts'

const planWith = (fill: (draft: ExperimentPlanDraft) => void) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, fill)
  return document.content()
}

test('a plan that nobody wrote in is empty in every part that can be filled here', () => {
  const progress = progressOf(planWith(() => undefined))
  expect(planParts.filter((part) => progress[part] !== 'empty')).toEqual(['decision'])
})

test('what is written fills its part, what lacks something is begun', () => {
  const progress = progressOf(
    planWith((draft) => {
      draft.cardBelieve.append('Tijd zonder klok helpt.')
      addMeasure(draft, { name: 'Bezoek' })
      setDate(draft, 'start', '2026-03-12')
    }),
  )
  expect(planParts.filter((part) => progress[part] === 'filled')).toEqual(['measures'])
  expect(planParts.filter((part) => progress[part] === 'begun')).toEqual(['idea', 'when'])
})

test('care is begun with the first answer and filled with the last', () => {
  const after = (count: number) =>
    progressOf(
      planWith((draft) =>
        ethicsCodes.slice(0, count).forEach((code) => answerEthics(draft, 'plan', code, { answer: 'yes' })),
      ),
    ).care
  expect([0, 1, ethicsCodes.length].map(after)).toEqual(['empty', 'begun', 'filled'])
})
