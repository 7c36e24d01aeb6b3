import * as encoding from 'lib0/encoding'
import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '#protocol/limits.ts'
import { judge, type GateView } from '../../apps/server/room/gate.ts'
import { assertWhole } from '../../apps/server/room/loaded.ts'
import { testShape } from '../support/room-world.ts'

const shape = testShape ?? { roots: {} }
const lawRuns = Number(process.env['LAWS_RUNS'] ?? 60)

const viewOf = (ydoc: Y.Doc, owners: Iterable<readonly [number, string | null]> = []): GateView => {
  for (const name of ['parts', 'values']) ydoc.getMap(name)
  ydoc.getXmlFragment('page')
  ydoc.getText('note')
  return { ydoc, shape, owners: new Map(owners), limits: defaultLimits }
}

/** What somebody's own document would send for a change. */
const updateOf = (change: (ydoc: Y.Doc) => void, ydoc = new Y.Doc()): Uint8Array => {
  const before = Y.encodeStateVector(ydoc)
  ydoc.transact(() => change(ydoc))
  return Y.encodeStateAsUpdate(ydoc, before)
}
const verdictOn = (bytes: Uint8Array, view = viewOf(new Y.Doc())): string => {
  const verdict = judge(bytes, 'ada', view)
  return verdict.ok ? 'passed' : verdict.reason
}

/** A frame of structs written by hand: what no honest client writes. */
const crafted = (
  client: number,
  clock: number,
  write: (encoder: encoding.Encoder) => void,
  structs = 1,
): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, structs)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  write(encoder)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

describe('the gate lets honest work through', () => {
  test('a row with a text, prose and a set; typing with marks; deleting', () => {
    const ydoc = new Y.Doc()
    const server = new Y.Doc()
    const view = viewOf(server)
    const works: ((author: Y.Doc) => void)[] = [
      (author) =>
        author.getMap('parts').set(
          'pa-1',
          new Y.Map([
            ['name', 'een'],
            ['words', new Y.Text('tekst')],
            ['near', new Y.Map()],
          ]),
        ),
      (author) => author.getMap('values').set('title', 'A'),
      (author) => author.getXmlFragment('page').insert(0, [new Y.XmlElement('paragraph')]),
      (author) => (author.getXmlFragment('page').get(0) as Y.XmlElement).insert(0, [new Y.XmlText('hallo')]),
      (author) =>
        ((author.getXmlFragment('page').get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { bold: true }),
      (author) => author.getText('note').insert(0, 'notitie'),
      (author) => author.getText('note').delete(1, 3),
      (author) => author.getMap('parts').delete('pa-1'),
    ]
    for (const work of works) {
      const bytes = updateOf(work, ydoc)
      const verdict = judge(bytes, 'ada', view)
      expect(verdict.ok && verdict.value.changes).toBe(true)
      Y.applyUpdate(server, bytes)
      assertWhole(server)
    }
    expect(judge(Y.encodeStateAsUpdate(ydoc), 'ada', view)).toMatchObject({ ok: true, value: { changes: false } })
  })

  test('it names the new items of tables and the new client ids', () => {
    const ydoc = new Y.Doc()
    const bytes = updateOf((author) => {
      author.getMap('parts').set('pa-1', new Y.Map([['inner', new Y.Map()]]))
      author.getMap('values').set('title', 'A')
    }, ydoc)
    expect(judge(bytes, 'ada', viewOf(new Y.Doc()))).toEqual({
      ok: true,
      value: { changes: true, grows: true, newClients: [ydoc.clientID], items: ['pa-1'] },
    })
  })
})

describe('the gate refuses', () => {
  const nested = (levels: number): Uint8Array =>
    updateOf((author) => {
      let parent: Y.Map<unknown> = author.getMap('values')
      for (let level = 0; level < levels; level += 1) {
        const child = new Y.Map<unknown>()
        parent.set('a', child)
        parent = child
      }
    })
  const deepValue = (levels: number): unknown => {
    let value: unknown = 1
    for (let level = 0; level < levels; level += 1) value = [value]
    return value
  }

  test.each([
    ['millions of structs declared in five bytes', Uint8Array.of(1, 0x9c, 0xff, 0xff, 0x0f), 'malformed'],
    ['types nested too deep', nested(40), 'not-allowed'],
    ['types nested so deep that Yjs never ends its work', nested(3000), 'not-allowed'],
    ['values nested too deep', updateOf((author) => author.getMap('values').set('v', deepValue(30))), 'malformed'],
    [
      'a value that is too large',
      updateOf((author) => author.getMap('values').set('v', 'x'.repeat(70_000))),
      'malformed',
    ],
    ['binary values', updateOf((author) => author.getMap('values').set('v', new Uint8Array(3))), 'malformed'],
    ['a document in a document', updateOf((author) => author.getMap('values').set('v', new Y.Doc())), 'malformed'],
    [
      'a root that nobody declared',
      updateOf((author) => author.getMap('roles').set('ada', 'facilitator')),
      'not-allowed',
    ],
    ['a list where a map was declared', updateOf((author) => author.getArray('values').insert(0, [1])), 'not-allowed'],
    ['text where prose was declared', updateOf((author) => author.getText('page').insert(0, 'x')), 'not-allowed'],
    [
      'an element that the editor does not know',
      updateOf((author) => author.getXmlFragment('page').insert(0, [new Y.XmlElement('iframe')])),
      'not-allowed',
    ],
    [
      'an item of a table without an id of ours',
      updateOf((author) => author.getMap('parts').set('No Id', new Y.Map())),
      'not-allowed',
    ],
  ])('%s', (_, bytes, reason) => {
    const start = process.cpuUsage()
    expect(verdictOn(bytes)).toBe(reason)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', (key) => {
    expect(verdictOn(updateOf((author) => author.getMap('values').set(key, 1)))).toBe('malformed')
    const attribute = updateOf((author) => {
      const element = new Y.XmlElement('paragraph')
      author.getXmlFragment('page').insert(0, [element])
      element.setAttribute(key, 'x')
    })
    expect(verdictOn(attribute)).toBe('malformed')
    expect(verdictOn(updateOf((author) => author.getText('note').insert(0, 'x', { [key]: true })))).toBe('malformed')
    const inside: unknown = JSON.parse(`{"a":{"${key}":{"polluted":1}}}`)
    expect(verdictOn(updateOf((author) => author.getMap('values').set('v', inside)))).toBe('malformed')
  })

  test('somebody else’s client id, also as a clock jump of nothing', () => {
    const bram = new Y.Doc()
    const server = new Y.Doc()
    const first = updateOf((author) => author.getText('note').insert(0, 'van Bram'), bram)
    Y.applyUpdate(server, first)
    const view = viewOf(server, [[bram.clientID, 'bram']])
    const forged = new Y.Doc()
    Y.applyUpdate(forged, first)
    forged.clientID = bram.clientID
    expect(
      verdictOn(
        updateOf((author) => author.getText('note').insert(0, 'van Ada'), forged),
        view,
      ),
    ).toBe('foreign-client')
    const jump = crafted(bram.clientID, 8, (encoder) => {
      encoding.writeUint8(encoder, 0)
      encoding.writeVarUint(encoder, 900_000)
    })
    expect(verdictOn(jump, view)).toBe('foreign-client')
    expect(verdictOn(jump, viewOf(server, [[bram.clientID, null]]))).toBe('foreign-client')
  })

  test('a struct whose neighbour is inside itself', () => {
    const leaning = crafted(7, 0, (encoder) => {
      encoding.writeUint8(encoder, 0x44)
      encoding.writeVarUint(encoder, 7)
      encoding.writeVarUint(encoder, 3)
      encoding.writeVarString(encoder, 'abcdef')
    })
    expect(['malformed', 'gap']).toContain(verdictOn(leaning))
  })

  test('what misses something before it, in a time that does not grow with the flood', () => {
    const view = viewOf(new Y.Doc())
    const start = process.cpuUsage()
    for (let at = 0; at < 2000; at += 1) {
      const gapped = crafted(7, 10 + at, (encoder) => {
        encoding.writeUint8(encoder, 0)
        encoding.writeVarUint(encoder, 1)
      })
      expect(verdictOn(gapped, view)).toBe('gap')
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
    const unknownDelete = encoding.encode((encoder) => {
      for (const number of [0, 1, 7, 1, 5, 2]) encoding.writeVarUint(encoder, number)
    })
    expect(verdictOn(unknownDelete, view)).toBe('gap')
  })
})

describe('laws of the gate', () => {
  const words = fc.string({ minLength: 1, maxLength: 12 })
  const act = fc.oneof(
    fc.record({ act: fc.constant('type' as const), at: fc.nat(50), words }),
    fc.record({ act: fc.constant('cut' as const), at: fc.nat(50), length: fc.nat(5) }),
    fc.record({ act: fc.constant('row' as const), row: fc.nat(5) }),
    fc.record({ act: fc.constant('name' as const), row: fc.nat(5), words }),
    fc.record({ act: fc.constant('drop' as const), row: fc.nat(5) }),
    fc.record({ act: fc.constant('paragraph' as const), words }),
  )
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

  const perform = (ydoc: Y.Doc, one: Act): void => {
    const note = ydoc.getText('note')
    const parts = ydoc.getMap<unknown>('parts')
    if (one.act === 'type') note.insert(Math.min(one.at, note.length), one.words)
    else if (one.act === 'cut')
      note.delete(Math.min(one.at, note.length), Math.min(one.length, note.length - Math.min(one.at, note.length)))
    else if (one.act === 'row') parts.set(`pa-${one.row}`, new Y.Map([['text', new Y.Text('x')]]))
    else if (one.act === 'drop') parts.delete(`pa-${one.row}`)
    else if (one.act === 'paragraph') {
      const element = new Y.XmlElement('paragraph')
      element.insert(0, [new Y.XmlText(one.words)])
      ydoc.getXmlFragment('page').insert(0, [element])
    } else {
      const row = parts.get(`pa-${one.row}`)
      if (row instanceof Y.Map) row.set('name', one.words)
    }
  }

  test('whatever honest people do, whole or in pieces, passes and leaves nothing pending', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), act), { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        (acts, meetings) => {
          const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
          const server = new Y.Doc()
          const owners = new Map<number, string | null>(people.map((person, at) => [person.clientID, `p${at}`]))
          const meet = () => {
            people.forEach((person, at) => {
              const bytes = Y.encodeStateAsUpdate(person, Y.encodeStateVector(server))
              const verdict = judge(bytes, `p${at}`, { ...viewOf(server), owners })
              if (!verdict.ok) throw new Error(`refused: ${verdict.reason}`)
              Y.applyUpdate(server, bytes)
              assertWhole(server)
              Y.applyUpdate(person, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person)))
            })
          }
          acts.forEach(([who, one], at) => {
            const person = people[who]
            if (person) perform(person, one)
            if (meetings.includes(at)) meet()
          })
          meet()
          meet()
          for (const person of people) expect(person.getText('note').toString()).toBe(server.getText('note').toString())
        },
      ),
      { numRuns: lawRuns, verbose: 1 },
    )
  })

  test('whatever bytes come, it answers, and what it lets through can be stored and loaded again', () => {
    const seed = updateOf((author) => {
      author.getText('note').insert(0, 'een tekst om te bederven')
      author.getMap('parts').set('pa-1', new Y.Map([['text', new Y.Text('x')]]))
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(seed.length),
        (changes, end) => {
          const bytes = seed.slice(0, Math.max(1, end))
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const server = new Y.Doc()
          const verdict = judge(bytes, 'ada', viewOf(server))
          if (!verdict.ok) return
          Y.applyUpdate(server, bytes)
          assertWhole(server)
          const again = new Y.Doc()
          Y.applyUpdate(again, Y.encodeStateAsUpdate(server))
          assertWhole(again)
        },
      ),
      { numRuns: lawRuns * 20, verbose: 1 },
    )
  })
})
