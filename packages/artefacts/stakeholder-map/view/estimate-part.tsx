import { useState } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import type { EstimateSummary } from '#react/estimates.ts'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { can } from '#domain/permissions.ts'
import { formatList } from '#i18n/format.ts'
import { stepOfValue } from '../lenses.ts'
import type { Scale, Stakeholder } from '../shape.ts'
import { PanelPart } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { Steps } from './step-field.tsx'
import { useMapPage } from './use-map.ts'

const scales = ['impact', 'influence', 'interest'] as const
type Estimated = (typeof scales)[number]

/** Estimating alone, and then seeing together how far apart one is; agreeing writes the value of the map. */
export const EstimatePart = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const strings = useStrings(partStrings)
  const { me } = useWorkplace()
  const [failed, setFailed] = useState(false)
  return (
    <PanelPart title={strings.estimates}>
      <p className="text-sm text-ink-2">{strings.estimatesHint}</p>
      {scales.map((scale) => (
        <Estimate
          key={scale}
          stakeholder={stakeholder}
          scale={scale}
          canEstimate={can(me.role, 'write-artefact')}
          onFailed={setFailed}
        />
      ))}
      {failed ? (
        <p role="alert" className="text-sm text-clay">
          {strings.failed}
        </p>
      ) : null}
    </PanelPart>
  )
}

type EstimateProps = {
  readonly stakeholder: Stakeholder
  readonly scale: Estimated
  readonly canEstimate: boolean
  readonly onFailed: (failed: boolean) => void
}

const Estimate = ({ stakeholder, scale, canEstimate, onFailed }: EstimateProps) => {
  const { desk, words } = useMapPage()
  const strings = useStrings(partStrings)
  const { estimates } = useWorkplace()
  const where = { map: desk.documentId, stakeholder: stakeholder.id, attribute: scale }
  const own = estimates.own.find((each) => isAt(each, where))
  const summary = estimates.summaries.find((each) => isAt(each, where))
  // What was just pressed stands at once; the server's answer follows.
  const [pending, setPending] = useState<{ readonly value: number | null } | null>(null)
  const put = async (value: number | null) => {
    setPending({ value })
    onFailed(!(await estimates.put(where, value)).ok)
    setPending(null)
  }
  const value = pending ? pending.value : (own?.value ?? null)
  return (
    <div className="grid gap-1 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-label">{words.scales[scale]}</span>
        <Steps
          scale={scale}
          label={strings.estimateOf(words.scales[scale])}
          value={value}
          readOnly={!canEstimate}
          onChange={(next) => void put(next)}
        />
      </div>
      {summary && summary.n > 0 ? (
        <Together summary={summary} scale={scale} stakeholder={stakeholder} hasOwn={own !== undefined} />
      ) : null}
    </div>
  )
}

type Place = Pick<EstimateSummary, 'map' | 'stakeholder' | 'attribute'>
const isAt = (one: Place, other: Place): boolean =>
  one.map === other.map && one.stakeholder === other.stakeholder && one.attribute === other.attribute

const fewest = 3

const Together = ({
  summary,
  scale,
  stakeholder,
  hasOwn,
}: {
  summary: EstimateSummary
  scale: Scale
  stakeholder: Stakeholder
  hasOwn: boolean
}) => {
  const { desk, rate, tell } = useMapPage()
  const strings = useStrings(partStrings)
  const locale = useLocale()
  const { n, median, min, max, groups } = summary
  if (median === null || min === null || max === null) {
    return (
      <p className="text-xs text-ink-2">
        {n < fewest
          ? strings.tooFewEstimates(n)
          : hasOwn
            ? strings.estimated(n)
            : `${strings.estimated(n)}. ${strings.firstYours}`}
      </p>
    )
  }
  const agreed = Math.round(median)
  const figure = (number: number) => number.toLocaleString(locale)
  const medians = groups.map((group) => group.median)
  const apart = medians.length > 1 && Math.max(...medians) - Math.min(...medians) >= 2
  return (
    <div className="grid gap-1.5">
      <Spread scale={scale} median={median} min={min} max={max} groups={groups} />
      <p className="text-xs text-ink-2">{strings.spread(n, figure(median), min, max)}</p>
      {apart ? (
        <div className="bg-light-tint px-2.5 py-1.5 text-xs">
          <b className="font-strong">{strings.differ}</b>
          <Groups groups={groups} figure={figure} />
        </div>
      ) : null}
      {desk.canWrite && stakeholder[scale] !== agreed ? (
        <Button
          variant="default"
          size="dense"
          className="w-fit"
          onClick={() => {
            rate(stakeholder.id, scale, agreed)
            tell(strings.agreed)
          }}
        >
          {strings.agree(figure(agreed))}
        </Button>
      ) : null}
    </div>
  )
}

const Groups = ({ groups, figure }: { groups: EstimateSummary['groups']; figure: (number: number) => string }) => {
  const strings = useStrings(partStrings)
  const locale = useLocale()
  const { perspectives } = useWorkplace()
  return (
    <ul>
      {groups.map((group) => {
        const own = perspectives.filter(({ id }) => group.perspectives.includes(id))
        return (
          <li key={group.perspectives.join()} className="flex items-center gap-1">
            {own.map(({ id, marker }) => (
              <Marker key={id} slot={marker} size={13} />
            ))}
            {strings.groupMedian(
              formatList(
                locale,
                own.map(({ title }) => title),
              ),
              figure(group.median),
              group.n,
            )}
          </li>
        )
      })}
    </ul>
  )
}

type SpreadProps = {
  readonly scale: Scale
  readonly median: number
  readonly min: number
  readonly max: number
  readonly groups: EstimateSummary['groups']
}

/** From the lowest to the highest estimate, with the middle one, and the middle of each group; the words stand below. */
const Spread = ({ scale, median, min, max, groups }: SpreadProps) => {
  const { perspectives } = useWorkplace()
  const at = (value: number) => `${((stepOfValue(scale, value) - 1) / 4) * 100}%`
  return (
    <div aria-hidden className="relative mx-2 h-9">
      <span className="absolute inset-x-0 top-5 h-[2px] bg-ditch" />
      <span
        className="absolute top-[17px] h-2 bg-water-tint outline outline-water"
        style={{ left: at(min), width: `calc(${at(max)} - ${at(min)})` }}
      />
      <span className="absolute top-3 h-[18px] w-[3px] -translate-x-1/2 bg-ink" style={{ left: at(median) }} />
      {groups.map((group) => {
        const first = perspectives.find(({ id }) => group.perspectives.includes(id))
        return first ? (
          <span
            key={group.perspectives.join()}
            className="absolute top-0 -translate-x-1/2"
            style={{ left: at(group.median) }}
          >
            <Marker slot={first.marker} size={13} />
          </span>
        ) : null
      })}
    </div>
  )
}
