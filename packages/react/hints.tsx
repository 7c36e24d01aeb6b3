import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import type { CheckHit, Checks } from '#domain/check.ts'
import { Button } from '#ui/button.tsx'
import { inputClass } from '#ui/field.tsx'
import { useHits } from './check-context.ts'
import { hintStrings } from './hint-strings.ts'
import { useLocale, useStrings } from './use-strings.tsx'
import { useDesk, useWorkplace } from './workplace.tsx'

type HintsProps<Content> = {
  readonly checks: Checks<Content>
  readonly content: Content
  /** Only the questions about this; without it all of the document. */
  readonly targetId?: string
  /** The same for several things together. */
  readonly targets?: readonly string[]
  /** How the thing that a question is about is called; `null` where the place says it. */
  readonly nameOf?: (hit: CheckHit) => string | null
}

/** Never more than this at a time: a list of faults helps nobody. */
const mostShown = 3

/** The questions that a content raises, the most important first; each can be put aside with a reason. */
export const Hints = <Content,>({ checks, content, targetId, targets, nameOf }: HintsProps<Content>) => {
  const strings = useStrings(hintStrings)
  const { open, dismissed } = useHits(checks, content)
  const about = targets ?? (targetId === undefined ? null : [targetId])
  const belongs = (hit: CheckHit) => about === null || about.includes(hit.targetId)
  const [own, aside] = [open.filter(belongs), dismissed.filter(belongs)]
  if (own.length === 0 && aside.length === 0) return null
  return (
    <section aria-label={strings.title} className="grid gap-2">
      {own.slice(0, mostShown).map((hit) => (
        <Hint key={keyOf(hit)} hit={hit} checks={checks} name={nameOf?.(hit) ?? null} />
      ))}
      {own.length > mostShown ? <p className="text-xs text-ink-3">{strings.more(own.length - mostShown)}</p> : null}
      {aside.length > 0 ? <Aside hits={aside} checks={checks} /> : null}
    </section>
  )
}

const keyOf = ({ checkId, targetId, itemId }: CheckHit): string => `${checkId} ${targetId} ${itemId ?? ''}`

type HintProps<Content> = { readonly hit: CheckHit; readonly checks: Checks<Content>; readonly name: string | null }

const Hint = <Content,>({ hit, checks, name }: HintProps<Content>) => {
  const strings = useStrings(hintStrings)
  const locale = useLocale()
  const { canWrite } = useDesk()
  const { records } = useWorkplace()
  const [reason, setReason] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const question = checks.words[hit.checkId]?.[locale] ?? hit.checkId
  const putAside = async () => {
    const { checkId, targetId, itemId = null } = hit
    const outcome = await records.add('checkDismissals', { checkId, targetId, itemId, reason: reason?.trim() ?? '' })
    setFailed(!outcome.ok)
  }
  return (
    <div className="grid gap-2 bg-light-tint px-3.5 py-2.5 text-sm" data-check={hit.checkId}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <Lightbulb size={18} aria-hidden className="mt-0.5 shrink-0" />
        <p className="min-w-0 flex-1 basis-52">
          {question}
          {name === null ? null : <span className="text-ink-2"> · {name}</span>}
        </p>
        {canWrite && reason === null ? (
          <Button variant="quiet" size="dense" aria-label={strings.asideNamed(question)} onClick={() => setReason('')}>
            {strings.aside}
          </Button>
        ) : null}
      </div>
      {reason === null ? null : (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void putAside()
          }}
        >
          <label className="grid gap-1">
            <span className="font-label">{strings.why}</span>
            <input
              // The person has just asked to write here.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && setReason(null)}
              className={inputClass}
            />
          </label>
          {failed ? <p role="alert">{strings.failed}</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" size="dense" disabled={reason.trim() === ''}>
              {strings.putAside}
            </Button>
            <Button type="button" variant="quiet" size="dense" onClick={() => setReason(null)}>
              {strings.keep}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}

const Aside = <Content,>({
  hits,
  checks,
}: {
  readonly hits: readonly CheckHit[]
  readonly checks: Checks<Content>
}) => {
  const strings = useStrings(hintStrings)
  const locale = useLocale()
  const { canWrite } = useDesk()
  const { records } = useWorkplace()
  const dismissals = records.entries('checkDismissals')
  const dismissalOf = (hit: CheckHit) =>
    dismissals.find(({ value }) => value.checkId === hit.checkId && value.targetId === hit.targetId)
  return (
    <details className="text-sm text-ink-2">
      <summary className="focus-ring min-h-6 w-fit cursor-pointer">{strings.asideCount(hits.length)}</summary>
      <ul className="grid gap-1 pt-1">
        {hits.map((hit) => {
          const dismissal = dismissalOf(hit)
          return (
            <li key={keyOf(hit)} className="flex flex-wrap items-baseline gap-x-3">
              <span>
                {checks.words[hit.checkId]?.[locale]} <em>{dismissal?.value.reason}</em>
              </span>
              {canWrite && dismissal ? (
                <Button
                  variant="quiet"
                  size="dense"
                  onClick={() => void records.remove('checkDismissals', dismissal.id)}
                >
                  {strings.showAgain}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
