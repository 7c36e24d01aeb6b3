import { FileText, Globe, TextIcon, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { plainText } from '#crdt/prose.ts'
import { kindWords, roomWords, ruleStatusWords, ruleWords } from '#domain/rule-words.ts'
import { agendaOf, type AgendaPoint, type Ask } from '#export/agenda/agenda.ts'
import { addressOf } from '#protocol/http-paths.ts'
import { formatDate } from '#i18n/format.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import type { Refusal } from '../../api/ask.ts'
import { saveFrom } from '../../api/save-file.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { experimentsStrings } from './strings.ts'

const forms = ['docx', 'html', 'md'] as const
const icons: { readonly [Form in (typeof forms)[number]]: LucideIcon } = { docx: FileText, html: Globe, md: TextIcon }

/** The rules in the way of all trials, by who can change them, with their sources; to keep as a memo. */
export const AgendaPart = () => {
  const strings = useStrings(experimentsStrings)
  const { directory, people } = useWorkplace()
  const agenda = agendaOf(directory)
  const nameOf = (id: string) =>
    directory.get(id)?.label ?? people.find((person) => person.id === id)?.name ?? strings.removed
  return (
    <section id="agenda" aria-labelledby="agenda-title" className="parcel scroll-mt-2 px-4 py-4 sm:px-7">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="agenda-title" className="text-lg font-strong">
          {strings.agenda}
        </h2>
        <p className="min-w-0 flex-1 basis-64 text-sm text-ink-2">{strings.agendaNote}</p>
        {agenda.length === 0 ? null : <MemoButtons />}
      </div>
      {agenda.length === 0 ? <p className="text-ink-2">{strings.noAgenda}</p> : null}
      {agenda.map(({ ownerId, points }) => (
        <section key={ownerId ?? 'nobody'} className="mt-3">
          <h3 className="border-b-[3px] border-ditch pb-1 font-strong">
            {ownerId === null ? strings.nobody : nameOf(ownerId)}
          </h3>
          <ul>
            {points.map((point) => (
              <Point key={point.asks[0]?.itemId ?? point.rule} point={point} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** The memo as the server makes it, through the same gate as a report: names out, and only sources that may be told. */
const MemoButtons = () => {
  const strings = useStrings(experimentsStrings)
  const lang = useLocale()
  const { workspaceId } = useWorkplace()
  const problem = useProblem()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async (format: (typeof forms)[number]) => {
    setBusy(format)
    const address = addressOf('agenda', { workspace: workspaceId }, { format, lang })
    setRefusal(await saveFrom(address, `memo.${format}`))
    setBusy(null)
  }
  return (
    <div role="group" aria-label={strings.memo} className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="text-sm font-label">
        {strings.memo}
      </span>
      {forms.map((form) => {
        const Icon = icons[form]
        return (
          <Button
            key={form}
            size="dense"
            busy={busy === form}
            icon={<Icon size={16} aria-hidden />}
            onClick={() => void save(form)}
          >
            {strings.memoForms[form]}
          </Button>
        )
      })}
      {refusal ? (
        <p role="alert" className="basis-full text-sm text-clay">
          {strings.memoFailed} {problem(refusal)}
        </p>
      ) : null}
    </div>
  )
}

const Point = ({ point }: { readonly point: AgendaPoint }) => {
  const strings = useStrings(experimentsStrings)
  const locale = useLocale()
  const { evidence } = useWorkplace()
  const register = useContent(evidence, (content) => content.evidence)
  const sources = register.filter(({ id }) => point.evidenceIds.includes(id))
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-ditch py-3 first:border-t-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div>
        <h4 className="font-label break-words">{point.rule}</h4>
        <p className="text-sm text-ink-2">
          {kindWords(point.kind, locale)} · {strings.askedBy(new Set(point.asks.map(({ planId }) => planId)).size)}
        </p>
        <h5 className="mt-2 text-sm font-label">{strings.sources}</h5>
        {sources.length === 0 ? <p className="text-sm text-ink-3">{strings.noSources}</p> : null}
        <ul className="text-sm">
          {sources.map(({ id, text, sourceLabel }) => (
            <li key={id} className="py-1">
              <q>{plainText(text)}</q> {sourceLabel === '' ? null : <span className="text-ink-2">{sourceLabel}</span>}
            </li>
          ))}
        </ul>
      </div>
      <ul className="grid content-start gap-3">
        {point.asks.map((ask) => (
          <AskFacts key={ask.itemId} ask={ask} />
        ))}
      </ul>
    </li>
  )
}

const AskFacts = ({ ask }: { readonly ask: Ask }) => {
  const strings = useStrings(experimentsStrings)
  const locale = useLocale()
  const { directory, linkTo } = useWorkplace()
  const words = ruleWords[locale].facts
  const facts: readonly (readonly [string, string])[] = [
    [words.purpose, ask.purpose],
    [words.scope, ask.scope],
    [words.deviatesFrom, ask.deviatesFrom],
    [words.maxDuration, ask.maxDuration],
    [words.validUntil, ask.validUntil === null ? '' : formatDate(locale, ask.validUntil)],
  ]
  return (
    <li className="grid gap-1.5 bg-field px-3 py-2.5 text-sm">
      <p>
        <a href={linkTo(ask.planId, ask.itemId)} className="focus-ring text-water underline underline-offset-3">
          {directory.get(ask.planId)?.label ?? strings.trial}
        </a>{' '}
        · {roomWords(ask.room, locale)} · <b className="font-strong">{ruleStatusWords(ask.status, locale)}</b>
      </p>
      <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-2">
        {facts.map(([label, text]) =>
          text === '' ? null : (
            <div key={label}>
              <dt className="text-xs text-ink-2">{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </li>
  )
}
