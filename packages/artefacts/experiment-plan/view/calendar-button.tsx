import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { frameStrings } from './frame-strings.ts'
import { saveText } from './save-text.ts'
import { usePlanPage } from './use-plan.ts'

/** Saves the days of the plan as a file that every calendar takes. */
export const CalendarButton = () => {
  const { desk, words, strings } = usePlanPage()
  const own = useStrings(frameStrings)
  const [failed, setFailed] = useState(false)
  const save = async () => {
    const plan = desk.document.content()
    const { calendarOf } = await import('./calendar.ts')
    const made = calendarOf(plan, desk.documentId, {
      begins: strings.begins,
      ends: strings.ends,
      latest: strings.latest,
      review: words.review,
    })
    setFailed(made === null)
    if (made !== null) saveText(made, `${plan.title || 'plan'}.ics`, 'text/calendar')
  }
  return (
    <>
      <Button size="dense" icon={<CalendarPlus size={16} aria-hidden />} onClick={() => void save()}>
        {own.calendar}
      </Button>
      {failed ? (
        <p role="alert" className="basis-full text-sm text-clay">
          {own.calendarFailed}
        </p>
      ) : null}
    </>
  )
}
