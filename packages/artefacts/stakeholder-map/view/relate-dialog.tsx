import { useId, useState } from 'react'
import { relate } from '../commands.ts'
import { relationStatuses, relationTypes, type Stakeholder } from '../shape.ts'
import { askControl, AskDialog } from './ask-dialog.tsx'
import { useMapPage } from './use-map.ts'

/** Asks with whom a party is connected, and how. */
export const RelateDialog = ({ from, onClose }: { from: Stakeholder; onClose: () => void }) => {
  const { map, act, strings, words } = useMapPage()
  const id = useId()
  const [to, setTo] = useState('')
  const [type, setType] = useState<(typeof relationTypes)[number]>('cooperation')
  const [status, setStatus] = useState<(typeof relationStatuses)[number]>('existing')
  const others = map.stakeholders.filter((row) => row.id !== from.id)
  const done = () => {
    if (act((draft) => relate(draft, { from: from.id, to, type, status })).ok) onClose()
  }
  return (
    <AskDialog
      title={strings.drawTitle(from.name)}
      action={strings.drawLine}
      disabled={to === ''}
      onDone={done}
      onClose={onClose}
    >
      <label htmlFor={`${id}-to`} className="grid gap-1.5 font-label">
        {strings.toWhom}
        <select id={`${id}-to`} value={to} onChange={(event) => setTo(event.target.value)} className={askControl}>
          <option value="">–</option>
          {others.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-type`} className="grid gap-1.5 font-label">
        {strings.lineKind}
        <select
          id={`${id}-type`}
          value={type}
          className={askControl}
          onChange={(event) => setType(relationTypes.find((each) => each === event.target.value) ?? type)}
        >
          {relationTypes.map((each) => (
            <option key={each} value={each}>
              {words.types[each]}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-status`} className="grid gap-1.5 font-label">
        {strings.status}
        <select
          id={`${id}-status`}
          value={status}
          className={askControl}
          onChange={(event) => setStatus(relationStatuses.find((each) => each === event.target.value) ?? status)}
        >
          {relationStatuses.map((each) => (
            <option key={each} value={each}>
              {words.statuses[each]}
            </option>
          ))}
        </select>
      </label>
    </AskDialog>
  )
}
