import { useId, useState } from 'react'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { answerEthics } from '../care-commands.ts'
import { ethicsWords } from '../ethics-words.ts'
import { ethicsAnswers, ethicsCodes, type EthicsAnswer, type EthicsCode } from '../shape.ts'
import { unanswered } from '../status.ts'
import { careStrings } from './care-strings.ts'
import { Part } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** The questions of care; all of them have an answer before the trial runs. */
export const CarePart = () => {
  const own = useStrings(careStrings)
  const ethics = usePlanPart((plan) => plan.ethics)
  const left = unanswered({ ethics }).length
  return (
    <Part
      id="care"
      title={own.title}
      note={own.note}
      action={
        <b className="text-sm font-label tabular-nums">{own.progress(ethicsCodes.length - left, ethicsCodes.length)}</b>
      }
    >
      {left > 0 ? <p className="mb-1 text-sm text-ink-2">{own.before}</p> : null}
      <ul className="gap-x-7 @4xl:columns-2">
        {ethicsCodes.map((code) => {
          const row = ethics.find((answer) => answer.code === code)
          return (
            <CareRow
              key={code}
              code={code}
              answer={row?.answer ?? null}
              note={row?.note ?? ''}
              rowId={row?.id ?? null}
            />
          )
        })}
      </ul>
    </Part>
  )
}

type CareRowProps = {
  readonly code: EthicsCode
  readonly answer: EthicsAnswer | null
  readonly note: string
  readonly rowId: string | null
}

const tints = {
  yes: 'has-checked:bg-grass-tint',
  no: 'has-checked:bg-clay-tint',
  na: 'has-checked:bg-field',
  open: 'has-checked:bg-reed-tint',
} as const

const CareRow = ({ code, answer, note, rowId }: CareRowProps) => {
  const { act, desk, planId, locale } = usePlanPage()
  const own = useStrings(careStrings)
  const name = useId()
  const [writing, setWriting] = useState(false)
  const question = ethicsWords[code][locale]
  const set = (said: Parameters<typeof answerEthics>[3]) => void act((draft) => answerEthics(draft, planId, code, said))
  return (
    <li className="break-inside-avoid border-t border-ditch py-2" data-item={rowId} data-ethics={code}>
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1" disabled={!desk.canWrite}>
        <legend className="float-left min-w-0 flex-1 basis-64 text-sm font-label">{question}</legend>
        <span className="inline-flex flex-wrap rounded-control border-[1.5px] border-bank">
          {ethicsAnswers.map((each) => (
            <label
              key={each}
              className={`focus-ring-inside flex min-h-9 cursor-pointer items-center px-2.5 text-sm has-checked:font-strong has-checked:shadow-[inset_0_-3px_0_var(--water)] has-disabled:cursor-default pointer-coarse:min-h-11 ${tints[each]}`}
            >
              <input
                type="radio"
                name={name}
                checked={answer === each}
                onChange={() => set({ answer: each })}
                className="sr-only"
              />
              {own.answers[each]}
            </label>
          ))}
        </span>
      </fieldset>
      {writing ? (
        <div className="mt-1.5">
          <LineField
            label={`${own.why}: ${question}`}
            hideLabel
            value={note}
            maxLength={1000}
            placeholder={own.why}
            onChange={(next) => set({ note: next })}
          />
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          {note === '' ? null : <span className="min-w-0">{note}</span>}
          {desk.canWrite ? (
            <Button
              variant="quiet"
              size="dense"
              aria-label={`${own.writeNote}: ${question}`}
              onClick={() => setWriting(true)}
            >
              {own.why}
            </Button>
          ) : null}
          {rowId === null ? null : <RemarkButton itemId={rowId} about={question} quote={question} />}
        </div>
      )}
    </li>
  )
}
