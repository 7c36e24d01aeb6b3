import { expect, test } from 'vitest'
import { longestDescription } from '#domain/choosing/ballot.ts'
import { cardsAsOptions, groupsAsOptions, type CardSource } from './card-options.ts'
import { explained, optionsIn, withRows } from './option-draft.ts'

const card = (id: string, text: string, clusterId: string | null): CardSource['cards'][number] => ({
  id,
  order: id,
  by: 'resident',
  text,
  activityId: 'ac-1',
  clusterId,
  groupId: null,
  table: '',
  takenInto: '',
})
const group = (id: string, title: string): CardSource['clusters'][number] => ({
  id,
  order: id,
  by: '',
  title,
  activityId: 'ac-1',
})

const source: CardSource = {
  cards: [
    card('ca-2', 'De hulp heeft haast ', 'cl-1'),
    card('ca-1', 'Elke week iemand anders', 'cl-1'),
    card('ca-3', 'De bus rijdt niet', null),
    card('ca-4', 'Van een groep die weg is', 'cl-9'),
    card('ca-5', ' ', 'cl-1'),
  ],
  clusters: [group('cl-1', 'Vaste gezichten'), group('cl-2', 'Nog leeg')],
}

test('a group of cards is a choice, with its cards told under it', () => {
  expect(groupsAsOptions(source)).toEqual([
    {
      key: 'cl-1',
      id: 'cl-1',
      refId: null,
      text: 'Vaste gezichten',
      description: '• Elke week iemand anders\n• De hulp heeft haast',
    },
  ])
  expect(cardsAsOptions(source).map(({ id, text }) => [id, text])).toEqual([
    ['ca-3', 'De bus rijdt niet'],
    ['ca-4', 'Van een groep die weg is'],
  ])
})

test('only whole cards are told, as many as there is room for', () => {
  const long = Array.from({ length: 4 }, (_, at) => card(`ca-${at}`, String(at).repeat(400), 'cl-1'))
  const [option] = groupsAsOptions({ ...source, cards: long })
  expect(option?.description.length).toBeLessThanOrEqual(longestDescription)
  expect(option?.description.split('\n')).toEqual([`• ${'0'.repeat(400)}`, `• ${'1'.repeat(400)}`])
})

test('what is typed can be explained, what was taken is there once, and a row without words is no choice', () => {
  const typed = explained({ rows: [], lines: 'Vaste dag\n\n Samen eten ' })
  expect(typed.rows.map(({ text }) => text)).toEqual(['Vaste dag', 'Samen eten'])
  const twice = withRows(withRows(typed, groupsAsOptions(source)), groupsAsOptions(source))
  expect(twice.rows).toHaveLength(3)
  const rows = twice.rows.map((row, at) => (at === 0 ? { ...row, text: ' ' } : { ...row, description: ` ${at} ` }))
  expect(optionsIn({ rows, lines: 'Sleutelbuur' })).toEqual([
    { refId: null, text: 'Samen eten', description: '1' },
    { id: 'cl-1', refId: null, text: 'Vaste gezichten', description: '2' },
    { text: 'Sleutelbuur' },
  ])
  // A second time beside what is there already.
  expect(new Set(explained({ ...typed, lines: 'Sleutelbuur' }).rows.map(({ key }) => key)).size).toBe(3)
})
