import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Notice } from '#ui/notice.tsx'
import type { LiveSession } from '../../api/use-session.ts'
import { sessionStrings } from './strings.ts'

type ReminderProps = { readonly live: LiveSession; readonly isReady: boolean }

/** A soft word of the facilitator to whoever is not done yet; it goes with the step. */
export const Reminder = ({ live, isReady }: ReminderProps) => {
  const strings = useStrings(sessionStrings)
  // Reminders from before this page was opened, or of an earlier step, are past.
  const [seen, setSeen] = useState({ step: live.activityId, count: live.reminders })
  if (seen.step !== live.activityId) setSeen({ step: live.activityId, count: live.reminders })
  const isNew = seen.step === live.activityId && live.reminders > seen.count && !isReady
  return <div role="status">{isNew ? <Notice tone="look">{strings.reminder}</Notice> : null}</div>
}
