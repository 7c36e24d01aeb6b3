import { expect, test } from 'vitest'
import { formatDate, formatList, formatRecentDay, formatNumber, parseNumber, plural } from './format.ts'

test.each([
  ['nl', '2,5', 2.5],
  ['nl', '1.234,5', 1234.5],
  ['nl', '1.234', 1234],
  ['nl', '2.5', 2.5],
  ['en', '1,234.5', 1234.5],
  ['en', '2,5', 2.5],
  ['nl', '-3', -3],
  ['nl', '−3', -3],
  ['nl', 'drie', null],
  ['nl', '1,2,3', null],
  ['nl', '', null],
] as const)('in %s "%s" is read as %s', (locale, typed, number) => {
  expect(parseNumber(locale, typed)).toBe(number)
})

test('writes numbers, dates, lists and plurals as people of the language do', () => {
  expect(formatNumber('nl', 1234.5)).toBe('1.234,5')
  expect(formatDate('nl', '2026-03-12')).toBe('12 maart 2026')
  expect(formatDate('nl', 'onbekend')).toBe('onbekend')
  expect(formatList('nl', ['Ada', 'Bram', 'Fatma'])).toBe('Ada, Bram en Fatma')
  expect(plural('nl', 1, '# stem', '# stemmen')).toBe('1 stem')
  expect(plural('en', 3, '# vote', '# votes')).toBe('3 votes')
})

test('short counts are written as the tables of the language write them', () => {
  for (const [locale, tag] of [
    ['nl', 'nl-NL'],
    ['en', 'en-GB'],
  ] as const) {
    const [rules, numbers] = [new Intl.PluralRules(tag), new Intl.NumberFormat(tag)]
    for (const count of [...Array.from({ length: 2100 }, (_, at) => at - 1050), 0.5, 1.5]) {
      if (count !== 0) expect(formatNumber(locale, count)).toBe(numbers.format(count))
      expect(plural(locale, count, 'one', 'other')).toBe(rules.select(count))
    }
  }
})

test('the last two days have a name, by the calendar and not by hours', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).getTime()
  const now = at(25, 0)
  expect(formatRecentDay('nl', at(25, 0), now)).toBe('vandaag')
  // Half an hour ago, and all the same yesterday.
  expect(formatRecentDay('nl', at(24, 23), now)).toBe('gisteren')
  expect(formatRecentDay('en', at(24, 1), now)).toBe('yesterday')
  expect(formatRecentDay('nl', at(23, 23), now)).toBe('ma 23 nov')
})
