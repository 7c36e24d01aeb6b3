import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { addBarrier, addShare, addStopRule, answerEthics, markHit } from './care-commands.ts'
import { writeExample } from './example.ts'
import { addCard, addChainLink, addReview, removeReview, scale } from './learning-commands.ts'
import { describe, frame, tie, tieRow } from './list-commands.ts'
import { shape } from './shape.ts'
import { hitOf, hitRules } from './stop-rules.ts'

const author = { perspective: 'resident' }
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(author, writeExample)
  return document
}

test('what is said of the plan stands in it; what cannot be is refused whole', () => {
  const document = openExample()
  const good = document.change(author, (plan) =>
    frame(plan, { costMoney: 9600, rung: 'smallTrial', where: 'Team Oost' }),
  )
  expect(good.ok).toBe(true)
  expect(document.content()).toMatchObject({ costMoney: 9600, rung: 'smallTrial', where: 'Team Oost' })
  const before = document.content()
  expect(document.change(author, (plan) => frame(plan, { where: 'Elders', importance: 9 }))).toEqual({
    ok: false,
    reason: 'bad-value',
  })
  expect(document.content()).toBe(before)
})

test('what is said of a row stands in it', () => {
  const document = openExample()
  document.change(author, (plan) => describe(plan, 'measures', 'me-talk', { comparison: 'prePost', reliability: 2 }))
  expect(document.content().measures[0]).toMatchObject({ comparison: 'prePost', reliability: 2 })
  expect(document.change(author, (plan) => describe(plan, 'measures', 'me-nobody', { reliability: 2 }))).toEqual({
    ok: false,
    reason: 'unknown-item',
  })
  expect(document.change(author, (plan) => describe(plan, 'measures', 'me-talk', { reliability: 4 }))).toEqual({
    ok: false,
    reason: 'bad-value',
  })
})

test('ties are made and undone', () => {
  const document = openExample()
  document.change(author, (plan) => {
    tie(plan, 'problemIds', 'pr-1', true)
    tie(plan, 'problemIds', 'pr-2', true)
    tie(plan, 'problemIds', 'pr-1', false)
    tieRow(plan, 'effects', 'ue-outside', 'sh-1', true)
  })
  expect(document.content().problemIds).toEqual(['pr-2'])
  expect(document.content().effects[0]?.forStakeholderIds).toEqual(['sh-1'])
  expect(document.change(author, (plan) => tieRow(plan, 'effects', 'ue-nobody', 'sh-1', true)).ok).toBe(false)
})

test('each party stands in the table once, and each question of care has one answer', () => {
  const document = openExample()
  const answers = document.change(author, (plan) => {
    const once = [addShare(plan, 'ex-1', 'sh-a').ok, addShare(plan, 'ex-1', 'sh-a').ok]
    answerEthics(plan, 'ex-1', 'dpia', { answer: 'no' })
    answerEthics(plan, 'ex-1', 'dpia', { note: 'Volgt in mei.' })
    return once
  })
  expect(answers).toEqual([true, false])
  expect(document.content().distribution).toHaveLength(1)
  expect(document.content().ethics).toEqual([
    expect.objectContaining({ code: 'dpia', answer: 'no', note: 'Volgt in mei.' }),
  ])
})

test('two people who add the same party at once keep one row', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const ydoc of [one, other]) openDocument(ydoc, shape).change(author, (plan) => addShare(plan, 'ex-1', 'sh-a'))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(openDocument(one, shape).content().distribution).toHaveLength(1)
})

test('a stop rule lights up by a result beyond it, from the first such day, or by hand', () => {
  const document = openExample()
  document.change(author, (plan) => {
    plan.results.add({ measureId: 'me-missed', value: 6, date: '2026-11-01', n: 4 })
    addStopRule(plan, { text: 'Stoppen als iemand zich onveilig voelt' })
  })
  expect(hitRules(document.content())).toEqual([])
  document.change(author, (plan) => {
    plan.results.add({ measureId: 'me-missed', value: 7, date: '2026-11-08', n: 4 })
    plan.results.add({ measureId: 'me-missed', value: 2, date: '2026-11-15', n: 4 })
  })
  const [bound, words] = document.content().stopRules
  expect(bound && hitOf(document.content(), bound)).toEqual({ hit: true, at: '2026-11-08' })
  expect(words && hitOf(document.content(), words)).toEqual({ hit: false, at: null })
  document.change(author, (plan) => markHit(plan, words?.id ?? '', '2026-11-20'))
  expect(hitRules(document.content()).map(({ id }) => id)).toEqual(['sr-missed', words?.id])
  expect(document.change(author, (plan) => markHit(plan, words?.id ?? '', '2026-02-30')).ok).toBe(false)
})

test('review days stand in order, each once', () => {
  const document = openExample()
  const answers = document.change(author, (plan) => [
    addReview(plan, '2026-11-20'),
    addReview(plan, '2026-10-30'),
    addReview(plan, '2026-11-20'),
    addReview(plan, '2026-02-30'),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false])
  expect(document.content().reviewDates).toEqual(['2026-10-30', '2026-11-20'])
  document.change(author, (plan) => removeReview(plan, '2026-10-30'))
  expect(document.content().reviewDates).toEqual(['2026-11-20'])
})

test('not making it bigger goes with no other way', () => {
  const document = openExample()
  const chosen = () => (['out', 'up', 'deep', 'none'] as const).filter((way) => document.content()[way].chosen)
  document.change(author, (plan) => [
    scale(plan, 'out', { chosen: true, what: 'Route 3' }),
    scale(plan, 'deep', { chosen: true }),
  ])
  expect(chosen()).toEqual(['out', 'deep'])
  document.change(author, (plan) => scale(plan, 'none', { chosen: true }))
  expect(chosen()).toEqual(['none'])
  // What was written about the other way is still there.
  expect(document.content().out.what).toBe('Route 3')
  document.change(author, (plan) => scale(plan, 'up', { chosen: true }))
  expect(chosen()).toEqual(['up'])
})

test('lists take nothing without words', () => {
  const document = openExample()
  const refusals = document.change(author, (plan) => [
    addBarrier(plan, { rule: ' ' }),
    addStopRule(plan, { text: '' }),
    addChainLink(plan, { text: '' }),
  ])
  expect(refusals.map((answer) => !answer.ok && answer.reason)).toEqual(['no-text', 'no-text', 'no-text'])
  expect(document.change(author, (plan) => addCard(plan, {})).ok).toBe(true)
})
