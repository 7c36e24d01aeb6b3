import { useState } from 'react'
import type { Anonymity } from '#domain/choosing/anonymity.ts'
import { GroupOptions } from '#react/group-options.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { writingStrings } from './strings.ts'
import { useDrafts, type OwnDraft } from './use-drafts.ts'

type OwnCardsProps = { readonly session: string; readonly activity: string; readonly promise: Anonymity }

/** Writing for oneself: a card at a time, kept where nobody else can look. */
export const OwnCards = ({ session, activity, promise }: OwnCardsProps) => {
  const strings = useStrings(writingStrings)
  const drafts = useDrafts(session, activity)
  const { me } = useWorkplace()
  const [said, setSaid] = useState('')
  const [group, setGroup] = useState('')
  return (
    <div className="grid gap-5">
      {me.canRecord ? <ForGroup group={group} onChange={setGroup} /> : null}
      <CardForm
        key={drafts.own.length}
        label={strings.yourCard}
        hint={strings.hint}
        button={strings.add}
        initial={unsent(activity)}
        onType={(text) => keepUnsent(activity, text)}
        onKeep={async (text) => {
          const kept = await drafts.add(text, promise, group || undefined)
          if (kept.ok) {
            keepUnsent(activity, '')
            setSaid(strings.kept)
          }
          return kept
        }}
      />
      <section aria-label={strings.yours} className="grid gap-2">
        <h2 className="text-sm font-label text-ink-2">{strings.yours}</h2>
        {drafts.own.length + drafts.shown.length === 0 ? <p className="text-sm text-ink-2">{strings.noneYet}</p> : null}
        <ul className="grid gap-2">
          {drafts.own.map((draft) => (
            <OwnCard key={draft.id} draft={draft} promise={promise} drafts={drafts} />
          ))}
        </ul>
        <p role="status" className="text-sm text-ink-2">
          {drafts.own.length > 0 || drafts.shown.length === 0 ? said : ''}
        </p>
        <ShownCards cards={drafts.shown} />
      </section>
    </div>
  )
}

type ForGroupProps = { readonly group: string; readonly onChange: (group: string) => void }

// A scribe writes what somebody without a device says, in the voice of that person's group.
const ForGroup = ({ group, onChange }: ForGroupProps) => {
  const strings = useStrings(writingStrings)
  return (
    <Field label={strings.forGroup}>
      {(control) => (
        <select {...control} value={group} onChange={({ target }) => onChange(target.value)} className={inputClass}>
          <option value="">{strings.ownGroup}</option>
          <GroupOptions />
        </select>
      )}
    </Field>
  )
}

// Once it is shown nobody can change it alone, and nobody but this device knows whose it was.
const ShownCards = ({ cards }: { readonly cards: readonly OwnDraft[] }) => {
  const strings = useStrings(writingStrings)
  if (cards.length === 0) return null
  return (
    <>
      <p className="text-sm text-ink-2">{strings.shownNow}</p>
      <ul aria-label={strings.shownNow} className="grid gap-2">
        {cards.map(({ id, text }) => (
          <li key={id} className="border-l-[3px] border-grass bg-field px-3 py-2 whitespace-pre-line wrap-anywhere">
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}

type OwnCardProps = {
  readonly draft: OwnDraft
  readonly promise: Anonymity
  readonly drafts: ReturnType<typeof useDrafts>
}

const OwnCard = ({ draft: { id, text, perspective }, promise, drafts }: OwnCardProps) => {
  const strings = useStrings(writingStrings)
  const { perspectives } = useWorkplace()
  const group = perspectives.find((each) => each.id === perspective)
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <li>
        <CardForm
          label={strings.change(text)}
          button={strings.save}
          initial={text}
          onCancel={() => setEditing(false)}
          onKeep={async (next) => {
            const kept = await drafts.change(id, next, promise)
            if (kept.ok) setEditing(false)
            return kept
          }}
        />
      </li>
    )
  }
  return (
    <li className="grid gap-1 border-l-[3px] border-water bg-field px-3 py-2">
      <p className="whitespace-pre-line wrap-anywhere">{text}</p>
      {group ? <p className="text-sm text-ink-2">{strings.saidBy(group.title)}</p> : null}
      <span className="flex flex-wrap gap-2">
        <Button size="dense" aria-label={strings.change(text)} onClick={() => setEditing(true)}>
          {strings.changeShort}
        </Button>
        <Button size="dense" variant="quiet" aria-label={strings.remove(text)} onClick={() => void drafts.remove(id)}>
          {strings.removeShort}
        </Button>
      </span>
    </li>
  )
}

type CardFormProps = {
  readonly label: string
  readonly hint?: string
  readonly button: string
  readonly initial: string
  readonly onType?: (text: string) => void
  readonly onKeep: (text: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>
  readonly onCancel?: () => void
}

const CardForm = ({ label, hint, button, initial, onType, onKeep, onCancel }: CardFormProps) => {
  const strings = useStrings(writingStrings)
  const [text, setText] = useState(initial)
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'too-many'>('idle')
  const keep = async () => {
    if (text.trim() === '') return
    setState('busy')
    const kept = await onKeep(text.trim())
    if (kept.ok) setText('')
    setState(kept.ok ? 'idle' : kept.reason === 'too-many' ? 'too-many' : 'failed')
  }
  const error = state === 'failed' ? strings.notKept : state === 'too-many' ? strings.tooMany : undefined
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              onType?.(event.target.value)
            }}
            className={inputClass}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="main" busy={state === 'busy'} disabled={text.trim() === ''}>
          {button}
        </Button>
        {onCancel ? (
          <Button variant="quiet" onClick={onCancel}>
            {strings.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

// What was typed and not kept yet outlives a phone that sleeps or a page that is opened again.
const nameOf = (activity: string): string => `writing.${activity}`

const unsent = (activity: string): string => {
  try {
    return sessionStorage.getItem(nameOf(activity)) ?? ''
  } catch {
    return ''
  }
}

const keepUnsent = (activity: string, text: string): void => {
  try {
    if (text === '') sessionStorage.removeItem(nameOf(activity))
    else sessionStorage.setItem(nameOf(activity), text)
  } catch {
    // Nothing can be kept here; the page goes on without.
  }
}
