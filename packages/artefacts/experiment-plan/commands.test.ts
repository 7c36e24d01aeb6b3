import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createUndo } from '#crdt/undo.ts'
import { createReplicas, lawRuns, twoReplicas } from '../../../tests/support/replicas.ts'
import {
  addAssumption,
  addEffect,
  addMeasure,
  addResult,
  addStep,
  appoint,
  considerEffect,
  describeMeasure,
  judgeAssumption,
  moveStep,
  planStep,
  rateAssumption,
  remove,
  removeMeasure,
  rename,
  setAffected,
  setBaseline,
  setDate,
  setStatus,
  setStepDone,
  setTarget,
} from './commands.ts'
import { writeExample } from './example.ts'
import { addLogEntry, noteChange } from './learning-commands.ts'
import { resultsOf, verdictOf } from './verdict.ts'
import { shape } from './shape.ts'

const author = { perspective: 'resident' }
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(author, writeExample)
  return document
}

test('what cannot be is refused with its reason and changes nothing', () => {
  const document = openExample()
  const before = document.content()
  const refusals = document.change(author, (plan) => [
    rename(plan, ' '),
    setDate(plan, 'end', '2026-02-30'),
    addAssumption(plan, { text: ' ' }),
    rateAssumption(plan, 'as-helps', 'importance', 6),
    rateAssumption(plan, 'as-nobody', 'importance', 3),
    judgeAssumption(plan, 'as-nobody', { status: 'open' }),
    addMeasure(plan, { name: '' }),
    describeMeasure(plan, 'me-talk', { name: ' ' }),
    setBaseline(plan, 'me-talk', { value: 3, date: '31-12-2026', n: 4 }),
    setBaseline(plan, 'me-talk', { value: 3, date: null, n: 1.5 }),
    setTarget(plan, 'me-nobody', null),
    addStep(plan, { text: '' }),
    addStep(plan, { text: 'x', start: '2026-13-01' }),
    addStep(plan, { text: 'x', start: '2026-05-02', end: '2026-05-01' }),
    planStep(plan, 'st-do', { end: '2026-10-01' }),
    moveStep(plan, 'st-do', 'st-nobody'),
    setStepDone(plan, 'st-nobody', true),
    addEffect(plan, {}),
    considerEffect(plan, 'ue-outside', { severity: 0 }),
    setAffected(plan, 'ue-nobody', 'sh-1', true),
    addLogEntry(plan, { text: 'x', date: '2026-04-31' }),
    noteChange(plan, 'll-nobody', 'x'),
    remove(plan, 'steps', 'st-nobody'),
    removeMeasure(plan, 'me-nobody'),
  ])
  expect(refusals.map((result) => (result.ok ? 'ok' : result.reason))).toEqual([
    'no-text',
    'bad-date',
    'no-text',
    'out-of-range',
    'unknown-item',
    'unknown-item',
    'no-text',
    'no-text',
    'bad-date',
    'bad-count',
    'unknown-item',
    'no-text',
    'bad-date',
    'end-before-start',
    'end-before-start',
    'unknown-item',
    'unknown-item',
    'no-text',
    'out-of-range',
    'unknown-item',
    'bad-date',
    'unknown-item',
    'unknown-item',
    'unknown-item',
  ])
  expect(document.content()).toBe(before)
})

test('a result tells of how many and on which day, or it is refused', () => {
  const document = openExample()
  const refused = (result: Parameters<typeof addResult>[2]) => {
    const answer = document.change(author, (plan) => addResult(plan, 'me-missed', result))
    return answer.ok ? 'ok' : answer.reason
  }
  expect(refused({ value: 4, date: '2026-11-20', n: null })).toBe('no-count')
  expect(refused({ value: 4, date: '2026-11-20', n: 0 })).toBe('no-count')
  expect(refused({ value: 4, date: '2026-11-31', n: 12 })).toBe('bad-date')
  expect(refused({ value: 4, date: null, n: 12 })).toBe('bad-date')
  expect(refused({ value: null, date: '2026-11-20', n: 12 })).toBe('no-value')
  expect(resultsOf(document.content(), 'me-missed')).toEqual([])
  expect(refused({ value: 4, date: '2026-11-20', n: 12 })).toBe('ok')
  expect(resultsOf(document.content(), 'me-missed')).toMatchObject([{ value: 4, n: 12, by: 'resident' }])
})

test('a plan is agreed after a harmful effect was thought about, or with the reason why not', () => {
  const document = openDocument(new Y.Doc(), shape)
  const agree = (override?: string) => document.change(author, (plan) => setStatus(plan, 'agreed', override))
  expect(agree()).toEqual({ ok: false, reason: 'effects-not-considered' })
  const added = document.change(author, (plan) => addEffect(plan, { text: 'Anderen krijgen minder' }))
  const id = added.ok ? added.value : ''
  expect(agree().ok).toBe(false)
  document.change(author, (plan) => considerEffect(plan, id, { direction: 'positive', response: 'strengthen' }))
  expect(agree().ok).toBe(false)
  document.change(author, (plan) => considerEffect(plan, id, { direction: 'negative', response: 'watch' }))
  expect(agree().ok).toBe(true)

  const other = openDocument(new Y.Doc(), shape)
  expect(other.change(author, (plan) => setStatus(plan, 'agreed', ' Wij kijken over twee weken. ')).ok).toBe(true)
  expect(other.content()).toMatchObject({ status: 'agreed', effectsOverride: 'Wij kijken over twee weken.' })
})

test('every other status needs nothing', () => {
  const document = openDocument(new Y.Doc(), shape)
  for (const status of ['design', 'stopped', 'parked', 'idea'] as const) {
    expect(document.change(author, (plan) => setStatus(plan, status)).ok).toBe(true)
    expect(document.content().status).toBe(status)
  }
})

test('a measure goes with its results, its stop rule stays, and one undo brings it back', () => {
  const document = openExample()
  document.change(author, (plan) => addResult(plan, 'me-missed', { value: 2, date: '2026-11-20', n: 5 }))
  const undo = createUndo(document, author)
  const before = document.content()
  document.change(author, (plan) => removeMeasure(plan, 'me-missed'))
  expect(document.content().measures.map(({ id }) => id)).toEqual(['me-talk'])
  expect(document.content().results.map(({ measureId }) => measureId)).toEqual(['me-talk'])
  expect(document.content().stopRules).toMatchObject([{ id: 'sr-missed', measureId: null }])
  undo.undo()
  expect(document.content()).toEqual(before)
  undo.close()
})

test('somebody leads, somebody decides, and the log says what changed', () => {
  const document = openExample()
  document.change(author, (plan) => {
    appoint(plan, 'ownerId', 'p-1')
    appoint(plan, 'decidesId', 'sh-council')
    const entry = addLogEntry(plan, { text: 'Een vaste dag helpt.', date: '2026-11-20', perspective: 'resident' })
    if (entry.ok) noteChange(plan, entry.value, 'Vaste dagen gekozen.')
  })
  expect(document.content()).toMatchObject({
    ownerId: 'p-1',
    decidesId: 'sh-council',
    learningLog: [{ text: 'Een vaste dag helpt.', change: 'Vaste dagen gekozen.', by: 'resident' }],
  })
})

test('steps move in front, behind another, and to the end', () => {
  const document = openExample()
  document.change(author, (plan) => addStep(plan, { text: 'Eindmeting' }, { id: 'st-end' }))
  const orderAfter = (id: string, behind: string | null) => {
    document.change(author, (plan) => moveStep(plan, id, behind))
    return document.content().steps.map((step) => step.id)
  }
  expect(orderAfter('st-end', null)).toEqual(['st-end', 'st-begin', 'st-do'])
  expect(orderAfter('st-end', 'st-begin')).toEqual(['st-begin', 'st-end', 'st-do'])
  expect(orderAfter('st-begin', 'st-do')).toEqual(['st-end', 'st-do', 'st-begin'])
})

test('two people who each bring a result at once both keep it', () => {
  const { ada, bram, settle } = twoReplicas(shape)
  ada.change(author, writeExample)
  settle()
  ada.change(author, (plan) => addResult(plan, 'me-missed', { value: 4, date: '2026-11-20', n: 12 }))
  bram.change({ perspective: 'professional' }, (plan) =>
    addResult(plan, 'me-missed', { value: 2, date: '2026-11-23', n: 9 }),
  )
  settle()
  expect(ada.content()).toEqual(bram.content())
  expect(resultsOf(ada.content(), 'me-missed').map(({ value, by }) => [value, by])).toEqual([
    [4, 'resident'],
    [2, 'professional'],
  ])
})

test('one sets the target while another takes the measure away: away it is, with nothing left hanging', () => {
  const { ada, bram, settle } = twoReplicas(shape)
  ada.change(author, writeExample)
  settle()
  ada.change(author, (plan) => setTarget(plan, 'me-talk', { operator: '>=', value: 70 }))
  bram.change(author, (plan) => removeMeasure(plan, 'me-talk'))
  settle()
  expect(ada.content()).toEqual(bram.content())
  expect(ada.content().measures.map(({ id }) => id)).toEqual(['me-missed'])
})

test('baseline and target written by two people at once both stand', () => {
  const { ada, bram, settle } = twoReplicas(shape)
  ada.change(author, writeExample)
  settle()
  ada.change(author, (plan) => setBaseline(plan, 'me-talk', { value: 20, date: '2026-10-16', n: 40 }))
  bram.change(author, (plan) => setTarget(plan, 'me-talk', { operator: '>=', value: 80 }))
  settle()
  const [talk] = ada.content().measures
  expect(talk).toMatchObject({ baseline: { value: 20, n: 40 }, target: { value: 80 } })
  // 63 is 43 of the 60 on the way from 20 to 80.
  expect(talk && verdictOf(talk, resultsOf(bram.content(), talk.id))).toEqual({ verdict: 'partly', n: 41 })
})

const steps = fc.constantFrom('st-begin', 'st-do')
const act = fc.oneof(
  fc.record({ what: fc.constant('step' as const), text: fc.string({ maxLength: 5 }) }),
  fc.record({ what: fc.constant('move' as const), id: steps, behind: fc.option(steps) }),
  fc.record({
    what: fc.constant('result' as const),
    value: fc.integer({ min: 0, max: 100 }),
    n: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ what: fc.constant('gone' as const), id: fc.constantFrom('me-talk', 'me-missed') }),
  fc.record({
    what: fc.constant('rate' as const),
    scale: fc.constantFrom('importance' as const, 'certainty' as const),
    to: fc.integer({ min: 0, max: 6 }),
  }),
)

test('law: two people at once end with the same plan, and scores stay on their scale', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), act, fc.boolean()), { maxLength: 30 }), (work) => {
      const { documents, settle } = createReplicas(shape, 2)
      documents[0]?.change(author, writeExample)
      settle()
      for (const [who, deed, meet] of work) {
        documents[who]?.change(author, (plan) => {
          if (deed.what === 'step') addStep(plan, { text: deed.text })
          else if (deed.what === 'move') moveStep(plan, deed.id, deed.behind)
          else if (deed.what === 'result')
            addResult(plan, 'me-talk', { value: deed.value, n: deed.n, date: '2026-11-24' })
          else if (deed.what === 'gone') removeMeasure(plan, deed.id)
          else rateAssumption(plan, 'as-helps', deed.scale, deed.to)
        })
        if (meet) settle()
      }
      settle()
      const [one, two] = documents.map((document) => document.content())
      expect(one).toEqual(two)
      for (const { importance, certainty } of one?.assumptions ?? []) {
        expect([1, 2, 3, 4, 5]).toContain(importance)
        expect([1, 2, 3, 4, 5]).toContain(certainty)
      }
      expect(one?.results.every(({ n }) => (n ?? 0) > 0)).toBe(true)
    }),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})
