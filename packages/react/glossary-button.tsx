import { BookOpen } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Popover } from '#ui/popover.tsx'
import { glossaryTitle } from './glossary-title.ts'
import { useLocale } from './use-strings.tsx'

const GlossaryList = lazy(async () => ({ default: (await import('./glossary-list.tsx')).GlossaryList }))

/** Opens the words that the group explains, to read and to add to. */
export const GlossaryButton = () => {
  const locale = useLocale()
  return (
    <Popover
      near
      label={glossaryTitle[locale]}
      button={<BookOpen size={17} aria-hidden />}
      buttonClass="focus-ring inline-flex min-h-9 min-w-9 items-center justify-center rounded-control text-ink-3 hover:bg-field"
      className="w-[min(26rem,calc(100vw-2rem))] max-h-[min(70vh,34rem)] overflow-y-auto"
    >
      <Suspense>
        <GlossaryList />
      </Suspense>
    </Popover>
  )
}
