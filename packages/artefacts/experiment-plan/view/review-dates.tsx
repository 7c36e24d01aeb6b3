import { X } from 'lucide-react'
import { useState } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { formatDate } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { addReview, removeReview } from '../learning-commands.ts'
import { frameStrings } from './frame-strings.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** The days on which the group looks at how it goes. */
export const ReviewDates = () => {
  const { act, desk, locale } = usePlanPage()
  const own = useStrings(frameStrings)
  const days = usePlanPart((plan) => plan.reviewDates)
  const [day, setDay] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      noValidate
      className="grid content-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const { ok } = act((draft) => addReview(draft, day || null))
        setWrong(!ok)
        if (ok) setDay('')
      }}
    >
      <FieldFrame
        label={desk.canWrite ? own.newReview : own.reviews}
        hint={own.reviewsHint}
        error={wrong ? own.badDay : undefined}
      >
        {(control) =>
          desk.canWrite ? (
            <span className="flex gap-2">
              <input
                {...control}
                type="date"
                value={day}
                onChange={(event) => setDay(event.target.value)}
                className={`${controlClass} min-h-11`}
              />
              <Button type="submit" className="shrink-0">
                {own.addReview}
              </Button>
            </span>
          ) : (
            <span />
          )
        }
      </FieldFrame>
      {days.length === 0 ? <p className="text-sm text-ink-2">{own.noReviews}</p> : null}
      <ul aria-label={own.reviews} className="flex flex-wrap gap-1.5">
        {days.map((each) => (
          <li
            key={each}
            className="flex items-center gap-1 rounded-chip bg-water-tint py-0.5 pl-2.5 text-sm tabular-nums"
          >
            {formatDate(locale, each)}
            {desk.canWrite ? (
              <button
                type="button"
                aria-label={own.takeReview(formatDate(locale, each))}
                onClick={() => act((draft) => removeReview(draft, each))}
                className="focus-ring grid size-7 place-items-center rounded-chip hover:bg-field pointer-coarse:size-11"
              >
                <X size={14} aria-hidden />
              </button>
            ) : (
              <span className="w-1.5" />
            )}
          </li>
        ))}
      </ul>
    </form>
  )
}
