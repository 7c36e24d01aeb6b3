import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { decidingStrings } from './strings.ts'
import { useKeeping } from './use-keeping.ts'

const kinds = ['question', 'idea', 'disagreement'] as const

/** What a session leaves open: questions, ideas, and where people do not agree. */
export const OpenPoints = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const { records, me } = useWorkplace()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>('question')
  const { busy, failed, keep } = useKeeping(() => setText(''))
  const own = records.entries('openPoints').filter(({ value }) => value.sessionId === session)
  const mayWrite = can(me.role, 'write-artefact')
  return (
    <section aria-labelledby="points" className="grid gap-3">
      <h2 id="points" className="text-lg font-strong">
        {strings.points}
      </h2>
      {own.length === 0 ? <p className="text-sm text-ink-2">{strings.noPoints}</p> : null}
      <ul className="grid">
        {own.map((point) => (
          <li key={point.id} className="flex items-start gap-3 border-b border-ditch py-2">
            <input
              type="checkbox"
              aria-label={strings.isDone(point.value.text)}
              checked={point.value.status === 'done'}
              disabled={!mayWrite}
              onChange={(event) =>
                void records.change('openPoints', point, { status: event.target.checked ? 'done' : 'open' })
              }
              className="mt-0.5 size-6 shrink-0 accent-(--water)"
            />
            <span className="min-w-0 wrap-anywhere">
              {point.value.text} <Chip>{strings.kinds[point.value.kind]}</Chip>
            </span>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const point = { sessionId: session, text: text.trim(), kind, ownerId: null, status: 'open' } as const
            if (text.trim() !== '') void keep(() => records.add('openPoints', point))
          }}
        >
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <Field label={strings.newPoint}>
              {(control) => (
                <input
                  {...control}
                  maxLength={2000}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                  className={inputClass}
                />
              )}
            </Field>
            <Field label={strings.kind}>
              {(control) => (
                <select
                  {...control}
                  value={kind}
                  onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? 'question')}
                  className={inputClass}
                >
                  {kinds.map((each) => (
                    <option key={each} value={each}>
                      {strings.kinds[each]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          {failed ? <FieldError>{strings.failed}</FieldError> : null}
          <Button type="submit" className="w-fit" busy={busy} disabled={text.trim() === ''}>
            {strings.addPoint}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
