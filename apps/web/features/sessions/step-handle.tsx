import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { scriptStrings } from './script-strings.ts'
import { draggedStep } from './use-drops.ts'

type StepHandleProps = {
  readonly id: string
  readonly title: string
  readonly at: number
  readonly disabled: boolean
  /** Where the sentence stands that tells the keys. */
  readonly describedBy: string
  readonly onMove: (to: number) => void
}

/** What a step is moved by: dragged, or with Alt and an arrow. */
export const StepHandle = ({ id, title, at, disabled, describedBy, onMove }: StepHandleProps) => {
  const strings = useStrings(scriptStrings)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || disabled || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(at + (event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <button
      type="button"
      data-handle
      draggable={!disabled}
      onKeyDown={onKeyDown}
      disabled={disabled}
      aria-label={strings.drag(title)}
      aria-describedby={describedBy}
      onDragStart={(event) => event.dataTransfer.setData(draggedStep, id)}
      className="focus-ring grid h-11 w-8 cursor-grab place-items-center rounded-control text-ink-3 disabled:cursor-default"
    >
      <GripVertical size={18} aria-hidden />
    </button>
  )
}
