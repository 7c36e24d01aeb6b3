import { ArrowDown, ArrowUp, Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Part } from '#export/report/form.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Segments } from '#ui/segments.tsx'
import { CheckRow } from './check-row.tsx'
import { hasParts, movedPart, pictureLenses, withPart, type Choices, type Kind } from './choices.ts'
import { exportingStrings } from './strings.ts'
import type { Outcomes } from './use-outcomes.ts'

export type ChoosingProps = { readonly choices: Choices; readonly onChange: (choices: Choices) => void }

type Told = { readonly told: Outcomes | null }

const kinds = ['report', 'letter', 'decisions'] as const satisfies readonly Kind[]
const levels = ['page', 'standard', 'complete'] as const

/** What goes in: which sort of report, how much of it, and its parts in the order that one wants. */
export const PartList = ({ choices, onChange, told }: ChoosingProps & Told) => {
  const strings = useStrings(exportingStrings)
  const locale = useLocale()
  const sessions = told?.sessions ?? []
  return (
    <section className="parcel grid content-start gap-3 pt-4.5 pb-2" aria-labelledby="what">
      <h2 id="what" className="px-4 text-lg/[1.25] font-strong sm:px-7">
        {strings.what}
      </h2>
      <div className="grid gap-3 px-4 sm:px-7">
        <Segments
          legend={strings.kind}
          value={choices.kind}
          onChange={(kind) => onChange({ ...choices, kind })}
          options={kinds.map((value) => ({ value, label: strings.kinds[value] }))}
        />
        {choices.kind === 'report' ? (
          <Segments
            legend={strings.level}
            value={choices.level}
            onChange={(level) => onChange({ ...choices, level })}
            options={levels.map((value) => ({ value, label: strings.levels[value] }))}
          />
        ) : null}
        <p className="text-sm text-ink-2">
          {choices.kind === 'report' ? strings.levelHints[choices.level] : strings.kindHints[choices.kind]}
        </p>
        {sessions.length > 0 || choices.session !== null ? (
          <Field label={strings.session}>
            {(control) => (
              <select
                {...control}
                value={choices.session ?? ''}
                onChange={(event) => onChange({ ...choices, session: event.target.value || null })}
                className={inputClass}
              >
                <option value="">{strings.allSessions}</option>
                {sessions.map(({ id, title, date }) => (
                  <option key={id} value={id}>
                    {[title, date === null ? '' : formatDate(locale, date)].filter(Boolean).join(', ')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
      </div>
      {hasParts(choices) ? <Parts choices={choices} onChange={onChange} told={told} /> : null}
      {hasPicture(choices, told) ? (
        <div className="border-t border-ditch px-4 pt-3 pb-2 sm:px-7">
          <Field label={strings.lens}>
            {(control) => (
              <select
                {...control}
                value={choices.lens}
                onChange={({ target }) =>
                  onChange({ ...choices, lens: pictureLenses.find((each) => each === target.value) ?? choices.lens })
                }
                className={inputClass}
              >
                {pictureLenses.map((lens) => (
                  <option key={lens} value={lens}>
                    {strings.lenses[lens]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : null}
    </section>
  )
}

// A picture of a map that nobody stands on shows nothing, and a page has none.
const hasPicture = (choices: Choices, told: Outcomes | null): boolean =>
  hasParts(choices) &&
  choices.parts.some(({ part, on }) => part === 'stakeholder-map' && on) &&
  (told?.counts['stakeholder-map']?.all ?? 0) > 0

const Parts = ({ choices, onChange, told }: ChoosingProps & Told) => {
  const strings = useStrings(exportingStrings)
  const [moved, setMoved] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const move = (part: Choices['parts'][number]['part'], by: -1 | 1) => {
    const next = movedPart(choices, part, by)
    onChange(next)
    const at = next.parts.findIndex((each) => each.part === part)
    setMoved(strings.movedTo(strings.parts[part], at + 1, next.parts.length))
    // The row goes elsewhere; the finger stays on the same button of it, or on the other one at an end of the list.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-part="${part}"]`)
      const [up, down] = row?.querySelectorAll<HTMLButtonElement>('button') ?? []
      const own = by < 0 ? up : down
      ;(own?.disabled ? (by < 0 ? down : up) : own)?.focus()
    })
  }
  return (
    <>
      <ul ref={list}>
        {choices.parts.map(({ part, on }, at) => (
          <li
            key={part}
            data-part={part}
            className="flex items-center justify-between gap-2 border-t border-ditch py-0.5 pr-2 pl-4 sm:pr-4 sm:pl-7"
          >
            <CheckRow checked={on} onChange={(now) => onChange(withPart(choices, part, now))}>
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span>{strings.parts[part]}</span>
                <Count part={part} told={told} />
              </span>
              {part === 'equal' ? (
                <span className="block text-sm font-normal text-ink-3">{strings.equalHint}</span>
              ) : null}
            </CheckRow>
            <span className="flex shrink-0">
              <Button
                variant="quiet"
                size="icon-dense"
                disabled={at === 0}
                aria-label={strings.up(strings.parts[part])}
                icon={<ArrowUp size={18} aria-hidden />}
                onClick={() => move(part, -1)}
              />
              <Button
                variant="quiet"
                size="icon-dense"
                disabled={at === choices.parts.length - 1}
                aria-label={strings.down(strings.parts[part])}
                icon={<ArrowDown size={18} aria-hidden />}
                onClick={() => move(part, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {moved}
      </p>
    </>
  )
}

/** How much stands in a part, and how much of it stays out. */
const Count = ({ part, told }: Told & { readonly part: Part }) => {
  const strings = useStrings(exportingStrings)
  const words = part in strings.counts ? strings.counts[part as keyof typeof strings.counts] : null
  const count = told?.counts[part]
  if (!words || !count) return null
  return (
    <span className="text-sm font-normal text-ink-2">
      {words(count.told)}
      {count.all > count.told ? (
        <span className="block text-reed">
          <Lock size={13} aria-hidden className="mr-1 inline align-[-1px]" />
          {strings.withheld(count.all - count.told)}
        </span>
      ) : null}
    </span>
  )
}
