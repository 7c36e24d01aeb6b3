import { SunMoon } from 'lucide-react'
import { locales } from '#i18n/strings.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Segments } from '#ui/segments.tsx'
import { isDark, setLanguage, setTheme, themes, useLanguage, useTheme } from './preferences.ts'
import { shellStrings } from './strings.ts'

const names = { nl: 'NL', en: 'EN' } as const
const fullNames = { nl: 'Nederlands', en: 'English' } as const

/** Nederlands or English. */
export const LanguageSwitch = ({ full = false }: { readonly full?: boolean }) => (
  <Segments
    legend={useStrings(shellStrings).language}
    size={full ? 'default' : 'dense'}
    value={useLanguage()}
    onChange={setLanguage}
    options={locales.map((value) => ({
      value,
      lang: value,
      label: full ? (
        fullNames[value]
      ) : (
        <abbr title={fullNames[value]} className="no-underline">
          {names[value]}
        </abbr>
      ),
    }))}
  />
)

/** One button between light and dark. */
export const ThemeToggle = () => {
  const strings = useStrings(shellStrings)
  const dark = isDark(useTheme())
  return (
    <button
      type="button"
      aria-label={strings.dark}
      title={strings.dark}
      aria-pressed={dark}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
      className="focus-ring grid size-target cursor-pointer place-items-center rounded-control hover:bg-ink/7"
    >
      <SunMoon size={20} aria-hidden />
    </button>
  )
}

/** Light, dark, or as the device has it. */
export const ThemeSwitch = () => {
  const strings = useStrings(shellStrings)
  return (
    <Segments
      legend={strings.colours}
      value={useTheme()}
      onChange={setTheme}
      options={themes.map((value) => ({ value, label: strings.theme[value] }))}
    />
  )
}
