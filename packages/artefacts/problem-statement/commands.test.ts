import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createUndo } from '#crdt/undo.ts'
import type { Result } from '#kernel/result.ts'
import { createReplicas, lawRuns, twoReplicas } from '../../../tests/support/replicas.ts'
import { addAssumption, judgeAssumption, rateAssumption } from './assumption-commands.ts'
import { addCarrier, seat } from './carrier-commands.ts'
import {
  addLink,
  addSubQuestion,
  describe as describeProblem,
  moveSubQuestion,
  nextStatuses,
  remove,
  removeSubQuestion,
  rename,
  setAffected,
  setStatus,
  takeUp,
  tieEvidence,
} from './commands.ts'
import { writeExample } from './example.ts'
import { addGap, addLine, moveLine, removeLine } from './line-commands.ts'
import { gapPairsOf, linesOf, mainOf, subQuestionsOf, whyTreeOf } from './queries.ts'
import { addRule, describeRule, tieGap } from './rule-commands.ts'
import { shape, statuses, type ProblemStatementDraft } from './shape.ts'
import { numbered } from './tree.ts'
import { addWhy, indent, moveWhy, outdent, removeWhy } from './why-commands.ts'

const author = { perspective: 'resident' }
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(author, writeExample)
  return document
}
const reasonOf = (result: Result<unknown, string>) => (result.ok ? 'ok' : result.reason)

test('what cannot be is refused with its reason and changes nothing', () => {
  const document = openExample()
  const before = document.content()
  const id = 'pr-main'
  const line = { world: 'lived', text: ' ' } as const
  const attempts: readonly (readonly [string, (statement: ProblemStatementDraft) => Result<unknown, string>])[] = [
    ['unknown-problem', (draft) => rename(draft, 'pr-0', 'x')],
    ['no-text', (draft) => rename(draft, id, ' ')],
    ['skips-a-step', (draft) => setStatus(draft, id, 'agreed')],
    ['unknown-problem', (draft) => setStatus(draft, 'pr-0', 'shared')],
    ['no-number', (draft) => describeProblem(draft, id, { place: 'x', scaleCount: Number.NaN })],
    ['unknown-problem', (draft) => setAffected(draft, 'pr-0', 'sh-1', true)],
    ['unknown-problem', (draft) => addSubQuestion(draft, 'pr-0', 'x')],
    ['no-text', (draft) => addSubQuestion(draft, id, ' ')],
    ['main-problem', (draft) => moveSubQuestion(draft, id, 'pr-writing')],
    ['same-problem', (draft) => moveSubQuestion(draft, 'pr-writing', 'pr-writing')],
    ['main-problem', (draft) => removeSubQuestion(draft, id)],
    ['unknown-problem', (draft) => removeSubQuestion(draft, 'pr-0')],
    ['nobody', (draft) => takeUp(draft, id, {}, null)],
    ['same-problem', (draft) => addLink(draft, id, id, 'causes')],
    ['unknown-item', (draft) => remove(draft, 'gaps', 'ga-0')],
    ['unknown-item', (draft) => tieEvidence(draft, { list: 'rules', id: 'ru-0' }, 'ev-1', true)],
    ['unknown-problem', (draft) => addLine(draft, 'pr-0', { world: 'lived', text: 'x' })],
    ['no-text', (draft) => addLine(draft, id, line)],
    ['unknown-item', (draft) => moveLine(draft, 'li-face', 'li-minutes')],
    ['unknown-item', (draft) => removeLine(draft, 'li-0')],
    ['one-world', (draft) => addGap(draft, id, 'li-minutes', 'li-face')],
    ['already-there', (draft) => addGap(draft, id, 'li-face', 'li-minutes')],
    ['unknown-item', (draft) => addGap(draft, 'pr-writing', 'li-face', 'li-minutes')],
    ['no-text', (draft) => addRule(draft, id, { name: '' })],
    ['no-text', (draft) => describeRule(draft, 'ru-minutes', { name: ' ', kind: 'law' })],
    ['unknown-item', (draft) => tieGap(draft, 'ru-minutes', 'ga-0', true)],
    ['no-text', (draft) => addWhy(draft, 'causes', id, { text: ' ' })],
    ['unknown-item', (draft) => addWhy(draft, 'causes', id, { text: 'x' }, { behind: 'ca-0' })],
    ['unknown-item', (draft) => addWhy(draft, 'causes', id, { text: 'x' }, { parentId: 'ef-late' })],
    ['no-place', (draft) => indent(draft, 'causes', 'ca-roster')],
    ['no-place', (draft) => outdent(draft, 'causes', 'ca-roster')],
    ['no-place', (draft) => moveWhy(draft, 'causes', 'ca-roster', -1)],
    ['no-place', (draft) => moveWhy(draft, 'causes', 'ca-money', 1)],
    ['unknown-item', (draft) => removeWhy(draft, 'effects', 'ca-roster')],
    ['no-text', (draft) => addAssumption(draft, id, { text: '' })],
    ['out-of-range', (draft) => rateAssumption(draft, 'pa-helps', 'certainty', 6)],
    ['unknown-item', (draft) => judgeAssumption(draft, 'pa-0', 'open')],
    ['already-there', (draft) => addCarrier(draft, id, 'sh-help')],
    ['already-there', (draft) => seat(draft, 'cr-help', 'sh-council')],
  ]
  const refusals = document.change(author, (draft) => attempts.map(([, attempt]) => reasonOf(attempt(draft))))
  expect(refusals).toEqual(attempts.map(([reason]) => reason))
  expect(document.content()).toBe(before)
})

describe('a problem', () => {
  test('goes through its states one step at a time, back, and aside', () => {
    const document = openExample()
    const to = (status: (typeof statuses)[number]) =>
      reasonOf(document.change(author, (draft) => setStatus(draft, 'pr-main', status)))
    expect(
      ['checked', 'shared', 'agreed', 'checked', 'agreed', 'parked', 'agreed', 'draft'].map((each) =>
        to(statuses.find((status) => status === each) ?? 'draft'),
      ),
    ).toEqual(['skips-a-step', 'ok', 'skips-a-step', 'ok', 'ok', 'ok', 'skips-a-step', 'ok'])
    for (const status of statuses) expect(nextStatuses[status]).not.toContain(status)
  })

  test('has parts that can be taken up, once by each group', () => {
    const document = openExample()
    const take = (perspective: string) =>
      reasonOf(document.change(author, (draft) => takeUp(draft, 'pr-writing', { perspective }, '2026-03-12')))
    expect([take('professional'), take('professional'), take('policy')]).toEqual(['ok', 'already-taken-up', 'ok'])
    expect(document.content().takenUpBy).toMatchObject([
      { problemId: 'pr-writing', perspective: 'professional', since: '2026-03-12' },
      { perspective: 'policy' },
    ])
  })

  test('loses a part with all that is under it, and one undo brings it back', () => {
    const document = openExample()
    document.change(author, (draft) => {
      addSubQuestion(draft, 'pr-writing', 'Dieper', { id: 'pr-deep' })
      addLine(draft, 'pr-deep', { world: 'lived', text: 'Daar' })
      addWhy(draft, 'causes', 'pr-writing', { text: 'Hierdoor' })
    })
    expect(reasonOf(document.change(author, (draft) => moveSubQuestion(draft, 'pr-writing', 'pr-deep')))).toBe(
      'same-problem',
    )
    const undo = createUndo(document, author)
    const before = document.content()
    document.change(author, (draft) => removeSubQuestion(draft, 'pr-writing'))
    expect(document.content().problems.map(({ id }) => id)).toEqual(['pr-main'])
    expect(document.content().lines).toHaveLength(2)
    expect(document.content().causes).toHaveLength(3)
    undo.undo()
    expect(document.content()).toEqual(before)
    undo.close()
  })

  test('moves under another part', () => {
    const document = openExample()
    document.change(author, (draft) => {
      addSubQuestion(draft, 'pr-main', 'Tweede', { id: 'pr-two' })
      moveSubQuestion(draft, 'pr-writing', 'pr-two')
    })
    expect(numbered(subQuestionsOf(document.content())).map(({ row, number }) => [number, row.id])).toEqual([
      ['1', 'pr-two'],
      ['1.1', 'pr-writing'],
    ])
  })
})

describe('points and gaps', () => {
  test('a point moves among those of its world, a gap stays when a point goes', () => {
    const document = openExample()
    document.change(author, (draft) => {
      addLine(draft, 'pr-main', { world: 'lived', text: 'Tweede' }, { id: 'li-two' })
      moveLine(draft, 'li-two', null)
    })
    expect(linesOf(document.content(), 'pr-main', 'lived').map(({ id }) => id)).toEqual(['li-two', 'li-face'])
    document.change(author, (draft) => [moveLine(draft, 'li-two', 'li-face'), removeLine(draft, 'li-face')])
    expect(gapPairsOf(document.content(), 'pr-main')).toMatchObject([
      { gap: { livedLineId: null }, lived: null, system: { id: 'li-minutes' } },
    ])
  })

  test('two people who add a point at once both keep it', () => {
    const { ada, bram, settle } = twoReplicas(shape)
    ada.change(author, writeExample)
    settle()
    ada.change(author, (draft) => addLine(draft, 'pr-main', { world: 'lived', text: 'Van Ada' }))
    bram.change({ perspective: 'policy' }, (draft) => addLine(draft, 'pr-main', { world: 'lived', text: 'Van Bram' }))
    settle()
    expect(ada.content()).toEqual(bram.content())
    expect(
      linesOf(ada.content(), 'pr-main', 'lived')
        .map(({ text, by }) => `${text} ${by}`)
        .toSorted(),
    ).toEqual(['Elke week een ander gezicht aan de deur. resident', 'Van Ada resident', 'Van Bram policy'])
  })

  test('one makes a gap while another takes a point away: the gap stays with an open side', () => {
    const { ada, bram, settle } = twoReplicas(shape)
    ada.change(author, writeExample)
    ada.change(author, (draft) => addLine(draft, 'pr-main', { world: 'lived', text: 'Nieuw' }, { id: 'li-new' }))
    settle()
    ada.change(author, (draft) => addGap(draft, 'pr-main', 'li-new', 'li-minutes', { id: 'ga-new' }))
    bram.change(author, (draft) => removeLine(draft, 'li-new'))
    settle()
    expect(gapPairsOf(ada.content(), 'pr-main').find(({ gap }) => gap.id === 'ga-new')).toMatchObject({
      lived: null,
      system: { id: 'li-minutes' },
    })
  })
})

const treeWords = (document: ReturnType<typeof openExample>) =>
  numbered(whyTreeOf(document.content().causes, 'pr-main')).map(({ row, number }) => `${number} ${row.text}`)

describe('why', () => {
  test('Enter writes the next row behind, Tab puts it under the row above, Shift Tab takes it back', () => {
    const document = openExample()
    document.change(author, (draft) =>
      addWhy(draft, 'causes', 'pr-main', { text: '' }, { behind: 'ca-roster', id: 'ca-new' }),
    )
    expect(treeWords(document)).toEqual([
      '1 Roosters volgen de route',
      '1.1 Geld gaat per minuut',
      '2 ',
      '3 Mensen vragen niet om hulp',
    ])
    document.change(author, (draft) => indent(draft, 'causes', 'ca-new'))
    expect(treeWords(document)).toEqual([
      '1 Roosters volgen de route',
      '1.1 Geld gaat per minuut',
      '1.2 ',
      '2 Mensen vragen niet om hulp',
    ])
    document.change(author, (draft) => outdent(draft, 'causes', 'ca-money'))
    expect(treeWords(document)).toEqual([
      '1 Roosters volgen de route',
      '1.1 ',
      '2 Geld gaat per minuut',
      '3 Mensen vragen niet om hulp',
    ])
  })

  test('a row moves and goes with all that is under it', () => {
    const document = openExample()
    document.change(author, (draft) => moveWhy(draft, 'causes', 'ca-roster', 1))
    expect(treeWords(document)).toEqual([
      '1 Mensen vragen niet om hulp',
      '2 Roosters volgen de route',
      '2.1 Geld gaat per minuut',
    ])
    document.change(author, (draft) => removeWhy(draft, 'causes', 'ca-roster'))
    expect(treeWords(document)).toEqual(['1 Mensen vragen niet om hulp'])
  })

  test('two people who move two rows under each other at once lose neither', () => {
    const { ada, bram, settle } = twoReplicas(shape)
    ada.change(author, writeExample)
    settle()
    ada.change(author, (draft) => indent(draft, 'causes', 'ca-ask'))
    bram.change(author, (draft) => [moveWhy(draft, 'causes', 'ca-ask', -1), indent(draft, 'causes', 'ca-roster')])
    settle()
    expect(ada.content()).toEqual(bram.content())
    expect(numbered(whyTreeOf(ada.content().causes, 'pr-main'))).toHaveLength(3)
  })

  test('one takes a row away while another writes under it: what was written moves up', () => {
    const { ada, bram, settle } = twoReplicas(shape)
    ada.change(author, writeExample)
    settle()
    ada.change(author, (draft) => removeWhy(draft, 'causes', 'ca-roster'))
    bram.change(author, (draft) => addWhy(draft, 'causes', 'pr-main', { text: 'Toch' }, { parentId: 'ca-roster' }))
    settle()
    expect(
      numbered(whyTreeOf(bram.content().causes, 'pr-main'))
        .map(({ row, depth }) => `${depth} ${row.text}`)
        .toSorted(),
    ).toEqual(['0 Mensen vragen niet om hulp', '0 Toch'])
  })
})

test('rules say what they are and where they play a part, chairs are filled, and evidence is tied and untied', () => {
  const document = openExample()
  document.change(author, (draft) => {
    describeRule(draft, 'ru-minutes', { hardness: 'habit', ownerId: null })
    tieGap(draft, 'ru-minutes', 'ga-time', true)
    addCarrier(draft, 'pr-main', null, { id: 'cr-empty' })
    addCarrier(draft, 'pr-main', null)
    seat(draft, 'cr-empty', 'sh-elderly')
    for (const list of ['problems', 'scale'] as const) tieEvidence(draft, { list, id: 'pr-main' }, 'ev-1', true)
    tieEvidence(draft, { list: 'lines', id: 'li-face' }, 'ev-2', true)
    tieEvidence(draft, { list: 'lines', id: 'li-face' }, 'ev-2', false)
    setAffected(draft, 'pr-main', 'sh-elderly', false)
    rateAssumption(draft, 'pa-helps', 'certainty', null)
    judgeAssumption(draft, 'pa-helps', 'partly')
    addLink(draft, 'pr-main', 'pr-elsewhere', 'worsens')
    describeProblem(draft, 'pr-main', { since: '2023', scaleCount: 412, scaleUnit: 'mensen' })
  })
  expect(document.content()).toMatchObject({
    problems: [
      { evidenceIds: ['ev-1'], scaleEvidenceIds: ['ev-1'], affectedIds: [], since: '2023', scaleCount: 412 },
      {},
    ],
    rules: [{ hardness: 'habit', ownerId: null, gapIds: ['ga-time'], name: 'Vastleggen per vijf minuten' }],
    lines: [{ evidenceIds: [] }, {}],
    assumptions: [{ certainty: null, importance: 5, status: 'partly' }],
    links: [{ toId: 'pr-elsewhere', type: 'worsens' }],
  })
  expect(document.content().carriers.map(({ stakeholderId }) => stakeholderId)).toEqual([
    'sh-help',
    'sh-council',
    'sh-elderly',
    null,
  ])
})

const rows = fc.constantFrom('ca-roster', 'ca-money', 'ca-ask')
const deed = fc.oneof(
  fc.record({
    what: fc.constantFrom('indent' as const, 'outdent' as const, 'up' as const, 'down' as const, 'gone' as const),
    id: rows,
  }),
  fc.record({ what: fc.constant('behind' as const), id: rows }),
  fc.record({ what: fc.constant('part' as const), id: fc.constantFrom('pr-main', 'pr-writing') }),
  fc.record({ what: fc.constant('part-gone' as const), id: fc.constant('pr-writing') }),
)

test('law: two people at once end with the same statement, and every row stands in a tree once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), deed, fc.boolean()), { maxLength: 25 }), (work) => {
      const { documents, settle } = createReplicas(shape, 2)
      documents[0]?.change(author, writeExample)
      settle()
      for (const [who, { what, id }, meet] of work) {
        documents[who]?.change(author, (draft) => {
          if (what === 'indent') indent(draft, 'causes', id)
          else if (what === 'outdent') outdent(draft, 'causes', id)
          else if (what === 'up' || what === 'down') moveWhy(draft, 'causes', id, what === 'up' ? -1 : 1)
          else if (what === 'gone') removeWhy(draft, 'causes', id)
          else if (what === 'behind') addWhy(draft, 'causes', 'pr-main', { text: 'x' }, { behind: id })
          else if (what === 'part') addSubQuestion(draft, id, 'Deel')
          else removeSubQuestion(draft, id)
        })
        if (meet) settle()
      }
      settle()
      const [one, two] = documents.map((document) => document.content())
      expect(one).toEqual(two)
      if (!one) return
      const inTree = numbered(whyTreeOf(one.causes, 'pr-main')).map(({ row }) => row.id)
      expect(inTree.toSorted()).toEqual(one.causes.map(({ id }) => id).toSorted())
      expect(numbered(subQuestionsOf(one)).length + 1).toBe(one.problems.length)
      expect(mainOf(one)?.id).toBe('pr-main')
    }),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})
