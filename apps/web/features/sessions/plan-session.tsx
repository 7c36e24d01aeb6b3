import { FilePlus2, FolderOpen, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { Template } from '#domain/templates/template.ts'
import { templates } from '#domain/templates/templates.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CallOf } from '#protocol/http-api.ts'
import { callSession } from '../../api/session-call.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { listStrings } from './list-strings.ts'
import { readJsonFile } from './script-file.ts'

type Wish = CallOf<'createSession'>['body']

/** Begins a new session from one of the scripts that come along, from nothing, or from a file. */
export const PlanSession = () => {
  const strings = useStrings(listStrings)
  const locale = useLocale()
  const problem = useProblem()
  const { workspaceId } = useWorkplace()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const plan = async (wish: Wish) => {
    setBusy(true)
    const answer = await callSession('createSession', {
      params: { workspace: workspaceId },
      body: { date: new Date().toLocaleDateString('sv'), ...wish },
    })
    setBusy(false)
    if (!answer.ok) {
      const isScript = answer.errors.some(({ field }) => field === 'script')
      return setError(isScript ? strings.notAScript : problem(answer))
    }
    return navigate(`/w/${workspaceId}/session/${answer.value.id}/script`)
  }
  return (
    <section aria-labelledby="plan" className="parcel">
      <div className="grid gap-1 px-4 pt-5 pb-4 sm:px-7">
        <h2 id="plan" className="text-lg font-strong">
          {strings.plan}
        </h2>
        <p className="text-ink-2">{strings.planWords}</p>
        {error ? (
          <Notice tone="bad" role="alert" className="mt-2">
            {error}
          </Notice>
        ) : null}
      </div>
      <ul aria-label={strings.templates} className="parcels border-t-[3px] border-ditch md:grid-cols-2">
        {templates.map((template) => (
          <li key={template.id} className="parcel">
            <TemplateCard
              template={template}
              busy={busy}
              onPlan={() => void plan({ template: template.id, language: locale })}
            />
          </li>
        ))}
        <li className="parcel grid content-start gap-2 px-4 py-4 sm:px-7">
          <h3 className="font-strong">{strings.own}</h3>
          <p className="text-sm text-ink-2">{strings.ownWords}</p>
          <Button
            size="dense"
            busy={busy}
            className="w-fit"
            icon={<FilePlus2 size={18} aria-hidden />}
            onClick={() => void plan({ language: locale })}
          >
            {strings.own}
          </Button>
        </li>
        <li className="parcel grid content-start gap-2 px-4 py-4 sm:px-7">
          <h3 className="font-strong">{strings.fromFile}</h3>
          <p className="text-sm text-ink-2">{strings.fromFileWords}</p>
          <FileChooser
            label={strings.fromFile}
            onFile={async (file) => {
              const script = await readJsonFile(file)
              if (script) await plan({ script })
              else setError(strings.notAScript)
            }}
          />
        </li>
      </ul>
    </section>
  )
}

type CardProps = { readonly template: Template; readonly busy: boolean; readonly onPlan: () => void }

const TemplateCard = ({ template, busy, onPlan }: CardProps) => {
  const strings = useStrings(listStrings)
  const locale = useLocale()
  const { title, purpose, people, steps, inOwnTime } = template
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  const days = Math.max(0, ...steps.map((step) => step.days?.[1] ?? -1)) + 1
  return (
    <div className="grid h-full content-start gap-2 px-4 py-4 sm:px-7">
      <h3 className="font-strong">{title[locale]}</h3>
      <p className="text-sm text-ink-2">{purpose[locale]}</p>
      <p className="text-sm text-ink-3">
        {[
          inOwnTime ? strings.perPerson(minutes, days) : strings.minutes(minutes),
          strings.steps(steps.length),
          strings.people(people),
        ].join(' · ')}
      </p>
      <Button
        size="dense"
        busy={busy}
        aria-label={strings.choose(title[locale])}
        className="mt-auto w-fit"
        icon={<Plus size={18} aria-hidden />}
        onClick={onPlan}
      >
        {strings.plan}
      </Button>
    </div>
  )
}

type ChooserProps = { readonly label: string; readonly onFile: (file: File) => Promise<void> }

const FileChooser = ({ label, onFile }: ChooserProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size="dense"
        className="w-fit"
        icon={<FolderOpen size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void onFile(file)
        }}
      />
    </>
  )
}
