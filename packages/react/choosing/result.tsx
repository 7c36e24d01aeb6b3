import { ChartColumn, Table2 } from 'lucide-react'
import { useState } from 'react'
import { ranked, resultOf, type BallotResult } from '#domain/choosing/result.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import { formatNumber } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import type { Ballot } from '../ballots.ts'
import { useLocale, useStrings } from '../use-strings.tsx'
import { GroupNames, useGroups } from './group-names.tsx'
import { GroupResultStrip } from './group-strip.tsx'
import { useNamedOptions, type NamedOption } from './options.ts'
import { ResultTable } from './result-table.tsx'
import { choosingStrings } from './strings.ts'
import { useVerdict } from './verdict.ts'

type ResultProps = {
  readonly ballot: Pick<Ballot, 'question' | 'method' | 'options' | 'settings' | 'notes'>
  readonly tally: Tally
  /** On the screen in the hall: nothing to press, and to be read from ten metres. */
  readonly hall?: boolean
}

/** What came of a vote: first where every group counts equally, then group by group, in words as well as in a picture. */
export const Result = ({ ballot, tally, hall = false }: ResultProps) => {
  const strings = useStrings(choosingStrings)
  const [asTable, setAsTable] = useState(false)
  const result = resultOf(ballot, tally)
  const options = useNamedOptions(ballot.options)
  const merged = tally.some(({ perspectives }) => perspectives.length > 1)
  if (result.n === 0) return <p className="text-ink-2">{strings.nobody}</p>
  return (
    <section aria-label={strings.caption(ballot.question)} className="grid gap-3">
      {hall ? null : <Summary ballot={ballot} result={result} asTable={asTable} onTable={setAsTable} />}
      {asTable ? (
        <ResultTable ballot={ballot} result={result} options={options} />
      ) : (
        <div
          className={`parcels border-y-[3px] border-ditch ${hall ? 'grid-cols-[1.4fr_repeat(auto-fit,minmax(0,1fr))] grid-flow-col border-0' : 'flex flex-wrap *:flex-[1_1_13rem]'}`}
        >
          <Together ballot={ballot} result={result} options={options} hall={hall} />
          {tally.map((group, at) => (
            <div
              key={group.perspectives.join('+')}
              className={`parcel grid content-start gap-2 ${hall ? 'px-7' : 'px-4 py-3'}`}
            >
              <h3 className={`flex flex-wrap items-center gap-x-2.5 ${hall ? 'text-[28px]' : 'text-sm'} font-strong`}>
                <GroupNames perspectives={group.perspectives} size={hall ? 38 : 20} />
              </h3>
              <GroupResultStrip ballot={ballot} result={result} at={at} options={options} hall={hall} />
            </div>
          ))}
        </div>
      )}
      {merged ? <p className={hall ? 'text-[28px]' : 'text-sm text-ink-2'}>{strings.merged}</p> : null}
      {hall || ballot.notes.length === 0 ? null : <Notes notes={ballot.notes} />}
    </section>
  )
}

type SummaryProps = Pick<ResultProps, 'ballot'> & {
  readonly result: BallotResult
  readonly asTable: boolean
  readonly onTable: (asTable: boolean) => void
}

const Summary = ({ ballot, result, asTable, onTable }: SummaryProps) => {
  const strings = useStrings(choosingStrings)
  const { threshold } = ballot.settings
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="font-label tabular-nums">{strings.people(result.n)}</span>
      {threshold === 'none' ? null : (
        <span className="text-ink-2">
          {strings.threshold}: {strings.thresholds[threshold]}
        </span>
      )}
      {result.passes === null ? null : (
        <Chip tone={result.passes ? 'good' : 'care'}>{result.passes ? strings.passes : strings.fails}</Chip>
      )}
      {result.opposed > 0 ? <Chip tone="care">{strings.opposed(result.opposed)}</Chip> : null}
      <Button
        size="dense"
        variant="quiet"
        className="ml-auto"
        icon={asTable ? <ChartColumn size={18} aria-hidden /> : <Table2 size={18} aria-hidden />}
        onClick={() => onTable(!asTable)}
      >
        {asTable ? strings.asBars : strings.asTable}
      </Button>
    </div>
  )
}

type TogetherProps = {
  readonly ballot: ResultProps['ballot']
  readonly result: BallotResult
  readonly options: readonly NamedOption[]
  readonly hall: boolean
}

// The mean of the groups: that a group has more people makes its voice no louder.
const Together = ({ ballot, result, options, hall }: TogetherProps) => {
  const strings = useStrings(choosingStrings)
  const locale = useLocale()
  const verdict = useVerdict()
  const [first] = ranked(ballot.method, result.options)
  // The hall has room for one sentence when there is much to choose from.
  const isTold = (own: (typeof result.options)[number]) => !hall || options.length <= 2 || own === first
  return (
    <div className={`parcel grid content-start gap-3 ${hall ? 'px-7' : 'px-4 py-3'}`}>
      <h3 className={hall ? 'text-[34px] font-strong' : 'text-sm font-strong'}>
        {strings.together}
        <span className={`block font-normal text-ink-2 ${hall ? 'text-[28px]' : 'text-xs'}`}>{strings.equally}</span>
      </h3>
      <ul className={hall ? 'grid gap-1.5' : 'grid gap-3'}>
        {options.map((option, at) => {
          const own = result.options[at]
          if (!own) return null
          const percent = Math.round(own.share * 100)
          return (
            <li key={option.id} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2.5 gap-y-1">
              <span
                aria-hidden
                className={`grid place-items-center font-strong text-land ${own === first ? 'bg-water text-on-water' : 'bg-ink'} ${hall ? 'size-11 text-[28px]' : 'size-6 text-sm'}`}
              >
                {option.letter}
              </span>
              <span
                className={`wrap-anywhere ${hall ? 'text-[28px]/[1.2]' : 'text-sm'} ${own === first ? 'font-strong' : ''}`}
              >
                {option.words}
              </span>
              <span className={`font-strong tabular-nums ${hall ? 'text-[34px]' : 'text-sm'}`}>
                {strings.share(formatNumber(locale, percent))}
              </span>
              <span
                aria-hidden
                className={`col-span-2 col-start-2 block bg-ditch forced-color-adjust-none ${hall ? 'h-3' : 'h-2'}`}
              >
                <span
                  className={`block h-full ${own === first ? 'bg-water' : 'border-[1.5px] border-water bg-water-tint'}`}
                  ref={(bar) => bar?.style.setProperty('width', `${percent}%`)}
                />
              </span>
              {isTold(own) ? (
                <span className={`col-span-2 col-start-2 text-ink-2 ${hall ? 'text-[28px]/[1.1]' : 'text-xs'}`}>
                  {verdict(own)}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const Notes = ({ notes }: { readonly notes: Ballot['notes'] }) => {
  const strings = useStrings(choosingStrings)
  const groups = useGroups()
  return (
    <section className="grid gap-1">
      <h3 className="text-sm font-strong">{strings.notes}</h3>
      <ul className="grid gap-1.5">
        {notes.map(({ perspective, text }, at) => (
          <li key={at} className="border-l-[3px] border-ditch pl-3 text-sm wrap-anywhere">
            {groups.find(({ id }) => id === perspective) ? (
              <strong className="flex items-center gap-2 font-label">
                <GroupNames perspectives={[perspective]} size={17} />
              </strong>
            ) : null}
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
