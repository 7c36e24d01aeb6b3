import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject, jsonObjects } from '#crdt/json.ts'
import type { CheckContext } from '#domain/check.ts'
import { createDirectory, type DirectoryEntry } from '#domain/directory.ts'
import { readRecord } from '#domain/records.ts'
import { checks } from './checks.ts'
import { checkWords } from './check-words.ts'
import { file } from './file.ts'
import { insights } from './insights.ts'
import { shape, type ExperimentPlan, type ExperimentPlanDraft } from './shape.ts'

const read: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const example = isJsonObject(read) ? read : {}
const textOf = (raw: unknown) => (typeof raw === 'string' ? raw : '')

const stakeholders = jsonObjects(example['stakeholders']).map(({ id, livedExperience = null }): DirectoryEntry => {
  return { id: textOf(id), kind: 'stakeholder', label: '', document: 'map-1', attributes: { livedExperience } }
})
const problems = jsonObjects(example['problems']).map(({ id, affectedIds = [] }): DirectoryEntry => {
  return { id: textOf(id), kind: 'problem', label: '', document: 'pr-1', attributes: { affectedIds } }
})
const decisions = jsonObjects(example['decisions']).flatMap(
  (value) => readRecord('decisions', { id: textOf(value['id']), version: 1, value }) ?? [],
)

const contextOf = (documentId: string, more: Partial<CheckContext> = {}): CheckContext => ({
  documentId,
  directory: createDirectory([...stakeholders, ...problems]),
  evidence: { evidence: [] },
  decisions,
  explained: [],
  ballots: [],
  today: '2026-11-24',
  ...more,
})

const planFrom = (fill: (draft: ExperimentPlanDraft) => void): ExperimentPlan => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, fill)
  return document.content()
}
const planOf = (id: string, change: (draft: ExperimentPlanDraft) => void = () => {}): ExperimentPlan => {
  const found = file
    .read(example, { locale: 'nl', perspectiveOf: () => '' })
    .documents.find((document) => document.id === id)
  return planFrom((draft) => {
    found?.fill(draft)
    change(draft)
  })
}
const said = (plan: ExperimentPlan, context: CheckContext) =>
  checks.hits(plan, context).map(({ checkId, itemId }) => (itemId === undefined ? checkId : `${checkId} ${itemId}`))

test('the questions of the example, worked out by hand', () => {
  expect(said(planOf('ex-1'), contextOf('ex-1'))).toEqual([
    'E07 sh-ouderen-taal', // risk 2, say 0
    'E13 shareResults', // open
    'E13 fairSelection', // no
    'E04 as-6', // important 4, certain 1, open
    'E09 sh-ouderen-thuis', // affected by pr-1, not in the table
    'E08 sh-thuiszorg-mt', // pays 3, gains 1
    'E16', // the last line of the log is of 5 June, the group would look on 11 June
  ])
  expect(said(planOf('ex-2'), contextOf('ex-2'))).toEqual([
    'E11 sr-12', // hit on 1 October; the last decision is of March
    'E07 sh-ouderen-thuis',
    'E07 sh-huishoudhulp',
    'E07 sh-ouderen-taal',
    'E12 rb-12', // asked for, not granted
    'E13 dpia',
    'E13 aftercare',
    'E13 shareResults',
    'E13 fairSelection',
    'E04 as-11',
    'E04 as-12',
    'E04 as-13',
    'E04 as-15',
    'E09 sh-ouderen',
    'E09 sh-mantelzorgers',
    'E16',
  ])
})

test('an empty plan is asked what every plan must answer, and nothing twice', () => {
  expect(
    said(
      planFrom(() => {}),
      contextOf('ex-9'),
    ),
  ).toEqual(['E05', 'E10', 'E14', 'E01', 'E02', 'E15', 'E18'])
})

describe('each question', () => {
  test('E11 is answered by a decision on or after the day, and asks only while it runs', () => {
    const decision = readRecord('decisions', {
      id: 'de-9',
      version: 1,
      value: { text: 'Bijstellen', date: '2026-10-01', linkIds: ['ex-2'] },
    })
    const context = contextOf('ex-2', { decisions: decision ? [decision] : [] })
    expect(said(planOf('ex-2'), context)).not.toContain('E11 sr-12')
    expect(
      said(
        planOf('ex-2', (draft) => draft.status.set('stopped')),
        contextOf('ex-2'),
      ),
    ).not.toContain('E11 sr-12')
  })

  test('E11 also hears a result beyond the bound that nobody marked', () => {
    const plan = planOf('ex-2', (draft) => {
      draft.stopRules.get('sr-12')?.hit.set(false)
      draft.stopRules.get('sr-12')?.hitAt.set(null)
    })
    expect(said(plan, contextOf('ex-2'))).toContain('E11 sr-12')
  })

  test('E01 does not count a problem that is gone', () => {
    const plan = planFrom((draft) => draft.problemIds.add('pr-gone'))
    expect(said(plan, contextOf('ex-9'))).toContain('E01')
    expect(
      said(
        planFrom((draft) => draft.problemIds.add('pr-1')),
        contextOf('ex-9'),
      ),
    ).not.toContain('E01')
  })

  test('a party that is gone raises no question', () => {
    const row = { stakeholderId: 'sh-gone', benefit: 0, cost: 3, risk: 3, say: 0 }
    const plan = planFrom((draft) => draft.distribution.add(row))
    expect(said(plan, contextOf('ex-9')).filter((hit) => hit.includes('sh-gone'))).toEqual([])
  })

  test('E02, E03, E06, E16, E17 and E18 find what they are about', () => {
    const plan = planFrom((draft) => {
      draft.measures.add({ name: 'Rust', comparison: 'prePost', forStakeholderId: 'sh-ouderen' }, { id: 'me-a' })
      draft.effects.add({ text: 'Druk', severity: 4, response: 'watch' }, { id: 'ue-a' })
      draft.reviewDates.set(['2026-11-01', '2026-12-01'])
      draft.learningLog.add({ text: 'x', date: '2026-10-31' })
      draft.out.set({ ...draft.out.get(), chosen: true })
    })
    const hits = said(plan, contextOf('ex-9'))
    expect(hits).toEqual(expect.arrayContaining(['E02 me-a', 'E03 me-a', 'E06 ue-a', 'E16', 'E17']))
    expect(hits).not.toContain('E18')
  })

  test('E16 is silent from the day of the line in the log on', () => {
    const plan = planFrom((draft) => {
      draft.reviewDates.set(['2026-11-01'])
      draft.learningLog.add({ text: 'x', date: '2026-11-01' })
    })
    expect(said(plan, contextOf('ex-9'))).not.toContain('E16')
  })
})

test('every question has words in both languages that end in a question mark', () => {
  expect(Object.keys(checkWords)).toHaveLength(18)
  for (const { nl, en } of Object.values(checkWords)) {
    expect(nl).toMatch(/\?$/)
    expect(en).toMatch(/\?$/)
  }
})

test('law: flags and questions about a share say the same, whoever is gone', () => {
  const level = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
  const share = fc.record({ benefit: level, cost: level, risk: level, say: level, known: fc.boolean() })
  fc.assert(
    fc.property(fc.array(share, { maxLength: 8 }), (shares) => {
      const plan = planFrom((draft) => {
        shares.forEach(({ benefit, cost, risk, say }, at) =>
          draft.distribution.add({ benefit, cost, risk, say, stakeholderId: `sh-${at}` }),
        )
      })
      const known = shares.flatMap((row, at): DirectoryEntry[] =>
        row.known ? [{ id: `sh-${at}`, kind: 'stakeholder', label: '', document: 'map-1', attributes: {} }] : [],
      )
      const context = contextOf('ex-9', { directory: createDirectory(known) })
      const asked = said(plan, context).filter((hit) => /^E0[78] /.test(hit))
      const expected = (
        [
          ['E07', 'risk', 'say'],
          ['E08', 'cost', 'benefit'],
        ] as const
      ).flatMap(([id, much, little]) =>
        shares.flatMap((row, at) => {
          const [high, low] = [row[much], row[little]]
          if (!row.known || high === null || low === null) return []
          const hits = id === 'E07' ? high >= 2 && low <= 1 : high - low >= 2
          return hits ? [`${id} sh-${at}`] : []
        }),
      )
      expect(asked.toSorted()).toEqual(expected.toSorted())
    }),
    { verbose: 1 },
  )
})

test('insights of the example, worked out by hand', () => {
  const told = insights(planOf('ex-1'), contextOf('ex-1')).experiments
  expect(told).toMatchObject({
    'ex-1': {
      verdicts: { 'me-1': 'met', 'me-2': 'partly', 'me-3': 'met', 'me-4': 'partly', 'me-5': 'notMet' },
      n: { 'me-1': 34, 'me-2': 12, 'me-3': 11, 'me-4': 40, 'me-5': 1 },
      balance: {
        'sh-ouderen': 2,
        'sh-ouderen-taal': -2,
        'sh-thuiszorgteam': 1,
        'sh-huishoudhulp': 0,
        'sh-thuiszorg-mt': -4,
      },
      flags: { 'sh-ouderen-taal': ['riskWithoutSay'], 'sh-thuiszorg-mt': ['paysMore'] },
      riskiest: ['as-3', 'as-1', 'as-2', 'as-6', 'as-4'],
      stopRules: { 'sr-1': { hit: false, at: null }, 'sr-2': { hit: false, at: null } },
    },
  })
  const line = insights(planOf('ex-2'), contextOf('ex-2')).experiments
  expect(line).toMatchObject({
    'ex-2': { stopRules: { 'sr-12': { hit: true, at: '2026-10-01' } }, suggestedRung: 'explore' },
  })
})
