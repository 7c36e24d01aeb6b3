import { TableOfContents } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { chunkOf } from '#react/chunk.ts'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import { rename } from '../commands.ts'
import type { Blocker } from '../status.ts'
import { StatusMark, StatusPicker } from './status-control.tsx'
import { useCurrentSection } from './use-current-section.ts'
import { useEscape } from './use-escape.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

export const sections = ['idea', 'measures', 'assumptions', 'steps', 'effects', 'rules', 'log', 'decision'] as const

const Contents = chunkOf(async () => (await import('./contents.tsx')).Contents)

type HeaderProps = {
  readonly title: string
  /** Whether all parts of the page are there. */
  readonly whole: boolean
  /** What stands in the way of the status that somebody chose; `null` when nothing does. */
  readonly onStatus: (blocker: Blocker | null) => void
}

/** Name, state and the way to each part of the page. */
export const PlanHeader = ({ title, whole, onStatus }: HeaderProps) => {
  const { desk, strings } = usePlanPage()
  const current = useCurrentSection(sections, whole)
  return (
    <header className="parcel flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 md:px-7">
      <Title title={title} />
      <StatusMark />
      <div className="order-last flex min-w-0 basis-full items-start justify-between gap-2 hall:order-none hall:basis-auto">
        <nav aria-label={strings.onThisPage} className="-ml-2.5 flex min-w-0 flex-wrap">
          {sections.map((section) => (
            <a
              key={section}
              href={`#${section}`}
              aria-current={current === section ? 'true' : undefined}
              className="focus-ring inline-flex min-h-11 items-center border-b-[3px] border-transparent px-2.5 text-sm font-label text-ink-2 hover:text-ink aria-[current]:border-water aria-[current]:text-ink md:min-h-9"
            >
              {strings.sections[section]}
            </a>
          ))}
        </nav>
        <Popover
          near
          label={strings.contentsLong}
          button={
            <>
              <TableOfContents size={18} aria-hidden /> {strings.contents}
            </>
          }
          buttonClass="focus-ring inline-flex min-h-11 shrink-0 items-center gap-2 rounded-control px-3 text-sm font-label hover:bg-field max-md:-mr-3 md:min-h-9"
          className="max-h-[min(80vh,40rem)] w-[min(24rem,calc(100vw-1.5rem))] overflow-y-auto p-1.5"
        >
          <Contents />
        </Popover>
      </div>
      <span className="ml-auto flex items-center gap-3">
        {desk.canWrite ? <StatusPicker onStatus={onStatus} /> : null}
        <RemarkButton itemId={null} about={strings.wholePlan} />
      </span>
    </header>
  )
}

const Title = ({ title }: { title: string }) => {
  const { act, desk, strings } = usePlanPage()
  const written = usePlanPart((plan) => plan.title)
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
  const shown = written || title
  return (
    <>
      <h1 className={editing ? 'sr-only' : 'min-w-0 text-2xl font-display break-words'}>{shown}</h1>
      {editing ? (
        <form
          ref={field}
          className="flex min-w-0 basis-80 items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            close()
          }}
        >
          <span className="min-w-0 flex-1">
            <LineField
              hideLabel
              label={strings.name}
              value={typed}
              maxLength={80}
              place={{ field: 'title' }}
              onChange={(next) => {
                setTyped(next)
                // An empty name is not told to others: the last one stands until there is a new one.
                act((draft) => rename(draft, next))
              }}
            />
          </span>
          <Button variant="default" size="dense" type="submit">
            {strings.ready}
          </Button>
        </form>
      ) : desk.canWrite ? (
        <span ref={opener}>
          <Button variant="quiet" size="dense" onClick={() => setTyped(shown)}>
            {strings.rename}
          </Button>
        </span>
      ) : null}
    </>
  )
}
