import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import { line, prose, score, set, table, text } from '#crdt/shape.ts'
import { createUndo } from '#crdt/undo.ts'
import { createReplicas, lawRuns } from '../support/replicas.ts'

const shape = {
  title: line(),
  story: prose(),
  notes: text(),
  members: set('Thing'),
  things: table('Thing', 'th', {
    name: line(),
    words: text(),
    long: prose(),
    weight: score(1, 5),
    friends: set('Thing'),
  }),
}
type Doc = SharedDocument<typeof shape>
const author = { perspective: 'resident' }

type Act = { readonly who: number; readonly what: number; readonly which: number; readonly letters: string }
const acts = fc.array(
  fc.record({
    who: fc.nat(2),
    what: fc.nat(10),
    which: fc.nat(50),
    letters: fc.string({ minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 60 },
)

const perform = (document: Doc, { what, which, letters }: Act): void =>
  document.change(author, (draft) => {
    const all = draft.things.all()
    const thing = all.length > 0 ? all[which % all.length] : undefined
    const words = thing?.words
    switch (what) {
      case 0:
        return draft.title.set(letters)
      case 1:
        return draft.story.append(letters)
      case 2:
        return draft.notes.splice(which % (draft.notes.get().length + 1), 0, letters)
      case 3:
        return draft.members.add(`m-${which % 5}`)
      case 4:
        return draft.members.remove(`m-${which % 5}`)
      case 5:
        return void draft.things.add({ name: letters, words: letters, long: letters, friends: ['m-1'] })
      case 6:
        return thing && draft.things.remove(thing.id)
      case 7:
        return thing?.weight.set((which % 5) + 1)
      case 8:
        return words?.splice(0, Math.min(1, words.get().length), letters)
      case 9:
        return thing?.friends.add(`m-${which % 7}`)
      default:
        return thing?.order.set(all.at(-1)?.order.get() ?? 'a0')
    }
  })

test('law: random work in random order ends the same for everyone, and the same as a fresh reading', () => {
  fc.assert(
    fc.property(acts, fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 40 }), (work, deliveries) => {
      const { documents, deliver, settle } = createReplicas(shape, 3)
      const wire = [...deliveries]
      for (const act of work) {
        const document = documents[act.who]
        if (document) perform(document, act)
        const next = wire.pop()
        if (next) deliver(...next)
        // Reading in between is what screens do; it must not make a later reading wrong.
        document?.content()
      }
      settle()
      const contents = documents.map((document) => document.content())
      for (const document of documents) {
        const fresh = openDocument(document.ydoc, shape)
        expect(document.content()).toEqual(fresh.content())
        fresh.close()
      }
      expect(contents[1]).toEqual(contents[0])
      expect(contents[2]).toEqual(contents[0])
    }),
    { numRuns: lawRuns(60), verbose: 1 },
  )
})

test('law: what a change does not touch keeps its identity, and everything is frozen', () => {
  fc.assert(
    fc.property(acts, fc.nat(50), (work, which) => {
      const document = openDocument(new Y.Doc(), shape)
      for (const act of work) perform(document, act)
      document.change(author, (draft) => draft.things.add({ name: 'one' }))
      const before = document.content()
      const target = before.things[which % before.things.length]
      document.change(author, (draft) => draft.things.get(target?.id ?? '')?.words.splice(0, 0, 'x'))
      const after = document.content()
      for (const row of after.things) {
        if (row.id === target?.id) expect(row).not.toBe(before.things.find(({ id }) => id === row.id))
        else expect(row).toBe(before.things.find(({ id }) => id === row.id))
      }
      expect(after.story).toBe(before.story)
      expect(after.members).toBe(before.members)
      expect(Object.isFrozen(after) && Object.isFrozen(after.things) && after.things.every(Object.isFrozen)).toBe(true)
    }),
    { numRuns: lawRuns(40), verbose: 1 },
  )
})

test('law: undo takes back my own work and leaves that of others', () => {
  fc.assert(
    fc.property(acts, acts, (mine, theirs) => {
      const document = openDocument(new Y.Doc(), shape)
      const other = { perspective: 'policy' }
      document.change(other, (draft) => draft.things.add({ name: 'theirs' }, { id: 'th-theirs' }))
      const undo = createUndo(document, author)
      for (const act of mine) {
        perform(document, { ...act, what: act.what === 6 ? 0 : act.what })
        undo.manager.stopCapturing()
      }
      for (const [at] of theirs.entries())
        document.change(other, (draft) => draft.things.add({ name: 'later' }, { id: `th-later-${at}` }))
      while (undo.canUndo()) undo.undo()
      const left = document.content().things.map(({ id }) => id)
      expect(left.toSorted()).toEqual(['th-theirs', ...theirs.map((_, at) => `th-later-${at}`)].toSorted())
      expect(document.content().title).toBe('')
      undo.close()
    }),
    { numRuns: lawRuns(40), verbose: 1 },
  )
})
