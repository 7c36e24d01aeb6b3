import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { growRows, openDocument, rootNames } from './document.ts'
import { emptyProse } from './prose.ts'
import { line, oneOf, prose, score, set, table, text } from './shape.ts'

const shape = {
  title: line(10),
  story: prose(),
  parts: table('Part', 'pa', {
    name: line(),
    words: text(),
    long: prose(),
    kind: oneOf(['a', 'b'], 'a'),
    weight: score(1, 5),
    near: set('Part'),
  }),
}
const ada = { perspective: 'resident' }

describe('a shared document', () => {
  test('reads what a command wrote, with the perspective of its author', () => {
    const document = openDocument(new Y.Doc(), shape)
    const id = document.change(ada, (draft) =>
      draft.parts.add({ name: 'een', words: 'twee', long: 'drie', near: ['x', 'y'] }),
    )
    const [part] = document.content().parts
    expect(part).toMatchObject({
      id,
      by: 'resident',
      name: 'een',
      words: 'twee',
      kind: 'a',
      weight: null,
      near: ['x', 'y'],
    })
    expect(part?.long.content).toHaveLength(1)
  })

  test('a new row holds every text and set, and of the values only what was said', () => {
    const ydoc = new Y.Doc()
    const document = openDocument(ydoc, shape)
    const [said, unsaid] = document.change(ada, (draft) => [
      draft.parts.add({ name: 'een', kind: 'b', weight: null }),
      draft.parts.add({ name: '', kind: 'a' }),
    ])
    const keysOf = (id = '') => {
      const row = ydoc.getMap('parts').get(id)
      return row instanceof Y.Map ? [...row.keys()].toSorted() : []
    }
    expect(keysOf(said)).toEqual(['by', 'kind', 'long', 'name', 'near', 'order', 'words'])
    expect(keysOf(unsaid)).toEqual(['by', 'long', 'near', 'order', 'words'])
    expect(document.content().parts.map(({ id, kind, weight }) => [id, kind, weight])).toEqual([
      [said, 'b', null],
      [unsaid, 'a', null],
    ])
  })

  test('reads malformed content as empty instead of throwing', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('values').set('title', { no: 'line' })
    ydoc.getMap('parts').set(
      'pa-1',
      new Y.Map<unknown>([
        ['weight', 9],
        ['kind', 'z'],
        ['words', 5],
      ]),
    )
    ydoc.getMap('parts').set('pa-2', 'not a row')
    const content = openDocument(ydoc, shape).content()
    expect(content.title).toBe('')
    expect(content.parts).toEqual([
      { id: 'pa-1', order: '', by: '', name: '', words: '', long: emptyProse, kind: 'a', weight: null, near: [] },
    ])
  })

  test('tells its listeners once for each change, and not for a change of nothing', () => {
    const document = openDocument(new Y.Doc(), shape)
    let told = 0
    document.subscribe(() => (told += 1))
    document.change(ada, (draft) => {
      draft.title.set('a')
      draft.parts.add({})
    })
    document.change(ada, (draft) => draft.title.set('a'))
    expect(told).toBe(1)
  })

  test('grows rows of an older shape once, on the server', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('parts').set('pa-1', new Y.Map([['name', 'old']]))
    growRows(ydoc, shape)
    const document = openDocument(ydoc, shape)
    expect(document.text(['parts', 'pa-1', 'words'])?.toString()).toBe('')
    expect(document.prose(['parts', 'pa-1', 'long'])).toBeInstanceOf(Y.XmlFragment)
    expect(document.prose(['parts', 'pa-9', 'long'])).toBeUndefined()
  })

  test('names its roots', () => {
    expect(rootNames(shape)).toEqual(['values', 'story', 'parts'])
  })
})
