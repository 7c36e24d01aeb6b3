import { methodRules } from '#domain/choosing/methods.ts'
import type { BallotResult, GroupResult } from '#domain/choosing/result.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Ballot } from '../ballots.ts'
import { useLocale } from '../use-strings.tsx'
import { useGroups } from './group-names.tsx'
import type { NamedOption } from './options.ts'
import { groupWords } from './verdict.ts'

type GroupResultStripProps = {
  readonly ballot: Pick<Ballot, 'method'>
  readonly result: BallotResult
  /** Which of the groups. */
  readonly at: number
  readonly options: readonly NamedOption[]
  readonly hall: boolean
}

/** What one group chose: columns on the ground, the tallest solid; of one proposal a block for each person. */
export const GroupResultStrip = (props: GroupResultStripProps) => {
  const { ballot, result, at, options, hall } = props
  const locale = useLocale()
  const slot = useSlot(result.options[0]?.groups[at]?.perspectives[0] ?? '')
  const groups = result.options.map(({ groups: own }) => own[at])
  const [only] = groups
  const { kind } = methodRules[ballot.method]
  const small = hall ? 'text-[28px]/[1.15]' : 'text-xs'
  return (
    <div className={`grid gap-2 ${slot}`}>
      {options.length > 1 || kind === 'points' ? (
        <Columns groups={groups} options={options} hall={hall} />
      ) : only ? (
        <Blocks method={ballot.method} group={only} hall={hall} />
      ) : null}
      {options.length > 1 ? (
        <ul className="sr-only">
          {options.map(({ id, words }, place) => {
            const group = groups[place]
            return group ? <li key={id}>{`${words}: ${groupWords(locale, ballot.method, group)}`}</li> : null
          })}
        </ul>
      ) : only ? (
        <p className={`${small} tabular-nums`}>{groupWords(locale, ballot.method, only)}</p>
      ) : null}
    </div>
  )
}

const useSlot = (perspective: string): string => {
  const group = useGroups().find(({ id }) => id === perspective)
  return group ? `c-${group.marker}` : ''
}

type ColumnsProps = {
  readonly groups: readonly (GroupResult | undefined)[]
  readonly options: readonly NamedOption[]
  readonly hall: boolean
}

const Columns = ({ groups, options, hall }: ColumnsProps) => {
  const locale = useLocale()
  const tallest = Math.max(...groups.map((group) => group?.share ?? 0))
  return (
    <div aria-hidden className={`flex items-end gap-1.5 forced-color-adjust-none ${hall ? 'h-[26vh]' : 'h-28'}`}>
      {options.map(({ id, letter }, at) => {
        const share = groups[at]?.share ?? 0
        return (
          <span key={id} className="flex h-full min-w-0 flex-1 flex-col justify-end text-center">
            <span
              className={`whitespace-nowrap tabular-nums ${hall ? 'text-[28px]' : 'text-xs'} ${share === tallest ? 'font-strong' : ''}`}
            >
              {formatNumber(locale, Math.round(share * 100))}%
            </span>
            <span
              className={`block border-(--c) border-b-[3px] border-b-ink ${share === tallest ? 'bg-(--c)' : 'border-[2px] bg-[color-mix(in_oklab,var(--c)_20%,var(--land))]'}`}
              ref={(bar) => bar?.style.setProperty('height', `${Math.round(share * 70)}%`)}
            />
            <span className={`font-strong ${hall ? 'text-[28px]' : 'text-sm'}`}>{letter}</span>
          </span>
        )
      })}
    </div>
  )
}

// From full to empty: in favour is filled, going along striped, not going along open.
const looks = {
  agree: 'bg-(--c)',
  along: 'bg-[repeating-linear-gradient(45deg,var(--c)_0_3px,var(--land)_3px_6px)]',
  not: 'bg-land',
} as const

type BlocksProps = { readonly method: Ballot['method']; readonly group: GroupResult; readonly hall: boolean }

const Blocks = ({ method, group, hall }: BlocksProps) => {
  const { values, agrees, opposes } = methodRules[method]
  const first = values[0]
  const blocks = values.flatMap((value) => {
    const look = opposes(value) ? looks.not : value === first ? looks.agree : agrees(value) ? looks.along : looks.not
    return Array.from({ length: group.counts[String(value)] ?? 0 }, () => look)
  })
  return (
    <span aria-hidden className="flex flex-wrap gap-1 forced-color-adjust-none">
      {blocks.map((look, at) => (
        <span key={at} className={`border-[2px] border-(--c) ${look} ${hall ? 'size-10' : 'size-5'}`} />
      ))}
    </span>
  )
}
