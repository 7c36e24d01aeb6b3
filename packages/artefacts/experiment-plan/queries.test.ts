import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject } from '#crdt/json.ts'
import { file } from './file.ts'
import { isLate, riskiestOf } from './queries.ts'
import { balanceOf, flagsOf } from './sharing.ts'
import { shape, type ExperimentPlan, type MeasureResult } from './shape.ts'
import type { Operator } from './values.ts'
import { differenceOf, resultsOf, seriesOf, verdictOf } from './verdict.ts'

const results = (...values: readonly (readonly [value: number, n: number, date?: string])[]): MeasureResult[] =>
  values.map(([value, n, date = '2026-05-01'], at) => ({
    id: `rs-${at}`,
    order: `a${at}`,
    by: '',
    measureId: 'me-1',
    value,
    n,
    date,
    tags: [],
  }))
const measure = (from: number | null, operator: Operator, to: number) => ({
  baseline: from === null ? null : { value: from, date: null, n: 10 },
  target: { operator, value: to },
})

describe('the verdict of a measure', () => {
  test.each([
    // Loneliness must go from 3,4 to 2,9 or less: it went to 2,8.
    [3.4, '<=', 2.9, 2.8, 'met'],
    // 62 minutes must become 42: at 47 it moved 15 of the 20.
    [62, '<=', 42, 47, 'partly'],
    // At 52 it moved exactly half, and half counts.
    [62, '<=', 42, 52, 'partly'],
    [62, '<=', 42, 52.1, 'notMet'],
    // 3,15 is half of the way from 3,4 to 2,9, also in decimals that a computer cannot hold.
    [3.4, '<=', 2.9, 3.15, 'partly'],
    [0.1, '>=', 0.3, 0.2, 'partly'],
    // Missed care was 3 and might stay 3; it became 5.
    [3, '<=', 3, 5, 'notMet'],
    [0, '>=', 70, 64, 'partly'],
    [0, '>=', 70, 34, 'notMet'],
    // It moved the wrong way.
    [50, '>=', 60, 40, 'notMet'],
    // Less than 10 is not 10: all of the way, and still not there.
    [20, '<', 10, 10, 'partly'],
    [20, '<', 10, 9.9, 'met'],
    [5, '>', 10, 10, 'partly'],
    [5, '>', 10, 10.1, 'met'],
    // Exactly 10: at 15 it is half of the way too far, at 16 more than that.
    [0, '=', 10, 10, 'met'],
    [0, '=', 10, 15, 'partly'],
    [0, '=', 10, 16, 'notMet'],
    // Where it started on the bound there is no way to be half of.
    [10, '<', 10, 10, 'notMet'],
    // Without a start nobody knows how far it came.
    [null, '>=', 60, 59, 'notMet'],
    [null, '>=', 60, 60, 'met'],
  ] as const)('from %s, wanted %s %s, now %s: %s', (from, operator, to, now, verdict) => {
    expect(verdictOf(measure(from, operator, to), results([now, 34]))).toEqual({ verdict, n: 34 })
  })

  test('is of the last day, whatever the order in which people wrote it down', () => {
    const both = results([60, 11, '2026-06-01'], [10, 12, '2026-05-01'])
    expect(verdictOf(measure(0, '>=', 50), both)).toEqual({ verdict: 'met', n: 11 })
  })

  test('waits for a result and for a target', () => {
    expect(verdictOf(measure(0, '>=', 50), [])).toEqual({ verdict: 'noResult', n: null })
    expect(verdictOf({ baseline: null, target: null }, results([3, 4]))).toEqual({ verdict: 'noResult', n: 4 })
  })

  test('law: turning better round turns nothing else', () => {
    const figure = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(figure, figure, figure, (from, to, now) => {
        const up = verdictOf(measure(from, '>=', to), results([now, 5]))
        const down = verdictOf(measure(-from, '<=', -to), results([-now, 5]))
        expect(down).toEqual(up)
      }),
      { verbose: 1 },
    )
  })
})

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const plans = file
  .read(isJsonObject(example) ? example : {}, { locale: 'nl', perspectiveOf: () => '' })
  .documents.map(({ fill }): ExperimentPlan => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, fill)
    return document.content()
  })
const [quarter, line] = plans

test('the verdicts of the example, worked out by hand', () => {
  const verdicts = plans.map((plan) =>
    plan.measures.map((each) => {
      const { verdict, n } = verdictOf(each, resultsOf(plan, each.id))
      return [each.id, verdict, n]
    }),
  )
  expect(verdicts).toEqual([
    [
      ['me-1', 'met', 34],
      ['me-2', 'partly', 12],
      ['me-3', 'met', 11],
      ['me-4', 'partly', 40],
      ['me-5', 'notMet', 1],
    ],
    [
      ['me-11', 'partly', 11],
      ['me-12', 'noResult', null],
      ['me-13', 'notMet', 10],
      ['me-14', 'noResult', null],
    ],
  ])
})

test('what to test first: important and unsure, the least sure in front', () => {
  expect(quarter && riskiestOf(quarter).map(({ id }) => id)).toEqual(['as-3', 'as-1', 'as-2', 'as-6', 'as-4'])
  expect(line && riskiestOf(line).map(({ id }) => id)).toEqual(['as-12', 'as-15', 'as-11', 'as-13'])
})

test('balance and flags of the example, worked out by hand', () => {
  const shares = plans.map((plan) =>
    plan.distribution.map((share) => [share.stakeholderId, balanceOf(share), flagsOf(share)]),
  )
  expect(shares).toEqual([
    [
      ['sh-ouderen', 2, []],
      ['sh-ouderen-taal', -2, ['riskWithoutSay']],
      ['sh-thuiszorgteam', 1, []],
      ['sh-huishoudhulp', 0, []],
      ['sh-thuiszorg-mt', -4, ['paysMore']],
      ['sh-verzekeraar', -1, []],
      ['sh-gem-wmo', 0, []],
      ['sh-mantelzorgers', 0, []],
    ],
    [
      ['sh-ouderen-thuis', 0, ['riskWithoutSay']],
      ['sh-huishoudhulp', -3, ['riskWithoutSay']],
      ['sh-welzijn', -2, []],
      ['sh-gem-wmo', 0, []],
      ['sh-thuiszorg-mt', -1, []],
      ['sh-ouderen-taal', -1, ['riskWithoutSay']],
    ],
  ])
})

test('what nobody filled in is unknown, not nothing', () => {
  const unknown = { benefit: null, cost: 3, risk: 2, say: null }
  expect(balanceOf(unknown)).toBeNull()
  expect(flagsOf(unknown)).toEqual([])
})

test('a step is late from the day after its last', () => {
  expect(isLate({ done: false, end: '2026-11-23' }, '2026-11-24')).toBe(true)
  expect(isLate({ done: false, end: '2026-11-24' }, '2026-11-24')).toBe(false)
  expect(isLate({ done: true, end: '2026-11-23' }, '2026-11-24')).toBe(false)
})

test('numbers of one day make a mean only when it rests on ten or more', () => {
  const days = seriesOf(
    results([4, 6, '2026-05-01'], [7, 12, '2026-05-01'], [3, 4, '2026-04-01'], [5, 5, '2026-04-01']),
  )
  expect(days).toEqual([
    { date: '2026-04-01', values: [3, 5], n: 9, mean: null },
    // 4 of six people and 7 of twelve: (24 + 84) / 18.
    { date: '2026-05-01', values: [4, 7], n: 18, mean: 6 },
  ])
})

test('before and after: the difference with its range and n, and no more', () => {
  expect(differenceOf({ value: 3.4, date: null, n: 38 }, results([3.1, 30], [2.8, 34]))).toEqual({
    difference: -0.6,
    lowest: 2.8,
    highest: 3.1,
    n: 34,
  })
  expect(differenceOf(null, results([2.8, 34]))).toBeNull()
  expect(differenceOf({ value: 3.4, date: null, n: 38 }, [])).toBeNull()
})

test('law: a balance is what is left, and nobody keeps more than three or loses more than six', () => {
  const level = fc.integer({ min: 0, max: 3 })
  fc.assert(
    fc.property(level, level, level, (benefit, cost, risk) => {
      const balance = balanceOf({ benefit, cost, risk })
      expect(balance).toBe(benefit - cost - risk)
      expect(balance).toBeLessThanOrEqual(3)
      expect(balance).toBeGreaterThanOrEqual(-6)
    }),
    { verbose: 1 },
  )
})

test('law: nobody gains without giving and pays more at once', () => {
  const level = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
  fc.assert(
    fc.property(level, level, level, level, (benefit, cost, risk, say) => {
      const flags = flagsOf({ benefit, cost, risk, say })
      expect(flags.includes('gainsWithoutGiving') && flags.length > 1).toBe(false)
      if (benefit === null || cost === null) expect(flags).not.toContain('paysMore')
    }),
    { verbose: 1 },
  )
})

test('law: a result further towards the target never has a worse verdict', () => {
  const rank = { noResult: -1, notMet: 0, partly: 1, met: 2 }
  const figure = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(figure, figure, figure, fc.nat(20), (from, to, now, further) => {
      const verdictAt = (value: number) => rank[verdictOf(measure(from, '>=', to), results([value, 5])).verdict]
      expect(verdictAt(now + further)).toBeGreaterThanOrEqual(verdictAt(now))
    }),
    { verbose: 1 },
  )
})
