import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Segments } from '#ui/segments.tsx'
import { CheckRow } from './check-row.tsx'
import { hasParts, movedPart, withPart, type Choices, type Kind } from './choices.ts'
import { exportingStrings } from './strings.ts'

export type ChoosingProps = { readonly choices: Choices; readonly onChange: (choices: Choices) => void }

const kinds = ['report', 'letter', 'decisions'] as const satisfies readonly Kind[]
const levels = ['page', 'standard', 'complete'] as const

/** What goes in: which sort of report, how much of it, and its parts in the order that one wants. */
export const PartList = ({ choices, onChange }: ChoosingProps) => {
  const strings = useStrings(exportingStrings)
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
      </div>
      {hasParts(choices) ? <Parts choices={choices} onChange={onChange} /> : null}
    </section>
  )
}

const Parts = ({ choices, onChange }: ChoosingProps) => {
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
              {strings.parts[part]}
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
