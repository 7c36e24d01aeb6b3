import { Pencil, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { leadStrings } from './lead-strings.ts'

type NoteProps = { readonly session: SessionHandle; readonly step: string }

/** A note at a step for whoever leads: what to say first, whom to ask. */
export const LeadNote = ({ session, step }: NoteProps) => {
  const strings = useStrings(leadStrings)
  const kept = session.leading?.notes[step] ?? ''
  const [draft, setDraft] = useState<string | null>(null)
  const save = async () => {
    if (draft === null) return
    const answer = await session.send('putNote', { params: { activity: step }, body: { text: draft } })
    if (answer.ok) setDraft(null)
  }
  if (draft === null) {
    return (
      <div className="flex items-start gap-2 text-sm">
        <StickyNote size={18} aria-hidden className="mt-2 shrink-0" />
        <p className="min-w-0 flex-1 py-1.5 whitespace-pre-line">{kept || strings.noteHint}</p>
        <Button size="dense" variant="quiet" icon={<Pencil size={16} aria-hidden />} onClick={() => setDraft(kept)}>
          {strings.note}
        </Button>
      </div>
    )
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={strings.note} hint={strings.noteHint}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft}
            maxLength={4000}
            onChange={(event) => setDraft(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <Button size="dense" type="submit" className="w-fit">
        {strings.saveNote}
      </Button>
    </form>
  )
}
