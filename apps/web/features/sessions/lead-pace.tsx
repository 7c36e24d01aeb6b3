import { paceOf, type Agenda } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import { secondsLeft } from '#domain/timer.ts'
import { formatTime } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import type { LiveSession } from '../../api/use-session.ts'
import { leadStrings } from './lead-strings.ts'
import { useSecond } from './use-timer.ts'

type PaceProps = { readonly agenda: Agenda; readonly live: LiveSession }

/** When the session ends as it goes now, and how many minutes it is behind or ahead of its script. */
export const LeadPace = ({ agenda, live }: PaceProps) => {
  const strings = useStrings(leadStrings)
  const locale = useLocale()
  const now = useSecond(live.status === 'live')
  const timer = runningTimer(live)
  const pace = live.status === 'live' ? paceOf(agenda.steps, live, timer ? secondsLeft(timer, now) : 0, now) : null
  if (!pace) return null
  const { end, behind } = pace
  return (
    <p className="text-sm text-ink-2 tabular-nums">
      {strings.end(formatTime(locale, end))}{' '}
      {behind > 0 ? strings.behind(behind) : behind < 0 ? strings.ahead(-behind) : strings.onTime}
    </p>
  )
}
