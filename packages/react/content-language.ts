import type { Locale } from '#i18n/strings.ts'
import { useLocale } from './use-strings.tsx'
import { useWorkplace } from './workplace.tsx'

/** The `lang` of what people wrote, where it is another language than the words of the screen; else nothing to say. */
export const useContentLanguage = (): Locale | undefined => {
  const { language } = useWorkplace()
  return language === useLocale() ? undefined : language
}
