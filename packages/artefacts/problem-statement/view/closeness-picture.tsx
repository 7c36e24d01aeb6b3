import type { Ballot } from '#react/ballots.ts'
import { GroupNames, useGroups } from '#react/choosing/group-names.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Marker } from '#ui/marker.tsx'
import { closenessIn, type Closeness as Line } from '../closeness.ts'
import { chooseStrings } from './choose-strings.ts'

type ClosenessProps = { readonly ballots: readonly Ballot[]; readonly sentenceId: string }

/** How the groups come to one sentence over the rounds: lines to the horizon, and beside them the numbers that they draw. */
export const Closeness = ({ ballots, sentenceId }: ClosenessProps) => {
  const strings = useStrings(chooseStrings)
  const votes = ballots
    .filter(({ method }) => method === 'gradients8')
    .map(({ settings, options, history, tally }) => ({
      settings,
      options,
      rounds: [...history.map((round) => round.tally), tally].filter((each) => each !== null),
    }))
  const lines = closenessIn(votes, sentenceId)
  if (lines.length === 0) return null
  return (
    <section className="grid gap-3">
      <h4 className="flex flex-wrap items-baseline gap-x-3 font-strong">
        {strings.closeness} <span className="text-xs font-normal text-ink-3">{strings.closenessNote}</span>
      </h4>
      <div className="grid gap-5 md:grid-cols-2">
        {/* One round is a place, not a way: the numbers beside it tell all. */}
        {(lines[0]?.rounds.length ?? 0) > 1 ? <Picture lines={lines} /> : null}
        <ul className="grid content-start">
          {lines.map(({ perspectives, rounds }) => (
            <li
              key={perspectives.join('+')}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-ditch py-2 text-sm"
            >
              <span className="flex flex-wrap gap-x-3 font-label">
                <GroupNames perspectives={perspectives} size={20} />
              </span>
              <span className="tabular-nums">
                {strings.near(Math.round(rounds.findLast((each) => each !== null) ?? 0))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const width = 400
const height = 200
const horizon = height / 2

const Picture = ({ lines }: { readonly lines: readonly Line[] }) => {
  const strings = useStrings(chooseStrings)
  const groups = useGroups()
  const rounds = lines[0]?.rounds.length ?? 0
  const x = (at: number) => 16 + (at * (width - 48)) / (rounds - 1)
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 24}`}
      role="img"
      aria-label={strings.picture}
      className="w-full forced-color-adjust-none"
    >
      <line x1="8" x2={width - 8} y1={horizon} y2={horizon} className="stroke-ink stroke-2" />
      {Array.from({ length: rounds }, (_, at) => (
        <text key={at} x={x(at)} y={height + 18} className="fill-ink-2 text-xs">
          {strings.round(at + 1)}
        </text>
      ))}
      {lines.map(({ perspectives, rounds: own }, at) => {
        const slot = groups.find(({ id }) => id === perspectives[0])?.marker
        // Every other group comes from below, so that lines that come near do not lie over each other.
        const side = at % 2 === 0 ? -1 : 1
        const y = (closeness: number) => horizon + (side * (10 - closeness) * (horizon - 12)) / 10
        const points = own.flatMap((closeness, round) =>
          closeness === null ? [] : [[x(round), y(closeness)] as const],
        )
        return (
          <g key={perspectives.join('+')} className={slot ? `c-${slot}` : ''}>
            <polyline
              points={points.map((point) => point.join(',')).join(' ')}
              className="fill-none stroke-(--c) stroke-[2.5]"
            />
            {points.map(([px, py]) => (
              <g key={px} transform={`translate(${px - 6} ${py - 6})`}>
                {slot ? <Marker slot={slot} size={12} /> : <circle cx="6" cy="6" r="5" className="fill-(--c)" />}
              </g>
            ))}
          </g>
        )
      })}
      <text
        x={width / 2}
        y={horizon - 6}
        textAnchor="middle"
        className="fill-ink stroke-land stroke-4 text-xs font-label [paint-order:stroke]"
      >
        {strings.shared}
      </text>
    </svg>
  )
}
