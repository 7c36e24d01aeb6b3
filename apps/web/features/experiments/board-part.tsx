import { CalendarCheck, CircleAlert, CircleCheck, CircleDashed, Eye, OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import { planStrings } from '#artefacts/experiment-plan/strings.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Chip } from '#ui/chip.tsx'
import { columns, trialsIn, type Column, type Trial } from './board.ts'
import { experimentsStrings } from './strings.ts'

type BoardProps = {
  readonly trials: readonly Trial[]
  /** What a facilitator can do with a trial. */
  readonly actionsOf?: (id: string) => ReactNode
}

const columnNames = Object.keys(columns) as readonly Column[] // the keys of the table, which TypeScript widens

/** All trials of a workspace by where they stand, in columns of equal width; under each other on a phone. */
export const BoardPart = ({ trials, actionsOf }: BoardProps) => {
  const strings = useStrings(experimentsStrings)
  return (
    <section aria-labelledby="board" className="parcels">
      <h2 id="board" className="sr-only">
        {strings.board}
      </h2>
      {trials.length === 0 ? <p className="parcel px-4 py-6 text-ink-2 sm:px-7">{strings.nothing}</p> : null}
      <div className="parcels md:grid-cols-4">
        {columnNames.map((column) => (
          <section key={column} aria-labelledby={`board-${column}`} className="parcel px-4 py-3.5 md:min-h-64">
            <h3 id={`board-${column}`} className="mb-2 border-b-[3px] border-ditch pb-1 text-sm font-strong">
              {strings.columns[column]}
            </h3>
            <TrialList trials={trialsIn(trials, column)} {...(actionsOf ? { actionsOf } : {})} />
          </section>
        ))}
      </div>
    </section>
  )
}

const TrialList = ({ trials, actionsOf }: BoardProps) => {
  const strings = useStrings(experimentsStrings)
  if (trials.length === 0) return <p className="text-sm text-ink-3">{strings.noneIn}</p>
  return (
    <ul>
      {trials.map((trial) => (
        <li key={trial.id} className="grid gap-1.5 border-t border-ditch py-2.5 first:border-t-0" data-trial={trial.id}>
          <TrialFacts trial={trial} />
          {actionsOf?.(trial.id)}
        </li>
      ))}
    </ul>
  )
}

const marks = {
  met: { tone: 'good', icon: CircleCheck },
  partly: { tone: 'care', icon: Eye },
  notMet: { tone: 'bad', icon: CircleAlert },
  noResult: { tone: 'plain', icon: CircleDashed },
} as const

const TrialFacts = ({ trial }: { readonly trial: Trial }) => {
  const strings = useStrings(experimentsStrings)
  const words = useStrings(planStrings)
  const locale = useLocale()
  const { directory, people, linkTo } = useWorkplace()
  const { id, title, status, start, end, review, ownerId, isStopHit, verdicts, problemIds } = trial
  const nameOf = (party: string) =>
    directory.get(party)?.label ?? people.find((person) => person.id === party)?.name ?? strings.removed
  // A problem that is gone is not what a trial is about.
  const problems = problemIds.flatMap((problem) => directory.get(problem)?.label ?? [])
  const day = (date: string | null) => (date === null ? strings.unknown : formatDate(locale, date))
  return (
    <>
      <a
        href={linkTo(id)}
        className="focus-ring w-fit min-w-0 py-0.5 font-strong break-words text-water underline underline-offset-3"
      >
        {title}
      </a>
      <p className="text-sm text-ink-2">{[words.statuses[status], ...problems.slice(0, 1)].join(' · ')}</p>
      {start === null && end === null ? null : <p className="text-sm">{strings.days(day(start), day(end))}</p>}
      {ownerId === null ? null : <p className="text-sm text-ink-2">{strings.lead(nameOf(ownerId))}</p>}
      {review === null ? null : (
        <p className="flex items-start gap-1.5 text-sm">
          <CalendarCheck size={16} className="mt-0.5 shrink-0 text-water" aria-hidden />
          {strings.review(formatDate(locale, review))}
        </p>
      )}
      <p className="flex flex-wrap gap-1.5">
        {isStopHit ? (
          <Chip tone="bad" icon={OctagonX}>
            {strings.stopHit}
          </Chip>
        ) : null}
        {verdicts.map(({ verdict, count }) => (
          <Chip key={verdict} {...marks[verdict]}>
            {strings.verdict(count, words.verdicts[verdict])}
          </Chip>
        ))}
        {verdicts.length === 0 ? <Chip>{strings.noMeasures}</Chip> : null}
      </p>
    </>
  )
}
