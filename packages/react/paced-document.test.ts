import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { text } from '#crdt/shape.ts'
import { pacedDocument, type NextFrame } from './paced-document.ts'

const shape = { note: text() }
const author = { perspective: 'resident' }

/** A document with a screen that draws when the test says so. */
const onScreen = () => {
  const waiting = new Set<() => void>()
  const nextFrame: NextFrame = (tell) => {
    waiting.add(tell)
    return () => waiting.delete(tell)
  }
  const document = pacedDocument(openDocument(new Y.Doc(), shape), nextFrame)
  const told = vi.fn<(isOwn: boolean) => void>()
  document.subscribe(told)
  const elsewhere = new Y.Doc()
  elsewhere.on('update', (update: Uint8Array) => Y.applyUpdate(document.ydoc, update))
  return {
    document,
    told,
    otherTypes: (words: string) => elsewhere.getText('note').insert(0, words),
    draw: () => [...waiting].forEach((tell) => tell()),
  }
}

test('what others write is told once a frame, and read at once', () => {
  const { document, told, otherTypes, draw } = onScreen()
  for (const letter of 'abc') otherTypes(letter)
  expect(document.content().note).toBe('cba')
  expect(told).not.toHaveBeenCalled()
  draw()
  expect(told.mock.calls).toEqual([[false]])
})

test('what is done here is told at once, together with what waited', () => {
  const { document, told, otherTypes, draw } = onScreen()
  otherTypes('a')
  document.change(author, (draft) => draft.note.splice(0, 0, 'b'))
  expect(told.mock.calls).toEqual([[true]])
  draw()
  expect(told).toHaveBeenCalledTimes(1)
})

test('after closing nobody is told', () => {
  const { document, told, otherTypes, draw } = onScreen()
  otherTypes('a')
  document.close()
  otherTypes('b')
  draw()
  expect(told).not.toHaveBeenCalled()
})
