import { expect, test } from 'vitest'
import { mentionsIn, threadsAt, type Remark } from './remark-threads.ts'

const remark = (id: string, more: Partial<Remark['value']> = {}): Remark => ({
  id,
  version: 1,
  value: {
    documentId: 'a-1',
    itemId: null,
    field: null,
    quote: '',
    text: id,
    threadId: null,
    kind: 'comment',
    mentions: [],
    resolved: false,
    byId: null,
    by: '',
    at: null,
    ...more,
  },
})

test('a thread is a remark with its answers, found by what it is about', () => {
  const all = [
    remark('co-1', { itemId: 'pr-1', field: 'gap' }),
    remark('co-2', { itemId: 'pr-1', threadId: 'co-1' }),
    remark('co-3', { itemId: 'pr-2' }),
    remark('co-4', { documentId: 'a-2' }),
  ]
  const at = (itemId: string | null, field: string | null = null) =>
    threadsAt(all, { documentId: 'a-1', itemId, field }).map(({ first, answers }) => [
      first.id,
      answers.map(({ id }) => id),
    ])
  expect(at(null)).toEqual([
    ['co-1', ['co-2']],
    ['co-3', []],
  ])
  expect(at('pr-1', 'gap')).toEqual([['co-1', ['co-2']]])
  expect(at('pr-1', 'whyNow')).toEqual([])
})

test('a name behind an @ is a mention, and a longer name is not taken for a shorter one', () => {
  const people = [
    { id: 'p-1', name: 'Ada' },
    { id: 'p-2', name: 'Ada Maria' },
    { id: 'p-3', name: null },
  ]
  expect(mentionsIn('Weet @ada maria dit?', people)).toEqual(['p-2'])
  expect(mentionsIn('@Ada en @Ada Maria', people).toSorted()).toEqual(['p-1', 'p-2'])
  expect(mentionsIn('mail ada', people)).toEqual([])
})
