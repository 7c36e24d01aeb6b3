import type { Ballot } from '#react/ballots.ts'
import { Result } from '#react/choosing/result.tsx'
import { useNamedOptions } from '#react/choosing/options.ts'
import { useStrings } from '#react/use-strings.tsx'
import { votedOf } from './turnout.ts'
import { choosingWords } from './strings.ts'

/** A vote as the hall sees it: what there is to choose and how many chose; when it is closed, the result. */
export const HallBallot = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const options = useNamedOptions(ballot.options)
  const { voted, all } = votedOf(ballot)
  if (ballot.tally && ballot.phase === 'closed') return <Result ballot={ballot} tally={ballot.tally} hall />
  return (
    <div className="grid gap-6 text-[28px]/[1.25]">
      <p className="text-[34px] font-strong tabular-nums">{strings.votedCount(voted, all)}</p>
      <ul className="grid grid-cols-2 gap-x-12 gap-y-4">
        {options.map(({ id, letter, words, description }) => (
          <li key={id} className="flex items-start gap-4">
            <span aria-hidden className="grid size-11 shrink-0 place-items-center bg-ink font-strong text-land">
              {letter}
            </span>
            <span className="grid min-w-0 gap-1">
              <span className={description === '' ? '' : 'font-strong'}>{words}</span>
              {description === '' ? null : (
                <span className="line-clamp-4 whitespace-pre-line wrap-anywhere text-ink-2">{description}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">{ballot.phase === 'closed' ? strings.withheld : strings.hallHidden}</p>
    </div>
  )
}
