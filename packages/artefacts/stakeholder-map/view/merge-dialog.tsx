import { useId, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { mergeStakeholders } from '../merge.ts'
import { nearDuplicates } from '../names.ts'
import type { Stakeholder } from '../shape.ts'
import { askControl, AskDialog } from './ask-dialog.tsx'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'

/** Asks which other party is the same one; one step takes the merging back. */
export const MergeDialog = ({
  keep,
  other,
  onClose,
}: {
  keep: Stakeholder
  other?: string | undefined
  onClose: () => void
}) => {
  const { map, act, nameOf, tell } = useMapPage()
  const strings = useStrings(partStrings)
  const id = useId()
  const alike = nearDuplicates(map, keep.name, keep.id)
  const [gone, setGone] = useState(other ?? alike[0]?.id ?? '')
  const done = () => {
    const name = nameOf(gone)
    if (act((draft) => mergeStakeholders(draft, keep.id, gone)).ok) tell(strings.merged(keep.name, name))
    onClose()
  }
  return (
    <AskDialog
      title={strings.mergeTitle(keep.name)}
      action={strings.mergeAction}
      disabled={gone === ''}
      onDone={done}
      onClose={onClose}
    >
      <p className="text-sm text-ink-2">{strings.mergeHint(keep.name)}</p>
      <label htmlFor={id} className="grid gap-1.5 font-label">
        {strings.other}
        <select id={id} value={gone} className={askControl} onChange={(event) => setGone(event.target.value)}>
          <option value="">–</option>
          {map.stakeholders.map((row) =>
            row.id === keep.id ? null : (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ),
          )}
        </select>
      </label>
    </AskDialog>
  )
}
