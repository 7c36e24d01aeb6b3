import { ArrowRight } from 'lucide-react'
import { useRef, useState, type SubmitEvent } from 'react'
import type { ArtefactKind } from '#artefacts/models.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segments } from '#ui/segments.tsx'
import { createWorkspace, type Created } from '../../api/entering.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { GroupRows } from './group-rows.tsx'
import { firstGroups, toPerspectives, type GroupDraft } from './groups.ts'
import { KindChoice } from './kind-choice.tsx'
import { creatingStrings } from './strings.ts'
import { kindNames } from '../../api/kinds.ts'
import { TablePreview } from './table-preview.tsx'

const keepOptions = [90, 365, 730] as const
type KeepDays = (typeof keepOptions)[number]

type Draft = {
  readonly question: string
  readonly title: string
  readonly place: string
  readonly groups: readonly GroupDraft[]
  readonly kinds: readonly ArtefactKind[]
  readonly keepDays: KeepDays
  readonly createCode: string
}

/** Four questions, and the table as it will be beside them. */
export const NewWorkspace = ({ onMade }: { readonly onMade: (made: Created) => void }) => {
  const strings = useStrings(creatingStrings)
  const language = useLocale()
  const problem = useProblem()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>(() => firstDraft(strings.first))
  const [state, setState] = useState<'new' | 'tried' | 'busy'>('new')
  const [refused, setRefused] = useState<string>()
  const [asksCode, setAsksCode] = useState(false)
  const change = (news: Partial<Draft>) => setDraft({ ...draft, ...news })
  const tried = state !== 'new'

  const submit = async () => {
    setRefused(undefined)
    if (!isComplete(draft)) {
      setState('tried')
      // The first field that misses something, once it says so.
      return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    }
    setState('busy')
    const answer = await createWorkspace({ ...requestOf(draft), language })
    setState('tried')
    if (answer.ok) return onMade(answer.value)
    setAsksCode(asksCode || answer.code === 'create-code-required')
    return setRefused(problem(answer))
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={onSubmit}
      className="grid min-h-full lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_32.5rem]"
    >
      <div className="flex flex-col gap-ditch border-ditch bg-ditch lg:border-r-[3px]">
        <Question draft={draft} change={change} tried={tried} />
        <GroupRows groups={draft.groups} onChange={(groups) => change({ groups })} tried={tried} />
        <KindChoice chosen={draft.kinds} onChange={(kinds) => change({ kinds })} />
        <div className="parcel flex-1 px-4.5 py-4 sm:px-7 xl:pr-10 xl:pl-16">
          <h2 className="font-strong">{strings.keep}</h2>
          <div className="mt-2 flex flex-wrap items-center gap-x-4.5 gap-y-2">
            <Segments
              legend={strings.keep}
              value={String(draft.keepDays)}
              onChange={(value) => change({ keepDays: keepOptions.find((days) => String(days) === value) ?? 365 })}
              options={keepOptions.map((days) => ({ value: String(days), label: strings.keepOptions[days] }))}
            />
            <p className="text-sm text-ink-3">{strings.keepHint}</p>
          </div>
        </div>
      </div>
      <aside aria-label={strings.preview} className="flex flex-col gap-5 bg-sky px-4.5 py-7 sm:px-7 xl:px-12">
        <TablePreview question={draft.question} groups={draft.groups} onDraw={(groups) => change({ groups })} />
        <div className="sticky bottom-0 mt-auto -mb-7 grid gap-3 bg-sky pt-3 pb-6 [@media(max-height:30rem)]:static">
          {asksCode ? (
            <Field label={strings.createCode} hint={strings.createCodeHint}>
              {(control) => (
                <input
                  {...control}
                  value={draft.createCode}
                  autoComplete="off"
                  onChange={(event) => change({ createCode: event.target.value })}
                  className={inputClass}
                />
              )}
            </Field>
          ) : null}
          {refused ? (
            <Notice tone="bad" role="alert">
              {refused}
            </Notice>
          ) : null}
          <Button variant="main" size="large" type="submit" busy={state === 'busy'}>
            {strings.make} <ArrowRight size={18} aria-hidden />
          </Button>
        </div>
      </aside>
    </form>
  )
}

const firstDraft = (names: { resident: string; professional: string; policy: string }): Draft => ({
  question: '',
  title: '',
  place: '',
  groups: firstGroups([
    [names.resident, 'resident'],
    [names.professional, 'professional'],
    [names.policy, 'policy'],
  ]),
  kinds: kindNames,
  keepDays: 365,
  createCode: '',
})

const isComplete = ({ title, groups }: Draft): boolean =>
  title.trim() !== '' && groups.every((group) => group.title.trim() !== '')

const requestOf = ({ groups, kinds, createCode, ...rest }: Draft) => ({
  ...rest,
  perspectives: toPerspectives(groups),
  artefacts: kindNames.filter((kind) => kinds.includes(kind)),
  ...(createCode === '' ? {} : { createCode }),
})

type QuestionProps = {
  readonly draft: Draft
  readonly change: (news: Partial<Draft>) => void
  readonly tried: boolean
}

const Question = ({ draft, change, tried }: QuestionProps) => {
  const strings = useStrings(creatingStrings)
  const isMissing = tried && draft.title.trim() === ''
  return (
    <section className="parcel grid gap-3 px-4.5 py-4 sm:px-7 xl:pr-10 xl:pl-16">
      <Field label={strings.question} labelClass="font-strong" hint={strings.questionHint}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={draft.question}
            onChange={(event) => change({ question: event.target.value })}
            className={`${inputClass} field-sizing-content resize-y leading-[1.4]`}
          />
        )}
      </Field>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <Field label={strings.name} error={isMissing ? strings.nameMissing : undefined}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={120}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
              className={inputClass}
            />
          )}
        </Field>
        <Field label={strings.place}>
          {(control) => (
            <input
              {...control}
              maxLength={120}
              value={draft.place}
              onChange={(event) => change({ place: event.target.value })}
              className={inputClass}
            />
          )}
        </Field>
      </div>
    </section>
  )
}
