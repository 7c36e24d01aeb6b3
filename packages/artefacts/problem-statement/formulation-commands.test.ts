import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import type { Result } from '#kernel/result.ts'
import { createReplicas, lawRuns, twoReplicas } from '../../../tests/support/replicas.ts'
import { writeExample } from './example.ts'
import {
  beginSentence,
  chooseFormulation,
  copyFormulation,
  dropFormulation,
  mergeFormulations,
  removeFormulation,
  reopenFormulation,
  setForm,
  writeFormulation,
} from './formulation-commands.ts'
import { problemStatement } from './model.ts'
import { formulationsByState, sentenceOf, sourcesOf, stateOf, wordsOf } from './queries.ts'
import { shape, type ProblemStatementDraft } from './shape.ts'

const resident = { perspective: 'resident', canRecord: false }
const policy = { perspective: 'policy', canRecord: false }
const scribe = { perspective: 'other', canRecord: true }
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(resident, writeExample)
  return document
}
type Document = ReturnType<typeof openExample>
const act = (document: Document, command: (draft: ProblemStatementDraft) => Result<unknown, string>) => {
  const result = document.change(resident, command)
  return result.ok ? 'ok' : result.reason
}
const idsByState = (document: Document) =>
  Object.fromEntries(
    Object.entries(formulationsByState(document.content(), 'pr-main')).map(([state, rows]) => [
      state,
      rows.map(({ id }) => id),
    ]),
  )
const sentence = (document: Document) => {
  const found = sentenceOf(document.content(), 'pr-main')
  return found && wordsOf(found)
}
const free = { form: 'free', perspective: 'resident', text: 'Zin' } as const

test('nobody writes in the formulation of another group, except a scribe', () => {
  const document = openExample()
  const before = document.content()
  expect(act(document, (draft) => setForm(draft, 'fo-resident', 'hmw', policy))).toBe('other-group')
  expect(act(document, (draft) => removeFormulation(draft, 'fo-resident', policy))).toBe('other-group')
  expect(act(document, (draft) => writeFormulation(draft, 'pr-main', free, policy))).toBe('other-group')
  expect(document.content()).toBe(before)
  expect(act(document, (draft) => setForm(draft, 'fo-resident', 'hmw', resident))).toBe('ok')
  expect(act(document, (draft) => setForm(draft, 'fo-together', 'hmw', policy))).toBe('ok')
  expect(act(document, (draft) => writeFormulation(draft, 'pr-main', free, scribe))).toBe('ok')
})

test('what cannot be is refused with its reason and changes nothing', () => {
  const document = openExample()
  act(document, (draft) => beginSentence(draft, 'pr-main'))
  act(document, (draft) => writeFormulation(draft, 'pr-writing', free, resident, { id: 'fo-part' }))
  const empty = document.content().formulations.find(({ text }) => text.content.length === 0)?.id ?? ''
  const before = document.content()
  const refusals = [
    ['unknown-problem', (draft) => writeFormulation(draft, 'pr-0', free, resident)],
    ['no-text', (draft) => writeFormulation(draft, 'pr-main', { ...free, text: ' ' }, resident)],
    ['unknown-problem', (draft) => beginSentence(draft, 'pr-0')],
    ['unknown-item', (draft) => copyFormulation(draft, 'fo-0', 'x', resident)],
    ['no-text', (draft) => copyFormulation(draft, 'fo-policy', '', resident)],
    ['too-few', (draft) => mergeFormulations(draft, ['fo-policy', 'fo-policy'], 'x')],
    ['unknown-item', (draft) => mergeFormulations(draft, ['fo-policy', 'fo-0'], 'x')],
    ['two-problems', (draft) => mergeFormulations(draft, ['fo-policy', 'fo-part'], 'x')],
    ['no-text', (draft) => mergeFormulations(draft, ['fo-policy', 'fo-together'], ' ')],
    ['unknown-item', (draft) => chooseFormulation(draft, 'fo-0')],
    ['is-merged', (draft) => chooseFormulation(draft, 'fo-resident')],
    ['no-text', (draft) => chooseFormulation(draft, empty)],
    ['unknown-item', (draft) => dropFormulation(draft, 'fo-0')],
    ['unknown-item', (draft) => reopenFormulation(draft, 'fo-0')],
    ['is-built-on', (draft) => removeFormulation(draft, 'fo-resident', resident)],
  ] satisfies readonly (readonly [string, (draft: ProblemStatementDraft) => Result<unknown, string>])[]
  for (const [reason, attempt] of refusals) expect([reason, act(document, attempt)]).toEqual([reason, reason])
  expect(document.content()).toBe(before)
})

describe('from many sentences to one', () => {
  test('a merge makes a new one of all groups with its lineage, the old ones keep their words', () => {
    const document = openExample()
    expect(idsByState(document)).toEqual({
      open: ['fo-policy', 'fo-together'],
      merged: ['fo-resident', 'fo-professional'],
      chosen: [],
      dropped: [],
    })
    const together = document.content().formulations.find(({ id }) => id === 'fo-together')
    expect(together).toMatchObject({
      perspective: 'mixed',
      basedOnIds: ['fo-resident', 'fo-professional'],
      form: 'statement',
    })
    expect(together && sourcesOf(document.content(), together).map(wordsOf)).toEqual([
      'Wij missen mensen die tijd hebben voor een gesprek.',
      'Wij schrijven op wat we doen, en hebben geen tijd voor een gesprek.',
    ])
    expect(sentence(document)).toBe('Hoe maken we tijd voor een gesprek tijdens de hulp die er al is?')
  })

  test('a copy is of one’s own group and leaves the first as it was', () => {
    const document = openExample()
    const before = document.content().formulations.find(({ id }) => id === 'fo-policy')
    act(document, (draft) => copyFormulation(draft, 'fo-policy', 'Anders gezegd', resident, { id: 'fo-copy' }))
    expect(document.content().formulations.find(({ id }) => id === 'fo-policy')).toBe(before)
    expect(document.content().formulations.find(({ id }) => id === 'fo-copy')).toMatchObject({
      perspective: 'resident',
      basedOnIds: ['fo-policy'],
      status: 'open',
    })
    // A copy has one source and is no merge.
    expect(sentence(document)).toContain('Hoe maken we tijd')
  })

  test('choosing leaves one; the others keep their words and wait for a reason', () => {
    const document = openExample()
    act(document, (draft) => chooseFormulation(draft, 'fo-policy'))
    expect(idsByState(document)).toEqual({
      open: [],
      merged: ['fo-resident', 'fo-professional'],
      chosen: ['fo-policy'],
      dropped: ['fo-together'],
    })
    expect(sentence(document)).toBe('Eenzaamheid is hoger dan gemiddeld.')
    expect(act(document, (draft) => dropFormulation(draft, 'fo-policy'))).toBe('is-chosen')
    act(document, (draft) => reopenFormulation(draft, 'fo-together'))
    act(document, (draft) => chooseFormulation(draft, 'fo-together'))
    expect(idsByState(document)).toMatchObject({ chosen: ['fo-together'], dropped: ['fo-policy'] })
    act(document, (draft) => reopenFormulation(draft, 'fo-together'))
    expect(document.content().problems[0]?.chosenFormulationId).toBeNull()
    expect(idsByState(document)).toMatchObject({ open: ['fo-together'], chosen: [] })
    act(document, (draft) => dropFormulation(draft, 'fo-together'))
    expect(idsByState(document)).toMatchObject({ open: [], dropped: ['fo-policy', 'fo-together'] })
  })

  test('a chosen one that is merged further is no longer chosen', () => {
    const document = openExample()
    act(document, (draft) => chooseFormulation(draft, 'fo-policy'))
    act(document, (draft) => mergeFormulations(draft, ['fo-policy', 'fo-together'], 'Nog een keer', { id: 'fo-next' }))
    expect(idsByState(document)).toMatchObject({
      open: ['fo-next'],
      chosen: [],
      merged: ['fo-resident', 'fo-professional', 'fo-policy', 'fo-together'],
    })
    expect(sentence(document)).toBe('Nog een keer')
  })

  test('the server begins an empty sentence for everybody, and it is begun once', () => {
    const document = openDocument(new Y.Doc(), shape)
    document.change({ perspective: '' }, (draft) => problemStatement.begin(draft, 'Nieuw'))
    const { problems, formulations } = document.content()
    const id = problems[0]?.id ?? ''
    expect(formulations).toMatchObject([{ problemId: id, form: 'free', perspective: 'mixed', status: 'open' }])
    expect(sentenceOf(document.content(), id)).toBe(formulations[0])
    expect(document.change(resident, (draft) => beginSentence(draft, id))).toEqual({
      ok: true,
      value: formulations[0]?.id,
    })
    expect(problemStatement.title(document.content())).toBe('Nieuw')
  })
})

test('two people who choose at once leave one chosen, and the other is open again', () => {
  const { ada, bram, settle } = twoReplicas(shape)
  ada.change(resident, writeExample)
  settle()
  ada.change(resident, (draft) => chooseFormulation(draft, 'fo-policy'))
  bram.change(policy, (draft) => chooseFormulation(draft, 'fo-together'))
  settle()
  expect(ada.content()).toEqual(bram.content())
  const states = ada.content().formulations.map((row) => stateOf(ada.content(), row))
  expect(states.filter((state) => state === 'chosen')).toHaveLength(1)
  expect(states.filter((state) => state === 'merged')).toHaveLength(2)
})

const ids = fc.constantFrom('fo-resident', 'fo-professional', 'fo-policy', 'fo-together')
const deed = fc.oneof(
  fc.record({
    what: fc.constantFrom('choose' as const, 'drop' as const, 'reopen' as const, 'copy' as const, 'remove' as const),
    ids: fc.tuple(ids, ids),
  }),
  fc.record({ what: fc.constant('merge' as const), ids: fc.tuple(ids, ids) }),
)

test('law: two people at once end with the same sentences, at most one of them chosen, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), deed, fc.boolean()), { maxLength: 20 }), (work) => {
      const { documents, settle } = createReplicas(shape, 2)
      documents[0]?.change(resident, writeExample)
      settle()
      for (const [
        who,
        {
          what,
          ids: [first, second],
        },
        meet,
      ] of work) {
        documents[who]?.change(resident, (draft) => {
          if (what === 'choose') chooseFormulation(draft, first)
          else if (what === 'drop') dropFormulation(draft, first)
          else if (what === 'reopen') reopenFormulation(draft, first)
          else if (what === 'copy') copyFormulation(draft, first, 'Kopie', policy)
          else if (what === 'remove') removeFormulation(draft, first, scribe)
          else mergeFormulations(draft, [first, second], 'Samen')
        })
        if (meet) settle()
      }
      settle()
      const [one, two] = documents.map((document) => document.content())
      expect(one).toEqual(two)
      if (!one) return
      const states = formulationsByState(one, 'pr-main')
      expect(states.chosen.length).toBeLessThanOrEqual(1)
      expect(Object.values(states).flat()).toHaveLength(one.formulations.length)
      if (states.chosen[0]) expect(sentenceOf(one, 'pr-main')).toBe(states.chosen[0])
    }),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})
