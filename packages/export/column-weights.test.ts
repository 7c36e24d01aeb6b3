import { expect, test } from 'vitest'
import { columnWeights } from './column-weights.ts'

const sentence = 'Gemiddeld 21 procent van de werktijd in de wijkverpleging ging naar vastleggen en verantwoorden.'
const partOf = (weights: readonly number[], at: number) =>
  (weights[at] ?? 0) / weights.reduce((sum, each) => sum + each, 0)

test('long texts get room in a table of many columns, where short lines may break', () => {
  const head = ['Nr.', 'Bewijs', 'Bron', 'Waarover?', 'Hoe sterk?', 'Datum']
  const row = [
    '12',
    sentence,
    'Tijdmeting Meerzijde, januari 2026',
    'Regels en systemen',
    'Vaker gehoord of gezien',
    '18 februari 2026',
  ]
  const weights = columnWeights(head, [row, row])
  expect(partOf(weights, 1)).toBeGreaterThan(0.26)
  expect(partOf(weights, 0)).toBeLessThan(0.07)
  // The longest word of a column still fits.
  expect(weights[4]).toBeGreaterThanOrEqual('gehoord'.length)
})

test('where there is room a date stays on one line', () => {
  const weights = columnWeights(['Wat', 'Wanneer'], [[sentence, '18 februari 2026']])
  expect(weights[1]).toBeGreaterThanOrEqual('18 februari 2026'.length)
  expect(partOf(weights, 0)).toBeGreaterThan(0.6)
})
