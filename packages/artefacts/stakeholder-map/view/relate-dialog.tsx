import { useId, useState } from 'react'
import { relate } from '../commands.ts'
import { relationStatuses, relationTypes, type StakeholderId } from '../shape.ts'
import { askControl, AskDialog } from './ask-dialog.tsx'
import { useMapPage } from './use-map.ts'

type RelateProps = {
  readonly from: StakeholderId | null
  readonly to: StakeholderId | null
  readonly onClose: () => void
}

/** Asks who is connected with whom, and how; what was chosen by hand already stands there. */
export const RelateDialog = ({ from: start, to: end, onClose }: RelateProps) => {
  const { map, act, nameOf, strings, words, terms, say } = useMapPage()
  const id = useId()
  const [from, setFrom] = useState(start ?? '')
  const [to, setTo] = useState(end ?? '')
  const [type, setType] = useState<(typeof relationTypes)[number]>('cooperation')
  const [status, setStatus] = useState<(typeof relationStatuses)[number]>('existing')
  const done = () => {
    if (!act((draft) => relate(draft, { from, to, type, status })).ok) return
    say(strings.sentence(nameOf(from), words.types[type], nameOf(to), null))
    onClose()
  }
  const party = (label: string, name: string, value: string, other: string, choose: (id: string) => void) => (
    <label htmlFor={`${id}-${name}`} className="grid gap-1.5 font-label">
      {label}
      <select
        id={`${id}-${name}`}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className={askControl}
      >
        <option value="">–</option>
        {map.stakeholders.map((row) =>
          row.id === other ? null : (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ),
        )}
      </select>
    </label>
  )
  return (
    <AskDialog
      title={start === null ? strings.drawLine : strings.drawTitle(nameOf(start))}
      action={strings.drawLine}
      disabled={from === '' || to === ''}
      onDone={done}
      onClose={onClose}
    >
      {start === null ? party(strings.fromWhom, 'from', from, to, setFrom) : null}
      {party(strings.toWhom, 'to', to, from, setTo)}
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
        <span className="text-sm font-normal text-ink-3">{terms.questions[type]}</span>
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
