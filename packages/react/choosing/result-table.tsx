import type { BallotResult } from '#domain/choosing/result.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Ballot } from '../ballots.ts'
import { useLocale, useStrings } from '../use-strings.tsx'
import { GroupNames } from './group-names.tsx'
import type { NamedOption } from './options.ts'
import { choosingStrings } from './strings.ts'
import { groupWords, useVerdict } from './verdict.ts'

type ResultTableProps = {
  readonly ballot: Pick<Ballot, 'question' | 'method'>
  readonly result: BallotResult
  readonly options: readonly NamedOption[]
}

/** The same result as a table: every figure of the picture, in words. */
export const ResultTable = ({ ballot, result, options }: ResultTableProps) => {
  const strings = useStrings(choosingStrings)
  const locale = useLocale()
  const verdict = useVerdict()
  const groups = result.options[0]?.groups ?? []
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm max-sm:[&_tr]:grid max-sm:[&_thead]:sr-only [&_td]:border-t [&_td]:border-ditch [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:bg-field [&_th]:px-3 [&_th]:py-2 [&_th]:text-left [&_th]:align-bottom [&_th]:font-label">
        <caption className="sr-only">{strings.caption(ballot.question)}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.option}</th>
            <th scope="col">{strings.together}</th>
            {groups.map(({ perspectives, n }) => (
              <th key={perspectives.join('+')} scope="col">
                <span className="flex flex-wrap gap-x-2">
                  <GroupNames perspectives={perspectives} size={17} />
                  <span className="text-ink-2">{strings.people(n)}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, words }, at) => {
            const own = result.options[at]
            if (!own) return null
            return (
              <tr key={id}>
                <th scope="row" className="bg-land wrap-anywhere">
                  {words}
                </th>
                <td>
                  <span className="tabular-nums">
                    {strings.share(formatNumber(locale, Math.round(own.share * 100)))}
                  </span>
                  <span className="block text-ink-2">{verdict(own)}</span>
                </td>
                {own.groups.map((group) => (
                  <td key={group.perspectives.join('+')} className="tabular-nums">
                    {/* Where cells stand under each other, each says of whom it is. */}
                    <span className="flex flex-wrap gap-x-2 font-label sm:hidden">
                      <GroupNames perspectives={group.perspectives} size={17} />
                    </span>
                    {groupWords(locale, ballot.method, group)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
