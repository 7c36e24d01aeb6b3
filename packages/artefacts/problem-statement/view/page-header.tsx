import { useEffect, useId, useRef, useState } from 'react'
import { GlossaryButton } from '#react/glossary-button.tsx'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { Button } from '#ui/button.tsx'
import { nextStatuses, rename, setStatus } from '../commands.ts'
import { firstTitle } from '../strings.ts'
import { Contents } from './contents.tsx'
import { Said, StatusChip } from './marks.tsx'
import { sections, type Section } from './part.tsx'
import { useCurrentSection } from './use-current-section.ts'
import { useEscape } from './use-escape.ts'
import { usePage, useProblem } from './use-page.ts'

/** Name, state and the way to each part of the page. */
export const PageHeader = ({ title, whole }: { readonly title: string; readonly whole: boolean }) => {
  const { strings } = usePage()
  const current = useCurrentSection(sections, whole)
  return (
    <>
      {/* Over what follows, for the contents hang down from it, below the tabs. */}
      <header className="parcel relative z-20 flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-2.5 pb-1 md:pr-4 md:pl-7">
        <Title title={title} />
        <span className="flex flex-1 flex-wrap items-center justify-end gap-x-3 max-md:justify-start">
          <StatusPicker />
          <span className="max-md:hidden">
            <Contents current={current} />
          </span>
        </span>
      </header>
      <div className="parcel sticky top-0 z-10 flex items-center px-4 max-md:py-1 max-md:shadow-[0_3px_0_var(--ditch)] md:-mt-ditch md:px-5">
        <Tabs current={current} />
        <span className="flex-1 md:hidden">
          <Contents current={current} />
        </span>
        <span className="flex">
          <GlossaryButton />
          <RemarkButton itemId={null} about={strings.wholePage} />
        </span>
      </div>
    </>
  )
}

const Tabs = ({ current }: { readonly current: Section | undefined }) => {
  const { strings } = usePage()
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current]')
    // Where not all tabs fit, the one of the part in view is brought along.
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - row.current.clientWidth / 2
  }, [current])
  return (
    <nav
      ref={row}
      aria-label={strings.onThisPage}
      className="relative hidden min-w-0 flex-1 overflow-x-auto [scrollbar-width:none] md:flex"
    >
      {sections.map((section) => (
        <a
          key={section}
          href={`#${section}`}
          aria-current={current === section ? 'true' : undefined}
          className="focus-ring-inside inline-flex min-h-10 items-center border-b-[3px] border-transparent px-2 text-sm font-label whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-water aria-[current]:text-ink"
        >
          {strings.sections[section]}
        </a>
      ))}
    </nav>
  )
}

const Title = ({ title }: { readonly title: string }) => {
  const { act, desk, strings, words, locale } = usePage()
  const { problem } = useProblem()
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLFormElement>(null)
  const opener = useRef<HTMLSpanElement>(null)
  const editing = typed !== null
  useEffect(() => {
    if (editing) field.current?.querySelector('input')?.focus()
  }, [editing])
  const close = () => {
    setTyped(null)
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus())
  }
  useEscape(field, close)
  const shown = problem.title || title || firstTitle[locale]
  return (
    <>
      <h1
        className={
          editing ? 'sr-only' : 'min-w-0 text-[1.75rem]/[1.2] font-[420] tracking-[-0.018em] text-balance break-words'
        }
      >
        <Said>{shown}</Said>
      </h1>
      {editing ? (
        <form
          ref={field}
          className="flex min-w-0 flex-1 basis-80 items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <span className="min-w-0 flex-1">
            <LineField
              hideLabel
              label={words.fields.title.label}
              value={typed}
              maxLength={80}
              place={{ item: problem.id, field: 'title' }}
              onChange={(next) => {
                setTyped(next)
                // An empty name is not told to others: the last one stands until there is a new one.
                act((draft) => rename(draft, problem.id, next))
              }}
            />
          </span>
          <Button size="dense" type="submit">
            {strings.ready}
          </Button>
        </form>
      ) : desk.canWrite ? (
        <span ref={opener} className="-ml-3">
          <Button variant="quiet" size="dense" onClick={() => setTyped(problem.title || title)}>
            {strings.rename}
          </Button>
        </span>
      ) : null}
    </>
  )
}

/** Where the problem stands; it can go one step on, back or aside. */
export const StatusPicker = () => {
  const { act, desk, words, strings } = usePage()
  const { problem } = useProblem()
  const id = useId()
  if (!desk.canWrite) return <StatusChip status={problem.status} />
  const reachable = [problem.status, ...nextStatuses[problem.status]]
  return (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="font-label max-sm:sr-only">
        {words.fields.status.label}
      </label>
      <select
        id={id}
        value={problem.status}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const next = reachable.find((status) => status === event.target.value)
          if (next) act((draft) => setStatus(draft, problem.id, next))
        }}
        className="focus-ring min-h-11 rounded-control border-[1.5px] border-bank bg-land px-2 max-sm:border-ditch md:min-h-9"
      >
        {reachable.map((status) => (
          <option key={status} value={status}>
            {status === problem.status ? words.statuses[status] : strings.moveTo(words.statuses[status])}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className="sr-only">
        {words.fields.status.help}
      </span>
    </span>
  )
}
