import type { ChoosingMethod } from '#domain/choosing/methods.ts'
import type { Locale } from '#i18n/strings.ts'
import type { BallotOption } from '../ballots.ts'
import { useLocale } from '../use-strings.tsx'
import { useWorkplace } from '../workplace.tsx'
import { choosingStrings } from './strings.ts'

/** An option with the letter and the words by which people speak of it. */
export type NamedOption = {
  readonly id: string
  readonly letter: string
  readonly words: string
  /** What stands under the words; empty when there is nothing to tell. */
  readonly description: string
}

/** The options of a ballot by name; words of a thing that is referred to are the ones that it has now. */
export const useNamedOptions = (options: readonly BallotOption[]): readonly NamedOption[] => {
  const { directory } = useWorkplace()
  const locale = useLocale()
  return options.map(({ id, refId, text, description = '' }, at) => ({
    id,
    letter: letterOf(at),
    words: text || directory.get(refId ?? id)?.label || choosingStrings[locale].removed,
    description,
  }))
}

// A to Z, then 27 and on: nobody votes over more than that and still reads along.
const letterOf = (at: number): string => (at < 26 ? String.fromCodePoint(65 + at) : String(at + 1))

/** What a value is called; a number on its own where it has no words. */
export const valueWords = (locale: Locale, method: ChoosingMethod, value: string | number): string => {
  const names: { readonly [value: string]: string } = choosingStrings[locale].values[method]
  return names[String(value)] ?? String(value)
}
