import { expect, test } from 'vitest'
import { problemCodes } from '#protocol/problem.ts'
import { problemStrings } from './problem-words.ts'

const codes = [...Object.keys(problemCodes), 'unreachable']

test.each(['nl', 'en'] as const)('every refusal has words of its own in %s, and nothing else has', (locale) => {
  const words = problemStrings[locale].codes
  expect(Object.keys(words).toSorted()).toEqual(codes.toSorted())
  expect(new Set(Object.values(words)).size).toBe(codes.length)
  for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/)
})

test('the two languages differ, and Dutch uses no word of the code', () => {
  for (const [code, dutch] of Object.entries(problemStrings.nl.codes)) {
    expect(dutch).not.toBe(Reflect.get(problemStrings.en.codes, code))
    expect(dutch).not.toMatch(/stakeholder|artefact|dashboard|sync|submit|participant|facilitator/i)
  }
})
