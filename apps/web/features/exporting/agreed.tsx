import type { ReactNode } from 'react'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Chip } from '#ui/chip.tsx'
import { readingStrings } from './reading-strings.ts'

const tones = { open: 'plain', done: 'good', late: 'bad', dropped: 'plain' } as const

/** What people will do and what is still open: where a report leads to when it tells of these. */
export const Agreed = () => {
  const strings = useStrings(readingStrings)
  const locale = useLocale()
  const { records, people, directory } = useWorkplace()
  const actions = records.entries('actions')
  const points = records.entries('openPoints')
  const nameOf = (id: string | null) =>
    people.find((person) => person.id === id)?.name ?? directory.get(id ?? '')?.label ?? ''
  return (
    <>
      <Listed id="agreed-actions" title={strings.actions} count={actions.length}>
        {actions.map(({ id, value: { text, ownerId, due, status } }) => (
          <Row key={id} id={id} text={text} chip={<Chip tone={tones[status]}>{strings.statuses[status]}</Chip>}>
            {[nameOf(ownerId), due === null ? '' : strings.due(formatDate(locale, due))].filter(Boolean).join(', ')}
          </Row>
        ))}
      </Listed>
      <Listed id="agreed-points" title={strings.points} count={points.length}>
        {points.map(({ id, value: { text, ownerId, kind, status } }) => (
          <Row
            key={id}
            id={id}
            text={text}
            chip={<Chip>{status === 'done' ? strings.statuses.done : strings.kinds[kind]}</Chip>}
          >
            {nameOf(ownerId)}
          </Row>
        ))}
      </Listed>
    </>
  )
}

type ListedProps = { readonly id: string; readonly title: string; readonly count: number; readonly children: ReactNode }

const Listed = ({ id, title, count, children }: ListedProps) =>
  count === 0 ? null : (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="text-lg/[1.25] font-strong">
        {title}
      </h2>
      <ul className="mt-2 grid">{children}</ul>
    </section>
  )

type RowProps = {
  readonly id: string
  readonly text: string
  readonly chip: ReactNode
  readonly children: string
}

const Row = ({ id, text, chip, children }: RowProps) => (
  <li
    id={id}
    tabIndex={-1}
    className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-t border-ditch py-2 outline-none focus:bg-light-tint"
  >
    <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
      {text}
      {children === '' ? null : <span className="block text-sm text-ink-2">{children}</span>}
    </span>
    {chip}
  </li>
)
