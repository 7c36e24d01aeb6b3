import { expect, test } from 'vitest'
import { firstChoices, hasParts, movedPart, partsAsked, withFormat, withPart } from './choices.ts'

const first = firstChoices('nl')
const names = (choices = first) => choices.parts.map(({ part }) => part)

test('a part goes up and down by one, and not out of the list', () => {
  expect(names(movedPart(first, 'about', -1)).slice(0, 2)).toEqual(['about', 'summary'])
  expect(names(movedPart(first, 'summary', 1)).slice(0, 2)).toEqual(['about', 'summary'])
  expect(movedPart(first, 'summary', -1)).toBe(first)
  expect(movedPart(first, 'open', 1)).toBe(first)
})

test('the server is asked for parts only when they are not the usual ones', () => {
  expect(partsAsked(first)).toBeUndefined()
  expect(partsAsked(withPart(first, 'equal', true))).toContain('equal')
  expect(partsAsked(withPart(first, 'voting', false))).not.toContain('voting')
  expect(partsAsked(movedPart(first, 'about', -1))?.startsWith('about,summary')).toBe(true)
})

test('a page, a letter and a list of decisions have no parts to choose', () => {
  expect(hasParts(first)).toBe(true)
  for (const other of [{ level: 'page' }, { kind: 'letter' }, { kind: 'decisions' }] as const) {
    expect(hasParts({ ...first, ...other })).toBe(false)
    expect(partsAsked({ ...withPart(first, 'equal', true), ...other })).toBeUndefined()
  }
})

test('files are taken along and left', () => {
  expect(withFormat(first, 'xlsx', true).formats).toEqual(['pdf', 'odt', 'xlsx'])
  expect(withFormat(first, 'pdf', false).formats).toEqual(['odt'])
})
