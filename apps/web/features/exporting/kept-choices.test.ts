import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstChoices, movedPart, withFormat } from './choices.ts'
import { readChoices } from './kept-choices.ts'

const first = firstChoices('nl')

test('what was chosen comes back, without names, draft, session or language', () => {
  const chosen = {
    ...withFormat(movedPart(first, 'open', -1), 'csv', true),
    kind: 'letter',
    lens: 'rings',
    licence: 'by-sa',
  } as const
  const stored: unknown = JSON.parse(
    JSON.stringify({ ...chosen, names: true, draft: true, session: 'se-1', lang: 'en' }),
  )
  const read = readChoices(stored)
  expect(read).toMatchObject({ kind: 'letter', lens: 'rings', licence: 'by-sa', parts: chosen.parts })
  expect(read.formats).toEqual(['pdf', 'odt', 'csv'])
  expect(Object.keys(read).toSorted()).toEqual(['formats', 'kind', 'lens', 'level', 'licence', 'parts'])
})

test('whatever stands in the store, the choices are whole', () => {
  const usual = readChoices(null)
  expect(usual).toMatchObject({ kind: 'report', level: 'standard', lens: 'influence', parts: first.parts })
  const half = { parts: first.parts.slice(1), formats: ['exe', 'md'], lens: 'table', licence: 7 }
  expect(readChoices(half)).toEqual({ ...usual, formats: ['md'] })
  const twice = { parts: [...first.parts.slice(1), first.parts[1]] }
  expect(readChoices(twice).parts).toEqual(first.parts)
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (all, parts) => {
      for (const stored of [all, { ...usual, parts }]) {
        const read = readChoices(stored)
        expect(read.parts.map(({ part }) => part).toSorted()).toEqual(first.parts.map(({ part }) => part).toSorted())
      }
    }),
    { verbose: 1 },
  )
})
