import { ArrowLeft, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Agenda } from '#domain/agenda.ts'
import { can } from '#domain/permissions.ts'
import { formatTime } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { kinds } from '../../api/kinds.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { useSessionLog } from '../../api/use-session-log.ts'
import { Horizon } from '../../shell/plain-page.tsx'
import { useArtefacts } from './artefacts-context.ts'
import { leadStrings } from './lead-strings.ts'
import { logStrings } from './log-strings.ts'
import { useLeadProblem } from './start-dialog.tsx'
import { tellAct, type Act } from './tell-act.ts'

type LogProps = { readonly agenda: Agenda; readonly session: SessionHandle }

/** Every act of whoever led, newest first, for everybody to read; those who lead can take some back. */
export const SessionLog = ({ agenda, session }: LogProps) => {
  const strings = useStrings(logStrings)
  const lead = useStrings(leadStrings)
  const locale = useLocale()
  const { workspaceId, me, perspectives } = useWorkplace()
  const artefacts = useArtefacts()
  const log = useSessionLog(workspaceId, session.live)
  const problem = useLeadProblem()
  const [said, setSaid] = useState('')
  const [refusal, setRefusal] = useState('')
  const leads = can(me.role, 'lead-session')
  const names = {
    stepTitle: (id: string) => agenda.steps.find((step) => step.id === id)?.title,
    personName: (id: string) => log?.people.find((person) => person.id === id)?.name ?? null,
    groupTitle: (id: string) => perspectives.find((perspective) => perspective.id === id)?.title,
    documentTitle: (id: string) => {
      const found = artefacts.find((artefact) => artefact.id === id)
      return found && (found.title || kinds[found.kind].name[locale])
    },
  }
  const question = (id: string) => log?.questions.find((ballot) => ballot.id === id)?.text
  const undo = async ({ number }: Act) => {
    const answer = await session.send('undoAct', { params: { number: String(number) } })
    setSaid(answer.ok ? strings.undoneSaid : '')
    setRefusal(answer.ok ? '' : problem(answer))
  }
  const address = `/w/${workspaceId}/session/${session.live.id}`
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_1fr] bg-land text-ink">
      <header className="sky-gradient flex min-h-16 items-center gap-3 px-4 sm:px-7">
        <a href={leads ? `${address}/lead` : address} className={buttonClass({ size: 'dense', variant: 'quiet' })}>
          <ArrowLeft size={18} aria-hidden />
          {strings.back}
        </a>
        <span className="truncate text-sm text-ink-2">{agenda.session.title}</span>
      </header>
      <Horizon />
      <main id="content" className="mx-auto grid w-full max-w-[48rem] content-start gap-4 px-4 py-6 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        <p className="text-ink-2">{strings.intro}</p>
        <p role="status" className="sr-only">
          {said}
        </p>
        <div role="alert">{refusal ? <Notice tone="bad">{refusal}</Notice> : null}</div>
        {log?.acts.length === 0 ? <p>{strings.empty}</p> : null}
        <ol>
          {(log?.acts ?? []).toReversed().map((act) => {
            const words = tellAct(act, { log: strings, lead }, { ...names, question })
            const name = act.participant === null ? null : names.personName(act.participant)
            return (
              <li key={act.number} className="flex min-h-14 items-center gap-4 border-t border-ditch py-2">
                <time dateTime={new Date(act.at).toISOString()} className="text-sm text-ink-3 tabular-nums">
                  {formatTime(locale, act.at)}
                </time>
                <p className="min-w-0 flex-1 leading-tight">
                  <span className={act.undone ? 'line-through' : ''}>{words}</span>
                  <span className="block text-sm text-ink-3">
                    {act.detail['byItself'] === true ? strings.byItself : strings.by(name ?? strings.somebody)}
                    {act.undone ? `, ${strings.undone}` : ''}
                  </span>
                </p>
                {leads && act.reversible ? (
                  <Button
                    size="dense"
                    aria-label={strings.undoOf(words)}
                    icon={<Undo2 size={16} aria-hidden />}
                    className="shrink-0"
                    onClick={() => void undo(act)}
                  >
                    <span className="max-sm:sr-only">{strings.undo}</span>
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ol>
      </main>
    </div>
  )
}
