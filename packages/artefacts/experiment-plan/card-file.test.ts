import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCards, writeCards, type OpenCard } from './card-file.ts'
import { licences } from './card-origin.ts'

const card: OpenCard = {
  id: 'lc-1',
  date: '2026-06-11',
  believed: 'Een kwartier geeft contact.',
  observed: 'De score daalde.',
  learned: 'Een vast gezicht werkt sterker.',
  therefore: 'Door met vaste koppels.',
  reliability: 2,
  experiment: 'Kwartier zonder klok',
  origin: null,
}
const head = { workspace: 'Waterhof', language: 'nl', licence: 'CC-BY-4.0' } as const

test('a card travels with where it was made and its licence, and without who wrote it', () => {
  const text = writeCards(head, [card])
  expect(JSON.parse(text)).toMatchObject({
    format: 'polder-learning-cards',
    version: 1,
    licence: 'CC-BY-4.0',
    language: 'nl',
  })
  const read = readCards(text)
  expect(read).toMatchObject({
    ok: true,
    value: [
      {
        learned: card.learned,
        origin: { workspace: 'Waterhof', experiment: 'Kwartier zonder klok', licence: 'CC-BY-4.0', cardId: 'lc-1' },
      },
    ],
  })
})

test('passed on once more it still says where it was first made', () => {
  const first = readCards(writeCards(head, [card]))
  const [came] = first.ok ? first.value : []
  const again = readCards(
    writeCards({ workspace: 'Oosterwetering', language: 'nl', licence: 'CC0-1.0' }, [
      { ...card, ...came, id: 'lc-9', experiment: 'Elders' },
    ]),
  )
  expect(again).toMatchObject({
    ok: true,
    value: [{ origin: { workspace: 'Waterhof', licence: 'CC-BY-4.0', cardId: 'lc-1' } }],
  })
})

test.each([
  ['{', 'no-json'],
  ['null', 'no-cards'],
  ['{"format":"polder-learning-cards","version":2,"cards":[]}', 'no-cards'],
  [writeCards(head, [{ ...card, date: '2026-02-30' }]), 'no-cards'],
  [writeCards(head, [{ ...card, learned: 'x'.repeat(4001) }]), 'no-cards'],
  [
    writeCards(
      head,
      Array.from({ length: 501 }, () => card),
    ),
    'no-cards',
  ],
])('a file that is none is refused whole', (text, reason) => {
  expect(readCards(text)).toEqual({ ok: false, reason })
})

test('law: what is written is read back', () => {
  const line = fc.string({ maxLength: 60 })
  const cards = fc.record({
    id: line,
    believed: line,
    observed: line,
    learned: line,
    therefore: line,
    experiment: line,
    date: fc.constantFrom(null, '2026-03-01'),
    reliability: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    origin: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(cards, { maxLength: 5 }), fc.constantFrom(...licences), (all, licence) => {
      const read = readCards(writeCards({ ...head, licence }, all))
      expect(read.ok && read.value.map(({ learned, therefore, date }) => [learned, therefore, date])).toEqual(
        all.map(({ learned, therefore, date }) => [learned, therefore, date]),
      )
    }),
    { verbose: 1 },
  )
})
