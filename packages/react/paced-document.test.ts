import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openDocument, type ChangeKind } from '#crdt/document.ts'
import { text } from '#crdt/shape.ts'
import { createUndo } from '#crdt/undo.ts'
import { pacedDocument, type Later } from './paced-document.ts'

const shape = { note: text() }
const author = { perspective: 'resident' }

/** A document with a screen that draws when the test says so. */
const onScreen = () => {
  const [frame, pause] = [new Set<() => void>(), new Set<() => void>()]
  const until =
    (moment: Set<() => void>): Later =>
    (tell) => {
      moment.add(tell)
      return () => moment.delete(tell)
    }
  const pace = { elsewhere: until(frame), letters: until(pause) }
  const document = pacedDocument(openDocument(new Y.Doc(), shape), pace)
  const told = vi.fn<(kind: ChangeKind) => void>()
  document.subscribe(told)
  const elsewhere = new Y.Doc()
  elsewhere.on('update', (update: Uint8Array) => Y.applyUpdate(document.ydoc, update))
  return {
    document,
    told,
    otherTypes: (words: string) => elsewhere.getText('note').insert(0, words),
    types: (words: string) => document.text(['note'])?.insert(0, words),
    draw: () => [...frame].forEach((tell) => tell()),
    rest: () => [...pause].forEach((tell) => tell()),
  }
}

test('what others write is told once a frame, and read at once', () => {
  const { document, told, otherTypes, draw } = onScreen()
  for (const letter of 'abc') otherTypes(letter)
  expect(document.content().note).toBe('cba')
  expect(told).not.toHaveBeenCalled()
  draw()
  expect(told.mock.calls).toEqual([['elsewhere']])
})

test('what is done here is told at once, together with what waited', () => {
  const { document, told, otherTypes, draw } = onScreen()
  otherTypes('a')
  document.change(author, (draft) => draft.note.splice(0, 0, 'b'))
  expect(told.mock.calls).toEqual([['command']])
  draw()
  expect(told).toHaveBeenCalledTimes(1)
})

test('letters typed here are told in the next pause, and read at once', () => {
  const { document, told, types, draw, rest } = onScreen()
  for (const letter of 'abc') types(letter)
  draw()
  expect(document.content().note).toBe('cba')
  expect(told).not.toHaveBeenCalled()
  rest()
  expect(told.mock.calls).toEqual([['letters']])
})

test('an undo is told at once', () => {
  const { document, told, types, rest } = onScreen()
  const undo = createUndo(document, author)
  document.ydoc.transact(() => types('a'), author)
  rest()
  undo.undo()
  expect(document.content().note).toBe('')
  expect(told.mock.calls).toEqual([['letters'], ['command']])
})

test('after closing nobody is told', () => {
  const { document, told, otherTypes, draw } = onScreen()
  otherTypes('a')
  document.close()
  otherTypes('b')
  draw()
  expect(told).not.toHaveBeenCalled()
})
