import { expect, test } from 'vitest'
import { exampleFile, importedFrom, someModels, storedFrom } from '../../tests/support/imported-source.ts'
import { partCounts } from './part-counts.ts'
import { snapshotOf } from './projection.ts'

const { source } = storedFrom(importedFrom(exampleFile()))

test('the example is counted as somebody would count it by hand, and what may not be told is said to be there', () => {
  const counts = partCounts(snapshotOf(source, { audience: 'shared', names: false, models: someModels }))
  expect(counts).toMatchObject({
    about: { told: 2, all: 2 },
    'stakeholder-map': { told: 24, all: 24 },
    voting: { told: 5, all: 5 },
  })
  const { evidence } = source.evidence
  const withConsent = evidence.filter(({ consent, kind }) => kind !== 'quote' || consent.given === 'yes')
  expect(counts.evidence?.all).toBe(evidence.length)
  expect(counts.evidence?.told).toBeLessThanOrEqual(withConsent.length)
  expect(counts.equal).toBeUndefined()
})

test('of one session only its own is counted', () => {
  const [, second] = source.workspace.sessions
  const counts = partCounts(snapshotOf(source, { audience: 'shared', names: false, session: second?.id ?? '' }))
  expect(counts.about).toEqual({ told: 1, all: 1 })
  expect(counts.voting?.all).toBeLessThan(5)
})
