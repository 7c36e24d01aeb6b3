import { isLocale, type Locale } from '#i18n/strings.ts'
import { keep } from './kept.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The choices of this device; `boot.js` puts them on the page before the first paint. */
const language = keep<Locale>('polder.language', (stored) =>
  isLocale(stored) ? stored : document.documentElement.lang === 'en' ? 'en' : 'nl',
)
const theme = keep<Theme>('polder.theme', (stored) => themes.find((known) => known === stored) ?? 'system')
const wishesDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

export const useLanguage = language.use
export const useTheme = theme.use

export const setLanguage = (next: Locale): void => {
  language.set(next)
  document.documentElement.lang = next
}

export const setTheme = (next: Theme): void => {
  theme.set(next)
  paint()
}

/** Whether the page is dark now, by choice or by the device. */
export const isDark = (chosen: Theme): boolean =>
  chosen === 'system' ? (wishesDark?.matches ?? false) : chosen === 'dark'

const paint = (): void => {
  document.documentElement.dataset['theme'] = isDark(theme.get()) ? 'dark' : 'light'
}
wishesDark?.addEventListener('change', paint)
