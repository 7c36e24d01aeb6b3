import { SquareParking } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { leadStrings } from './lead-strings.ts'

/** Points that matter and do not belong in this step: kept among the open points, so that nobody has to hold on to them. */
export const LeadParking = ({ session }: { readonly session: string }) => {
  const strings = useStrings(leadStrings)
  const { records } = useWorkplace()
  const [text, setText] = useState('')
  const own = records.entries('openPoints').filter(({ value }) => value.sessionId === session)
  const keep = async () => {
    if (text.trim() === '') return
    const added = await records.add('openPoints', {
      text,
      sessionId: session,
      kind: 'question',
      status: 'open',
      ownerId: null,
    })
    if (added.ok) setText('')
  }
  return (
    <section aria-labelledby="parking" className="parcel grid gap-2 px-4 py-3.5 sm:px-5">
      <h2 id="parking" className="flex items-center gap-2 text-lg/[1.25] font-strong">
        <SquareParking size={20} aria-hidden />
        {strings.parking}
      </h2>
      {own.length > 0 ? (
        <ul className="grid list-disc gap-1 pl-5 text-sm">
          {own.map(({ id, value }) => (
            <li key={id}>{value.text}</li>
          ))}
        </ul>
      ) : null}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <div className="min-w-0 flex-1">
          <Field label={strings.parkLabel} labelClass="text-sm" hint={own.length === 0 ? strings.parkHint : undefined}>
            {(control) => (
              <input
                {...control}
                value={text}
                maxLength={2000}
                onChange={(event) => setText(event.target.value)}
                className={`${inputClass} min-h-9`}
              />
            )}
          </Field>
        </div>
        <Button size="dense" type="submit">
          {strings.park}
        </Button>
      </form>
    </section>
  )
}
