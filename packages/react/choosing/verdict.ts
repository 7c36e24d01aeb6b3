import { methodRules } from '#domain/choosing/methods.ts'
import type { GroupResult, OptionResult } from '#domain/choosing/result.ts'
import { formatList, formatNumber } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'
import type { Ballot } from '../ballots.ts'
import { useLocale, useStrings } from '../use-strings.tsx'
import { useGroups } from './group-names.tsx'
import { choosingStrings } from './strings.ts'

/** Says in one sentence by whom an option is carried. */
export const useVerdict = (): ((option: OptionResult) => string) => {
  const strings = useStrings(choosingStrings)
  const locale = useLocale()
  const groups = useGroups()
  return ({ verdict, groups: results }) => {
    if (verdict === 'shared') return results.length > 1 ? strings.verdict.shared : strings.verdict.sharedOne
    if (verdict !== 'minority') return strings.verdict[verdict]
    const holder = results.find(({ agree, n }) => n > 0 && agree / n >= 1 / 2)
    const names = (holder?.perspectives ?? []).map((id) => groups.find((group) => group.id === id)?.title ?? id)
    return strings.verdict.minority(formatList(locale, names))
  }
}

/** What one group gave one option, in words: dots, points, a middle with its ends, or how many of each. */
export const groupWords = (locale: Locale, method: Ballot['method'], group: GroupResult): string => {
  const strings = choosingStrings[locale]
  if (method === 'dotVote') return strings.dots(group.score ?? 0)
  if (method === 'ranking') return strings.points(group.score ?? 0)
  if (group.n === 0) return '–'
  if (methodRules[method].kind === 'scale') {
    const given = Object.keys(group.counts)
      .map(Number)
      .toSorted((a, b) => a - b)
    const [low = 0, high = 0] = [given[0], given.at(-1)]
    return strings.median(formatNumber(locale, group.score ?? 0), formatNumber(locale, low), formatNumber(locale, high))
  }
  const names: { readonly [value: string]: string } = strings.values[method]
  return methodRules[method].values
    .flatMap((value) => {
      const count = group.counts[String(value)] ?? 0
      return count === 0 ? [] : [`${formatNumber(locale, count)} ${names[String(value)] ?? value}`]
    })
    .join(', ')
}
