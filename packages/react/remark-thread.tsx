import { Check, MessageCircleQuestion, Reply, RotateCcw, Trash2 } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { can } from '#domain/permissions.ts'
import { formatDay, formatTime } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Marker } from '#ui/marker.tsx'
import { useMarkerOf } from './here.ts'
import { RemarkForm } from './remark-form.tsx'
import { remarkStrings } from './remark-strings.ts'
import type { Remark, Thread } from './remark-threads.ts'
import { useLocale, useStrings } from './use-strings.tsx'
import { useWorkplace } from './workplace.tsx'

/** A remark with its answers: answer it, settle it, or open it again. */
export const RemarkThread = ({ thread }: { readonly thread: Thread }) => {
  const strings = useStrings(remarkStrings)
  const { records, me } = useWorkplace()
  const [answering, setAnswering] = useState(false)
  const home = useRef<HTMLElement>(null)
  const wasAnswering = useRef(false)
  // The form goes with the focus in it, which comes back to where it was opened in the same commit: a key pressed
  // in between would reach nobody.
  useLayoutEffect(() => {
    if (wasAnswering.current && !answering) home.current?.querySelector<HTMLElement>('[data-reply]')?.focus()
    wasAnswering.current = answering
  }, [answering])
  const { first, answers } = thread
  const { documentId, itemId, field, quote, resolved } = first.value
  const isForMe = !resolved && [first, ...answers].some(({ value }) => value.mentions.includes(me.id))
  return (
    <article ref={home} id={first.id} className={`parcel grid gap-2.5 px-4 py-3.5 ${isForMe ? 'bg-light-tint' : ''}`}>
      {quote === '' ? null : (
        <p className="line-clamp-2 border-l-[3px] border-light pl-2 text-xs text-ink-2">{quote}</p>
      )}
      <RemarkWords remark={first} />
      {answers.map((answer) => (
        <RemarkWords key={answer.id} remark={answer} />
      ))}
      {answering ? (
        <RemarkForm
          place={{ documentId, itemId, field }}
          quote=""
          threadId={first.id}
          label={strings.answer}
          onDone={() => setAnswering(false)}
        />
      ) : null}
      <div className="-ml-3 flex flex-wrap gap-1">
        {answering || resolved ? null : (
          <Button
            variant="quiet"
            size="dense"
            data-reply
            icon={<Reply size={16} aria-hidden />}
            onClick={() => setAnswering(true)}
          >
            {strings.reply}
          </Button>
        )}
        <Button
          variant="quiet"
          size="dense"
          icon={resolved ? <RotateCcw size={16} aria-hidden /> : <Check size={16} aria-hidden />}
          onClick={() => void records.change('comments', first, { resolved: !resolved })}
        >
          {resolved ? strings.reopen : strings.settle}
        </Button>
      </div>
    </article>
  )
}

const RemarkWords = ({ remark: { id, value } }: { readonly remark: Remark }) => {
  const strings = useStrings(remarkStrings)
  const locale = useLocale()
  const { records, people, me } = useWorkplace()
  const marker = useMarkerOf()(value.by)
  const name = people.find((person) => person.id === value.byId)?.name ?? strings.somebody
  const mayRemove = value.byId === me.id || can(me.role, 'manage-people')
  const at = value.at === null ? null : Date.parse(value.at)
  return (
    <div className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 text-sm">
      <span className="pt-0.5">
        {marker ? <Marker slot={marker} size={18} /> : <MessageCircleQuestion size={18} aria-hidden />}
      </span>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="font-strong">{name}</strong>
        {at === null || Number.isNaN(at) ? null : (
          <span className="text-xs text-ink-3">
            {formatDay(locale, at)}
            {value.byId === null ? '' : `, ${formatTime(locale, at)}`}
          </span>
        )}
      </p>
      {mayRemove ? (
        <button
          type="button"
          aria-label={strings.removeOne(name)}
          title={strings.remove}
          onClick={() => void records.remove('comments', id)}
          className="focus-ring grid size-7 place-items-center rounded-control text-ink-3 hover:bg-field"
        >
          <Trash2 size={15} aria-hidden />
        </button>
      ) : (
        <span />
      )}
      <div className="col-start-2 grid gap-1">
        {value.kind === 'unclear' ? <Chip tone="care">{strings.unclearChip}</Chip> : null}
        <p className="whitespace-pre-wrap break-words">{value.text}</p>
      </div>
    </div>
  )
}
