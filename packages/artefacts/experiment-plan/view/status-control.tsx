import { Footprints } from 'lucide-react'
import { useId } from 'react'
import { setStatus } from '../commands.ts'
import { statuses, type Status } from '../shape.ts'
import type { Blocker } from '../status.ts'
import { Mark } from './marks.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'
import { weekOf } from './weeks.ts'

const tones = {
  idea: 'plain',
  design: 'plain',
  agreed: 'good',
  running: 'good',
  finished: 'good',
  stopped: 'bad',
  parked: 'care',
} as const

/** Where the plan stands, in a word, or in which week while it runs. */
export const StatusMark = () => {
  const { strings, words, today } = usePlanPage()
  const status = usePlanPart((plan) => plan.status)
  const start = usePlanPart((plan) => plan.start)
  const end = usePlanPart((plan) => plan.end)
  const running = status === 'running' ? weekOf(start, end, today) : null
  return (
    <Mark tone={tones[status]} icon={running ? Footprints : undefined}>
      {running ? strings.week(running.week, running.of) : words.statuses[status]}
    </Mark>
  )
}

/** Chooses where the plan stands. */
export const StatusPicker = ({ onStatus }: { readonly onStatus: (blocker: Blocker | null) => void }) => {
  const { act, words } = usePlanPage()
  const status = usePlanPart((plan) => plan.status)
  const id = useId()
  const choose = (next: Status | undefined) => {
    if (next === undefined) return
    const answer = act((draft) => setStatus(draft, next))
    onStatus(answer.ok ? null : answer.reason)
  }
  return (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="font-label">
        {words.status}
      </label>
      <select
        id={id}
        value={status}
        onChange={(event) => choose(statuses.find((known) => known === event.target.value))}
        className="focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 pointer-coarse:min-h-11"
      >
        {statuses.map((each) => (
          <option key={each} value={each}>
            {words.statuses[each]}
          </option>
        ))}
      </select>
    </span>
  )
}
