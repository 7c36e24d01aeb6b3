/** The languages of the interface, the first is the default. */
export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** A word, or a sentence made from what the screen knows. */
type Message = string | ((...values: never[]) => string)
export interface Messages {
  readonly [name: string]: Message | Messages
}

export type Strings<Source extends Messages = Messages> = Readonly<Record<Locale, Source>>

/** Declares every word of one place in both languages; a missing or a surplus word is a type error. */
export const defineStrings = <Source extends Messages>(strings: {
  readonly nl: Source
  readonly en: NoInfer<Source>
}): Strings<Source> => strings

/** One text in each language, as labels and help of fields are given. */
export type Words = Readonly<Record<Locale, string>>
export const words = (nl: string, en: string): Words => ({ nl, en })
