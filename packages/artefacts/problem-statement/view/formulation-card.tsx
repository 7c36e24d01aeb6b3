import { Lightbulb } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { lazy, memo, Suspense, useState } from 'react'
import { sourcesOf, wordsOf } from '../queries.ts'
import { runsOf } from '../shared-words.ts'
import type { Formulation } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { GroupMarks, Said, StateChip } from './marks.tsx'
import { useQuestionsAbout } from './question-part.tsx'
import { RowActions } from './row-actions.tsx'
import { usePage, useRows } from './use-page.ts'

const FormulationTools = lazy(async () => ({ default: (await import('./formulation-tools.tsx')).FormulationTools }))

type CardProps = {
  readonly formulation: Formulation
  readonly state: Formulation['status']
  /** Whether it is the sentence in work, on top of the page. */
  readonly sentence: boolean
  readonly shared: ReadonlySet<string>
  readonly picked: boolean
  readonly onPick: (id: string, wanted: boolean) => void
}

/** One formulation to read and compare; its tools and its words open. */
export const FormulationCard = memo(({ formulation, state, sentence, shared, picked, onPick }: CardProps) => {
  const { desk, words } = usePage()
  const lower = useStrings(lowerStrings)
  const [open, setOpen] = useState(false)
  const { id, minorityNote, reasonNotChosen } = formulation
  const text = wordsOf(formulation)
  return (
    <li
      data-item={id}
      className={`border-t border-ditch py-2.5 first:border-t-0 ${picked ? '-mx-2 bg-water-tint px-2' : ''}`}
    >
      <p className={`text-sm ${state === 'dropped' || state === 'merged' ? 'text-ink-2' : ''}`}>
        <Said>
          <MarkedWords text={text} shared={shared} />
        </Said>
      </p>
      <Origin formulation={formulation} />
      {state === 'open' ? <Asked id={id} /> : null}
      <div className="mt-1 flex flex-wrap items-center gap-x-2">
        {sentence ? <span className="text-xs font-strong text-ink-2">{lower.isSentence}</span> : null}
        {state === 'open' ? null : <StateChip state={state} />}
        {desk.canWrite && state === 'open' ? (
          <label className="-ml-1 flex min-h-9 items-center gap-2 px-1 text-sm pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={picked}
              aria-label={lower.pickOne(text)}
              onChange={(event) => onPick(id, event.target.checked)}
              className="focus-ring size-5 accent-water"
            />
            {lower.pick}
          </label>
        ) : null}
        <span className="ml-auto">
          <RowActions id={id} what={text} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {!open && reasonNotChosen.trim() !== '' && state === 'dropped' ? (
        <p className="mt-1 text-xs text-ink-2">
          <b className="font-strong">{words.reason}:</b> <Said>{reasonNotChosen}</Said>
        </p>
      ) : null}
      {!open && minorityNote.trim() !== '' && !sentence ? (
        <p className="mt-1 bg-light-tint px-2 py-1 text-xs">
          <b className="font-strong">{words.minority}:</b> <Said>{minorityNote}</Said>
        </p>
      ) : null}
      {open ? (
        <Suspense>
          <FormulationTools formulation={formulation} state={state} />
        </Suspense>
      ) : null}
    </li>
  )
})

// While a sentence is weighed its questions stand with it; what was merged or dropped has been talked about.
const Asked = ({ id }: { readonly id: string }) =>
  useQuestionsAbout(id).map((question) => (
    <p key={question} className="mt-1 flex items-start gap-2 text-xs text-ink-2">
      <Lightbulb size={15} aria-hidden className="shrink-0" /> {question}
    </p>
  ))

const MarkedWords = ({ text, shared }: { readonly text: string; readonly shared: ReadonlySet<string> }) =>
  runsOf(text, shared).map((run, at) =>
    run.shared ? (
      // Runs have no identity of their own: the place in the text is the key.
      <mark
        key={at}
        className="bg-transparent text-inherit underline decoration-water decoration-2 underline-offset-[3px]"
      >
        {run.text}
      </mark>
    ) : (
      run.text
    ),
  )

const Origin = ({ formulation }: { readonly formulation: Formulation }) => {
  const { strings } = usePage()
  const sources = sourcesOf({ formulations: useRows('formulations') }, formulation)
  if (sources.length === 0) return null
  const voices = [...new Set(sources.map(({ perspective }) => perspective))]
  return (
    <p className="mt-1 flex items-center gap-2 text-xs text-ink-3">
      {strings.madeFrom} <GroupMarks perspectives={voices} />
    </p>
  )
}
