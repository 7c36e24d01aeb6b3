import {
  ChevronDown,
  Lock,
  LockOpen,
  OctagonX,
  Pause,
  Play,
  SlidersHorizontal,
  Square,
  TrendingUp,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { formatDate, formatList } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { decisionsAbout } from '../decisions.ts'
import { decisionLock } from '../status.ts'
import { hitRules } from '../stop-rules.ts'
import { DecisionForm, type Outcome } from './decision-form.tsx'
import { learningStrings } from './learning-strings.ts'
import { Part } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

const first = ['go', 'adjust', 'stop'] as const
const further = ['pause', 'scale'] as const
const icons: { readonly [Way in Outcome]: LucideIcon } = {
  go: Play,
  adjust: SlidersHorizontal,
  stop: Square,
  pause: Pause,
  scale: TrendingUp,
}

/** Go on, adjust or stop: who was heard, what keeps it waiting, and what was decided before. */
export const DecisionPart = () => {
  const own = useStrings(learningStrings)
  const { locale } = usePlanPage()
  const { me, people, perspectives } = useWorkplace()
  const measures = usePlanPart((plan) => plan.measures)
  const results = usePlanPart((plan) => plan.results)
  const learningLog = usePlanPart((plan) => plan.learningLog)
  const stopRules = usePlanPart((plan) => plan.stopRules)
  const [chosen, choose] = useState<Outcome | null>(null)
  const [more, setMore] = useState(false)
  const [anyway, setAnyway] = useState(false)
  const isHit = hitRules({ stopRules, results }).length > 0
  const atTable = perspectives.filter(({ id }) =>
    people.some(({ perspective, role }) => perspective === id && role === 'contributor'),
  )
  const lock = decisionLock(
    { measures, results, learningLog },
    isHit,
    atTable.map(({ id }) => id),
  )
  const unheard = atTable.filter(({ id }) => lock?.reason === 'unheard' && lock.groups.includes(id))
  const missing = formatList(
    locale,
    unheard.map(({ title }) => title),
  )
  const locked = lock !== null && !(lock.reason === 'unheard' && anyway)
  const mayDecide = can(me.role, 'write-workspace')
  const waiting =
    lock?.reason === 'no-results'
      ? measures.filter(({ id }) => lock.measureIds.includes(id)).map(({ name }) => name)
      : []
  const button = (outcome: Outcome, isFree = false) => {
    const Icon = icons[outcome]
    return (
      <Button
        key={outcome}
        icon={<Icon size={18} aria-hidden />}
        aria-pressed={chosen === outcome}
        disabled={!mayDecide || (locked && !isFree)}
        onClick={() => choose(chosen === outcome ? null : outcome)}
      >
        {own.outcomes[outcome]}
      </Button>
    )
  }
  return (
    <Part id="decision" title={own.decision} note={own.decisionNote}>
      <Heard />
      <div className="mt-3 grid grid-cols-1 gap-2 @sm:grid-cols-3">{first.map((outcome) => button(outcome))}</div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="quiet" size="dense" aria-expanded={more} onClick={() => setMore(!more)}>
          {own.more} <ChevronDown size={16} aria-hidden />
        </Button>
        {/* Waiting harms nobody, so it waits for nothing. */}
        {more ? further.map((outcome) => button(outcome, outcome === 'pause')) : null}
      </div>
      {isHit ? (
        <Why icon={OctagonX}>{own.stopOpen}</Why>
      ) : lock === null ? null : lock.reason === 'unheard' ? (
        <>
          <Why icon={locked ? Lock : LockOpen}>{locked ? own.unheard(missing) : own.without(missing)}</Why>
          {locked && mayDecide ? (
            <Button size="dense" className="mt-2" onClick={() => setAnyway(true)}>
              {own.anyway}
            </Button>
          ) : null}
        </>
      ) : (
        <Why icon={Lock}>{lock.reason === 'no-measures' ? own.noMeasures : own.noResults(waiting.join(', '))}</Why>
      )}
      {mayDecide ? null : <Why icon={Lock}>{own.onlyLead}</Why>}
      {chosen ? (
        <DecisionForm
          key={chosen}
          outcome={chosen}
          without={missing === '' ? null : own.without(missing)}
          onDone={() => choose(null)}
        />
      ) : null}
      <Decisions />
    </Part>
  )
}

const Why = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) => (
  <p className="mt-2 flex items-start gap-2 text-sm text-ink-2">
    <Icon size={17} className="mt-0.5 shrink-0" aria-hidden /> {children}
  </p>
)

// Every group at the table, whether or not it wrote anything: a voice that is missing stays in sight.
const Heard = () => {
  const own = useStrings(learningStrings)
  const { perspectives } = useWorkplace()
  const log = usePlanPart((plan) => plan.learningLog)
  return (
    <div>
      <h3 className="text-sm font-label">{own.heard}</h3>
      <ul className="mt-1">
        {perspectives.map(({ id, title, marker }) => {
          const count = log.filter(({ perspective }) => perspective === id).length
          return (
            <li
              key={id}
              className={`flex items-center gap-2.5 border-t border-ditch py-1.5 text-sm ${count === 0 ? 'text-ink-2' : ''}`}
            >
              <Marker slot={marker} size={17} />
              {count === 0 ? own.notHeard(title) : own.inLog(title, count)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const Decisions = () => {
  const { planId, locale } = usePlanPage()
  const own = useStrings(learningStrings)
  const { records } = useWorkplace()
  const decisionIds = usePlanPart((plan) => plan.decisionIds)
  const decisions = decisionsAbout({ decisionIds }, planId, records.entries('decisions'))
  if (decisions.length === 0) return <p className="mt-3 text-sm text-ink-2">{own.none}</p>
  return (
    <ul className="mt-3">
      {decisions.map(({ id, value }) => (
        <li
          key={id}
          className="grid gap-0.5 border-t border-ditch py-2 text-sm"
          data-item={id}
          data-decision={value.outcome}
        >
          <p>
            {value.outcome ? <b className="font-strong">{own.outcomes[value.outcome]}. </b> : null}
            {value.text}
          </p>
          {value.why === '' ? null : <p className="text-ink-2">{value.why}</p>}
          <p className="text-xs text-ink-2">
            {[
              value.date && formatDate(locale, value.date),
              value.responseBy && !value.response && own.respond(formatDate(locale, value.responseBy)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
