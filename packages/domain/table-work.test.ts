import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#kernel/id.ts'
import { openDocument } from '#crdt/document.ts'
import { sessionShape } from './session.ts'
import { areUntouched, mergePoints, openSheets, pointsOf, pointsToMerge, sheetId } from './table-work.ts'

const author = { perspective: '' }
const step = 'ac-1'
const named = (many: number) => Array.from({ length: many }, (_, at) => ({ id: `ta-${at}`, title: `Tafel ${at + 1}` }))
const session = () => openDocument(new Y.Doc(), sessionShape)
type Session = ReturnType<typeof session>

const write = (document: Session, table: string, text: string) =>
  document.change(author, (draft) => draft.groupResults.get(sheetId(step, table))?.text.splice(0, 0, text))
const merge = (document: Session, tables = named(3)) => {
  const points = pointsToMerge(document.content(), step, tables).map((point) => ({ ...point, id: newId<'Card'>('ca') }))
  document.change(author, (draft) => mergePoints(draft, step, points))
  return points.map(({ id }) => id)
}

test('each line that says something is a point', () => {
  expect(pointsOf('- Het is stil\n\n  * Niemand belt \r\n2) 7 dagen wachten\n3 bussen per dag\n-')).toEqual([
    'Het is stil',
    'Niemand belt',
    '7 dagen wachten',
    '3 bussen per dag',
    '-',
  ])
})

const line = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => pointsOf(text).length === 1)
const sheets = fc.array(fc.array(line, { maxLength: 6 }), { minLength: 1, maxLength: 5 })

test('merging brings every line of every table once, with its table, however often it is done and whatever comes later', () => {
  fc.assert(
    fc.property(sheets, sheets, (first, second) => {
      const tables = named(Math.max(first.length, second.length))
      const document = session()
      document.change(author, (draft) => openSheets(draft, step, tables))
      const expected = () =>
        tables.map(({ id }) =>
          pointsOf(document.content().groupResults.find(({ groupId }) => groupId === id)?.text ?? '').toSorted(),
        )
      for (const lists of [first, second]) {
        for (const [at, lines] of lists.entries())
          write(document, `ta-${at}`, lines.map((text) => `${text}\n`).join(''))
        merge(document, tables)
        merge(document, tables)
        const { cards } = document.content()
        expect(
          tables.map(({ id }) => cards.flatMap(({ groupId, text }) => (groupId === id ? text : [])).toSorted()),
        ).toEqual(expected())
        for (const { groupId, table } of cards) expect(tables).toContainEqual({ id: groupId, title: table })
      }
    }),
    { numRuns: 60 },
  )
})

test('two who open the sheets at once write in one, and what was written is never opened anew', () => {
  const [one, other] = [session(), session()]
  one.change(author, (draft) => openSheets(draft, step, named(2)))
  write(one, 'ta-0', 'Eerst')
  Y.applyUpdate(other.ydoc, Y.encodeStateAsUpdate(one.ydoc))
  other.change(author, (draft) => openSheets(draft, step, named(3)))
  expect(other.content().groupResults.map(({ groupId, text }) => [groupId, text])).toEqual([
    ['ta-0', 'Eerst'],
    ['ta-1', ''],
    ['ta-2', ''],
  ])
})

test('the sheet of a table that was taken away comes along, last', () => {
  const document = session()
  document.change(author, (draft) => openSheets(draft, step, named(2)))
  write(document, 'ta-0', 'Van wie weg is')
  write(document, 'ta-1', 'Van wie er is')
  merge(document, named(2).slice(1))
  expect(document.content().cards.map(({ text, table }) => [text, table])).toEqual([
    ['Van wie er is', 'Tafel 2'],
    ['Van wie weg is', ''],
  ])
})

test('a card that was sorted or taken is no longer as it came; one that is gone is no matter', () => {
  const document = session()
  document.change(author, (draft) => openSheets(draft, step, named(2)))
  write(document, 'ta-0', 'Een\nTwee')
  const ids = merge(document)
  expect(areUntouched(document.content(), [...ids, 'ca-gone'])).toBe(true)
  document.change(author, (draft) => draft.cards.get(ids[0] ?? '')?.takenInto.set('a-1/it-1'))
  expect(areUntouched(document.content(), ids)).toBe(false)
})
