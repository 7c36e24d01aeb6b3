import { expect, test } from 'vitest'
import { createTermFinder } from './glossary-match.ts'

const wmo = { word: 'Wmo', meaning: 'De wet voor hulp thuis.' }
const indication = { word: 'indicatie', meaning: 'Een besluit over hoeveel hulp je krijgt.' }
const table = { word: 'Wmo-tafel', meaning: 'Overleg.' }
const finder = createTermFinder([wmo, indication, table, { word: ' ', meaning: 'leeg' }])
const found = (text: string) => finder.all(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['De Wmo en de WMO.', ['Wmo', 'WMO']],
  ['Twee indicaties, geen contra-indicatie?', ['indicaties', 'indicatie']],
  ['Wmo-tafel is iets anders dan de Wmo', ['Wmo-tafel', 'Wmo']],
  ['Wmoloket en indicatiestelling', []],
  ['', []],
])('%s', (text, words) => {
  expect(found(text)).toEqual(words)
})

test('the term at a place, also at its edges', () => {
  const text = `${'a '.repeat(300)}de Wmo helpt`
  const at = text.indexOf('Wmo')
  expect(finder.at(text, at)?.term).toBe(wmo)
  expect(finder.at(text, at + 3)).toEqual({ term: wmo, start: at, end: at + 3 })
  expect(finder.at(text, at + 5)).toBeUndefined()
})

test('no terms find nothing, and letters that mean something in a pattern are letters', () => {
  expect(createTermFinder([]).all('Wmo')).toEqual([])
  expect(createTermFinder([{ word: 'c.v.(t)', meaning: '' }]).all('de c.v.(t) en cxvx(t)')).toHaveLength(1)
})
