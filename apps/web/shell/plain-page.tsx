import type { ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { BrandMark } from './brand.tsx'
import { shellStrings } from './strings.ts'
import { LanguageSwitch } from './switches.tsx'

/** The first stop of every page: past the header. */
export const SkipLink = () => (
  <a
    href="#content"
    className="sr-only focus-ring rounded-control bg-land font-label focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2.5"
  >
    {useStrings(shellStrings).skip}
  </a>
)

/** The one line that everyone shares: people and place above it, the work below. */
export const Horizon = () => <div aria-hidden className="horizon h-[2px] bg-line" />

/** The mark and name, as the way to the start. */
export const Brand = ({ size = 36 }: { readonly size?: number }) => (
  <a href="/" aria-label={useStrings(shellStrings).home} className="focus-ring flex items-center gap-3 rounded-chip">
    <BrandMark size={size} />
    <span className={`font-strong tracking-[-.02em] ${size > 40 ? 'text-[1.75rem]/none' : 'text-[1.375rem]'}`}>
      Polder
    </span>
  </a>
)

type PlainPageProps = { readonly children: ReactNode; readonly end?: ReactNode }

/** A page before joining: a narrow sky with the mark, and its land. */
export const PlainPage = ({ children, end }: PlainPageProps) => (
  <div className="grid min-h-dvh grid-rows-[auto_auto_1fr]">
    <SkipLink />
    <header className="sky-gradient flex min-h-16 items-center gap-4 px-4.5 sm:px-6">
      <Brand />
      <div className="ml-auto flex items-center gap-2">{end ?? <LanguageSwitch />}</div>
    </header>
    <Horizon />
    <main id="content" tabIndex={-1} className="bg-land">
      {children}
    </main>
  </div>
)
