import { createContext, useContext, type ReactNode } from 'react'
import type { Locale, Messages, Strings } from '#i18n/strings.ts'

const LocaleContext = createContext<Locale>('nl')

/** Sets the language of every word under it. */
export const LocaleProvider = ({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) => (
  <LocaleContext value={locale}>{children}</LocaleContext>
)

/** The language of the screen. */
export const useLocale = (): Locale => useContext(LocaleContext)

/** The words of one place in the language of the screen. */
export const useStrings = <Source extends Messages>(strings: Strings<Source>): Source => strings[useLocale()]
