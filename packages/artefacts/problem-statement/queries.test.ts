import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject } from '#crdt/json.ts'
import { file } from './file.ts'
import {
  formulationsByState,
  gapPairsOf,
  mainFields,
  mainOf,
  progressOf,
  sentenceOf,
  subQuestionsOf,
  voicesIn,
  whyTreeOf,
  wordsOf,
} from './queries.ts'
import { shape, type ProblemStatementDraft } from './shape.ts'
import { runsOf, sharedWords } from './shared-words.ts'
import { numbered, treeOf } from './tree.ts'
import { whereaboutsOf } from './whereabouts.ts'

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const statements = file
  .read(isJsonObject(example) ? example : {}, {
    locale: 'nl',
    perspectiveOf: (id) => (id === 'p-02' ? 'resident' : 'policy'),
  })
  .documents.map(({ fill }) => contentOf(fill))

function contentOf(fill: (draft: ProblemStatementDraft) => void) {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, fill)
  return document.content()
}

const [loneliness] = statements
if (!loneliness) throw new Error('the example has a problem')
const main = mainOf(loneliness)
if (!main) throw new Error('and a main one')

describe('the example', () => {
  test('has one main problem with three parts in their order', () => {
    expect(main.id).toBe('pr-1')
    expect(numbered(subQuestionsOf(loneliness)).map(({ row, number }) => `${number} ${row.id}`)).toEqual([
      '1 pr-11',
      '2 pr-12',
      '3 pr-13',
    ])
  })

  test('its sentence is the chosen one; a part without a choice has none yet', () => {
    const words = (id: string) => {
      const found = sentenceOf(loneliness, id)
      return found && wordsOf(found)
    }
    expect(words('pr-1')).toContain('met mensen die zij toch al zien')
    expect(words('pr-13')).toBeUndefined()
    expect(formulationsByState(loneliness, 'pr-1')).toMatchObject({
      open: [],
      merged: [{ id: 'fo-101' }, { id: 'fo-102' }],
      chosen: [{ id: 'fo-105' }],
      dropped: [{ id: 'fo-103' }, { id: 'fo-104' }],
    })
  })

  test('asks why three times deep', () => {
    const tree = numbered(whyTreeOf(loneliness.causes, 'pr-1'))
    expect(tree.map(({ number, row, depth }) => [number, row.id, depth])).toEqual([
      ['1', 'ca-1', 0],
      ['1.1', 'ca-2', 1],
      ['1.1.1', 'ca-3', 2],
      ['2', 'ca-4', 0],
      ['2.1', 'ca-5', 1],
      ['3', 'ca-6', 0],
    ])
  })

  test('says which fields have something in them', () => {
    expect(progressOf(loneliness, main).empty).toEqual([])
    const [, , , part] = loneliness.problems.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(part && progressOf(loneliness, part).empty).toEqual(['sentence', 'assumptions', 'causes', 'scale'])
    expect(progressOf(loneliness, main).filled).toEqual(mainFields)
  })

  test('tells which groups brought something in', () => {
    expect(voicesIn(loneliness, main)).toEqual(['policy', 'resident'])
  })
})

test('a row whose problem is gone is shown nowhere, and a line that is gone is an open side', () => {
  const content = contentOf((draft) => {
    draft.problems.add({ kind: 'main', title: 'x' }, { id: 'pr-1' })
    draft.causes.add({ problemId: 'pr-gone', text: 'Los' })
    draft.formulations.add({ problemId: 'pr-gone', text: 'Los' })
    draft.gaps.add({ problemId: 'pr-1', livedLineId: 'li-gone', systemLineId: 'li-wrong-side' })
    draft.lines.add({ problemId: 'pr-1', world: 'lived', text: 'Links' }, { id: 'li-wrong-side' })
    draft.carriers.add({ problemId: 'pr-1' })
  })
  expect(whyTreeOf(content.causes, 'pr-1')).toEqual([])
  expect(Object.values(formulationsByState(content, 'pr-1')).flat()).toEqual([])
  expect(gapPairsOf(content, 'pr-1')).toMatchObject([{ lived: null, system: null }])
  const problem = mainOf(content)
  expect(problem && progressOf(content, problem).filled).toEqual(['livedWorld', 'gap'])
  expect(mainOf(contentOf(() => {}))).toBeUndefined()
})

test('a part under a part that is gone moves up to the main problem', () => {
  const content = contentOf((draft) => {
    draft.problems.add({ kind: 'main' }, { id: 'pr-1' })
    draft.problems.add({ kind: 'sub', parentId: 'pr-gone' }, { id: 'pr-2' })
    draft.problems.add({ kind: 'sub', parentId: 'pr-4' }, { id: 'pr-3' })
    draft.problems.add({ kind: 'sub', parentId: 'pr-3' }, { id: 'pr-4' })
  })
  expect(numbered(subQuestionsOf(content)).map(({ row, number }) => `${number} ${row.id}`)).toEqual([
    '1 pr-2',
    '2 pr-3',
    '2.1 pr-4',
  ])
})

test('the newest merge goes before the free sentence of all groups', () => {
  const add = (draft: ProblemStatementDraft, id: string, more: object) =>
    draft.formulations.add({ problemId: 'pr-1', form: 'free', perspective: 'mixed', text: id, ...more }, { id })
  const content = contentOf((draft) => {
    draft.problems.add({ kind: 'main' }, { id: 'pr-1' })
    add(draft, 'fo-free', {})
    add(draft, 'fo-a', { perspective: 'resident' })
    add(draft, 'fo-b', { perspective: 'policy' })
    add(draft, 'fo-first', { basedOnIds: ['fo-a', 'fo-b'] })
    add(draft, 'fo-second', { basedOnIds: ['fo-a', 'fo-first'] })
    add(draft, 'fo-dangling', { basedOnIds: ['fo-gone', 'fo-a'] })
  })
  expect(sentenceOf(content, 'pr-1')?.id).toBe('fo-second')
  const withoutMerges = {
    ...content,
    formulations: content.formulations.filter(({ basedOnIds }) => basedOnIds.length === 0),
  }
  expect(sentenceOf(withoutMerges, 'pr-1')?.id).toBe('fo-free')
})

test('law: every row of a tree stands in it once, whatever parents it names', () => {
  const name = fc.nat(6).map(String)
  const rows = fc.uniqueArray(fc.record({ id: name, parentId: fc.option(name) }), { selector: ({ id }) => id })
  fc.assert(
    fc.property(rows, (all) => {
      const walked = numbered(treeOf(all))
      expect(walked.map(({ row }) => row.id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      for (const { row, depth } of walked) if (row.parentId === null) expect(depth).toBe(0)
    }),
    { verbose: 1 },
  )
})

describe('shared words', () => {
  test('are those of two texts or more, without the commonest', () => {
    const texts = ['Wij missen tijd voor een gesprek.', 'Geen tijd voor een Gesprek', 'Rust']
    expect([...sharedWords(texts)]).toEqual(['tijd', 'gesprek'])
    expect(runsOf('Tijd voor thee', sharedWords(texts))).toEqual([
      { text: 'Tijd', shared: true },
      { text: ' voor thee', shared: false },
    ])
  })

  test('law: the runs of a text are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, others) => {
        expect(
          runsOf(text, sharedWords([text, ...others]))
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
      { verbose: 1 },
    )
  })
})

test('whatever stands in a parcel is found there, under the problem that it belongs to', () => {
  if (!loneliness) throw new Error('the example has no problem')
  const found = (id: string) => whereaboutsOf(loneliness, id)
  expect(found('fo-111')).toEqual({ problemId: 'pr-11', parcel: 'converge' })
  // Evidence on which both the whole and a part lean stands with the whole.
  expect(found('ev-04')).toEqual({ problemId: 'pr-1', parcel: 'quotes' })
  expect(found('ev-13')).toEqual({ problemId: 'pr-11', parcel: 'quotes' })
  expect([found('pr-11'), found('ev-20'), found('')]).toEqual([null, null, null])
  const { lines, gaps, rules, causes, effects, assumptions, carriers, formulations } = loneliness
  const rows = [lines, gaps, rules, causes, effects, assumptions, carriers, formulations].flat()
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter(({ id, problemId }) => found(id)?.problemId !== problemId)).toEqual([])
})
