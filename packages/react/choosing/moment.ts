import { formatDay, formatTime } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'

/** A moment of the server (ISO) as people say it: `vr 27 nov 10:15`. */
export const momentWords = (locale: Locale, iso: string): string => {
  const moment = Date.parse(iso)
  return `${formatDay(locale, moment)} ${formatTime(locale, moment)}`
}
