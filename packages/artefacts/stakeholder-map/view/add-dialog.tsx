import { useId, useState } from 'react'
import { looksLikePerson, nearDuplicates } from '../queries.ts'
import { askControl, AskDialog } from './ask-dialog.tsx'
import { useMapPage } from './use-map.ts'

/** Asks the name of a new party; warns of a double or a person's name, and never stops anyone. */
export const AddDialog = ({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) => {
  const { map, add, strings } = useMapPage()
  const [name, setName] = useState('')
  const id = useId()
  const [double] = nearDuplicates(map, name)
  const hint = double ? strings.alike(double.name) : looksLikePerson(name) ? strings.likePerson : ''
  const done = () => {
    const added = add(name)
    if (added === null) return
    onClose()
    onAdded(added)
  }
  return (
    <AskDialog
      title={strings.addTitle}
      action={strings.add}
      disabled={name.trim() === ''}
      onDone={done}
      onClose={onClose}
    >
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-label">
          {strings.name}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {strings.nameHint}
        </p>
        <input
          id={id}
          // The first field of a dialog that the person opened.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-describedby={`${id}-hint`}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={askControl}
        />
        <p role="status" className={hint === '' ? 'sr-only' : 'bg-light-tint px-3 py-2 text-sm'}>
          {hint}
        </p>
      </div>
    </AskDialog>
  )
}
