import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isTooHigh, rungAdvice } from './rung.ts'
import { shape, type ExperimentPlanDraft } from './shape.ts'

const adviceOn = (fill: (draft: ExperimentPlanDraft) => void) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, fill)
  return rungAdvice(document.content())
}
const assume =
  (importance: number, certainty: number, id = `as-${importance}${certainty}`) =>
  (draft: ExperimentPlanDraft) =>
    draft.assumptions.add({ text: 'x', importance, certainty }, { id })

test('without a rating there is no suggestion', () => {
  expect(adviceOn((draft) => draft.assumptions.add({ text: 'x', importance: 5 }))).toBeNull()
})

test.each([
  [1, 'explore'],
  [2, 'sketch'],
  [3, 'actOut'],
  [4, 'smallTrial'],
  [5, 'pilot'],
] as const)('the least certain of what matters decides: certain %s of 5 gives %s', (certainty, rung) => {
  const advice = adviceOn((draft) => {
    assume(5, certainty, 'as-shaky')(draft)
    assume(4, 5)(draft)
    assume(2, 1)(draft) // not important enough to hold anything up
  })
  expect(advice).toMatchObject({ rung, reason: 'unsure', careful: false })
})

test('what is settled holds nothing up; a wish for certainty then asks for a comparison', () => {
  const settled = (draft: ExperimentPlanDraft) => {
    const id = draft.assumptions.add({ text: 'x', importance: 5, certainty: 1, status: 'confirmed' })
    return id
  }
  expect(adviceOn(settled)).toEqual({ rung: 'pilot', reason: 'sure', assumptionId: null, careful: false })
  expect(
    adviceOn((draft) => {
      settled(draft)
      draft.reliabilityWanted.set(3)
    })?.rung,
  ).toBe('compare')
})

test('dear, or hard to undo: one rung lower, and never below the first', () => {
  const dear = adviceOn((draft) => {
    assume(5, 4)(draft)
    draft.costMoney.set(25_000)
  })
  expect(dear).toMatchObject({ rung: 'actOut', careful: true })
  const harm = adviceOn((draft) => {
    assume(5, 1)(draft)
    draft.effects.add({ text: 'x', severity: 5 })
  })
  expect(harm).toMatchObject({ rung: 'explore', careful: true })
})

test('a plan may stand lower than suggested, not higher without a word', () => {
  const advice = adviceOn(assume(5, 2))
  expect(isTooHigh('explore', advice)).toBe(false)
  expect(isTooHigh('sketch', advice)).toBe(false)
  expect(isTooHigh('pilot', advice)).toBe(true)
  expect(isTooHigh('pilot', null)).toBe(false)
})
