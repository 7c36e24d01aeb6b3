import { LogIn, Plus, Presentation } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { Entered } from '../api/entering.ts'
import { Arrived } from '../features/joining/arrived-later.tsx'
import { CodeForm } from '../features/joining/code-form.tsx'
import { useTitle } from '../shell/navigation.ts'
import { Brand, Horizon, PlainPage, SkipLink } from '../shell/plain-page.tsx'
import { useRecent } from '../shell/recent.ts'
import { shellStrings } from '../shell/strings.ts'
import { LanguageSwitch, ThemeToggle } from '../shell/switches.tsx'
import { pageStrings } from './strings.ts'

// None of it is needed to join: the drawing, the list and the ways to begin with a file come a moment later.
const Landscape = lazy(async () => ({ default: (await import('../shell/landscape.tsx')).Landscape }))
const RecentList = lazy(async () => ({ default: (await import('./recent-list.tsx')).RecentList }))
const ImportDoors = lazy(async () => ({
  default: (await import('../features/importing/import-doors.tsx')).ImportDoors,
}))

/** The way in: join with a code, or facilitate a group. */
export const StartPage = () => {
  const strings = useStrings(pageStrings)
  const locale = useLocale()
  const hasRecent = useRecent().length > 0
  const [entered, setEntered] = useState<Entered>()
  useTitle('Polder', strings.start)
  if (entered) return <CameBack entered={entered} />
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto_auto] bg-[linear-gradient(180deg,var(--sky-high)_0,var(--sky)_55%,var(--glow)_calc(100%-19rem))]">
      <SkipLink />
      <Sky />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-[110rem] items-end gap-x-18 gap-y-8 px-4.5 pt-6 sm:px-10 lg:grid-cols-[minmax(0,1fr)_29.75rem] lg:px-16 lg:pt-8"
      >
        <div className="max-w-[46rem] lg:self-end lg:pb-16">
          <h1 className="text-[clamp(1.75rem,1rem+3.2vw,3.875rem)]/[1.06] font-[360] tracking-[-.034em] text-balance">
            {strings.headline}
          </h1>
          <p className="mt-4 max-w-[33em] text-ink-2 sm:mt-5 sm:text-lg">{strings.lead}</p>
        </div>
        <div className="parcels border-[3px] border-b-0 border-ditch">
          <Door icon={<LogIn size={20} aria-hidden />} title={strings.join}>
            <CodeForm onFound={(code) => navigate(`/j/${code}`)} onEntered={setEntered} />
          </Door>
          <Door icon={<Presentation size={20} aria-hidden />} title={strings.facilitate}>
            <div className="grid gap-2.5">
              <a href={locale === 'nl' ? '/nieuw' : '/new'} className={buttonClass({ size: 'large' })}>
                <Plus size={20} aria-hidden /> {strings.newWorkspace}
              </a>
              <Suspense fallback={<div className="min-h-[5.125rem] sm:min-h-target-dense" />}>
                <ImportDoors onMade={({ workspace }) => navigate(`/w/${workspace}`)} />
              </Suspense>
            </div>
            {hasRecent ? (
              <Suspense>
                <RecentList />
              </Suspense>
            ) : null}
          </Door>
        </div>
      </main>
      <Horizon />
      <footer>
        <div className="h-44 bg-water-tint lg:h-[19rem]">
          <Suspense>
            <Landscape className="h-full" />
          </Suspense>
        </div>
        <div className="bg-sky px-4.5 py-4 sm:px-10 lg:hidden">
          <AboutLinks />
        </div>
      </footer>
    </div>
  )
}

const Sky = () => (
  <header className="mx-auto flex w-full max-w-[110rem] items-center gap-x-6 px-4.5 pt-4 sm:px-10 lg:px-16 lg:pt-6">
    <Brand size={42} />
    <div className="ml-auto max-lg:hidden">
      <AboutLinks />
    </div>
    <div className="flex items-center gap-1.5 max-lg:ml-auto">
      <LanguageSwitch />
      <ThemeToggle />
    </div>
  </header>
)

const AboutLinks = () => {
  const strings = useStrings(shellStrings)
  return (
    <nav aria-label={strings.moreAbout}>
      <ul className="flex flex-wrap gap-x-7">
        {(['about', 'privacy', 'accessibility'] as const).map((page) => (
          <li key={page}>
            <a
              href={`/${page}`}
              className="focus-ring inline-flex min-h-target items-center font-label hover:underline"
            >
              {strings[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Door = ({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) => (
  <section className="parcel px-4.5 py-5 sm:px-6.5">
    <h2 className="mb-3.5 flex items-center gap-2.5 text-lg/[1.25] font-strong">
      <span className="text-water">{icon}</span> {title}
    </h2>
    {children}
  </section>
)

const CameBack = ({ entered }: { entered: Entered }) => (
  <PlainPage>
    <div className="mx-auto flex w-full max-w-[30rem] flex-col px-4.5 py-6">
      <Arrived entered={entered} how="cameBack" />
    </div>
  </PlainPage>
)
