import { describe, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { createDirectory } from '#domain/directory.ts'
import type { Artefact } from '../../api/use-facts.ts'
import { destinationsOf, ownDestination } from './destinations.ts'
import { targets, whereTaken } from './place-words.ts'

const artefact = (id: string, kind: Artefact['kind'], title: string): Artefact => ({
  id,
  kind,
  title,
  order: 0,
  locked: false,
  changedAt: null,
})
const artefacts = [
  artefact('a-1', 'problem-statement', 'De zondag'),
  artefact('a-2', 'problem-statement', 'De bus'),
  artefact('a-3', 'stakeholder-map', 'De kaart'),
]
const problem = (id: string, document: string, kind: string) => ({
  id,
  document,
  kind: 'problem',
  label: id,
  attributes: { kind },
})
const directory = createDirectory([
  problem('pr-1', 'a-1', 'main'),
  problem('pr-2', 'a-2', 'main'),
  problem('pr-3', 'a-2', 'sub'),
])

describe('where the words of a card can go', () => {
  test('is every document of the kind and every part of a problem', () => {
    const all = destinationsOf('problem-statement', artefacts, directory)
    expect(all.map(({ document, under }) => [document, under])).toEqual([
      ['a-1', null],
      ['a-2', null],
      ['a-2', 'pr-3'],
    ])
    expect(destinationsOf('stakeholder-map', artefacts, directory)).toHaveLength(1)
  })

  test('is what the step is about when nobody says, else the first', () => {
    const all = destinationsOf('problem-statement', artefacts, directory)
    const own = (...ids: string[]) =>
      ownDestination({ artefacts: [{ type: 'problem', ids, fields: [] }] }, all, directory)?.key
    expect(own()).toBe('a-1')
    expect(own('pr-2')).toBe('a-2')
    expect(own('pr-3')).toBe('a-2/pr-3')
    expect(own('a-2')).toBe('a-2')
    expect(own('gone')).toBe('a-1')
  })
})

test('a card says where it went: the place, and the document where there are several', () => {
  expect(whereTaken('a-2/ca-1--lived/lived/ a-3/ca-1--stakeholders/stakeholders/', artefacts, 'nl')).toEqual([
    'Wat mensen merken, De bus',
    'Wie is betrokken?',
  ])
  expect(whereTaken('a-9/gone/lived/', artefacts, 'nl')).toEqual([])
})

test('every place of every model has a name here, and the same ones make something new', () => {
  const known = Object.values(models).flatMap(({ kind, places = {} }) =>
    Object.entries(places).map(([place, { makesNew }]) => `${kind}/${place} ${makesNew ?? false}`),
  )
  expect(new Set(targets.map(({ key, isNew }) => `${key} ${isNew}`))).toEqual(new Set(known))
})
