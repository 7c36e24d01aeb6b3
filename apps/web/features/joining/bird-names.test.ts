import { expect, test } from 'vitest'
import { birdNames, suggestName } from './bird-names.ts'

test.each(['nl', 'en'] as const)('suggests every bird in %s, and never the one that stands there', (locale) => {
  const names = birdNames[locale]
  const suggested = names.map((_, at) => suggestName(locale, names[0] ?? '', () => at / names.length))
  expect(new Set(suggested)).toEqual(new Set(names.slice(1)))
  expect(suggestName(locale, '', () => 0)).toBe(names[0])
})

test('has as many birds in each language, each once', () => {
  expect(birdNames.nl).toHaveLength(birdNames.en.length)
  for (const names of Object.values(birdNames)) expect(new Set(names).size).toBe(names.length)
})
