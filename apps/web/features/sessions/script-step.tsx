import { ArrowDown, ArrowUp, ChevronDown, Heading, Plus, Trash2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { StageRow, Step } from '#domain/agenda.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { LineField } from '#react/line-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { ScriptDetails } from './script-details.tsx'
import type { StepRow } from './script-row.ts'
import { scriptStrings } from './script-strings.ts'
import { StepHandle } from './step-handle.tsx'

type ScriptStepProps = {
  readonly step: Step
  readonly at: number
  readonly count: number
  readonly hour: string | undefined
  /** The stage that begins here, when there are several. */
  readonly heading: StageRow | null
  readonly isRunning: boolean
  readonly inOwnTime: boolean
  readonly desk: Desk<typeof workspaceShape>
  readonly onMove: (to: number) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
  /** Begins a new part at this step; not where one begins already. */
  readonly onBegin: (() => void) | undefined
  /** Lets the part that begins here go on in the one before it. */
  readonly onJoin: (() => void) | undefined
}

/** One step of a script: hour, name and minutes in one row, the rest under it; moved by keys, by buttons or by dragging. */
export const ScriptStep = (props: ScriptStepProps) => {
  const { step, at, count, hour, heading, isRunning, desk, onMove } = props
  const strings = useStrings(scriptStrings)
  const { author } = useWorkplace()
  const [open, setOpen] = useState(false)
  const id = useId()
  const title = step.title || strings.newStep
  const mayWrite = desk.canWrite
  const set = (change: (row: StepRow) => void) =>
    desk.document.change(author, (draft) => {
      const row = draft.activities.get(step.id)
      if (row) change(row)
    })
  return (
    <>
      {heading ? (
        <li className="flex items-center gap-2 bg-field px-4 py-2 sm:px-7">
          <input
            id={`part-${heading.id}`}
            aria-label={strings.part}
            value={heading.title}
            placeholder={strings.untitledPart}
            maxLength={120}
            readOnly={!mayWrite}
            onChange={(event) =>
              desk.document.change(author, (draft) => draft.stages.get(heading.id)?.title.set(event.target.value))
            }
            className="focus-ring min-h-9 w-full rounded-control bg-transparent font-strong"
          />
          {mayWrite && props.onJoin ? (
            <Button size="dense" variant="quiet" onClick={props.onJoin}>
              {strings.joinPart}
            </Button>
          ) : null}
        </li>
      ) : null}
      <li id={`step-${step.id}`} className="bg-land data-over:shadow-[inset_0_4px_0_var(--water)]">
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1 px-3 py-2 sm:px-5 md:grid-cols-[auto_3.5rem_minmax(0,1fr)_5.5rem_auto]">
          <StepHandle
            id={step.id}
            title={title}
            at={at}
            disabled={!mayWrite}
            describedBy="script-keys"
            onMove={onMove}
          />
          <span className="text-sm text-ink-2 tabular-nums max-md:order-4 max-md:col-start-2">
            {hour ?? ''}
            {isRunning ? <span className="block font-strong text-ink">{strings.runs}</span> : null}
          </span>
          <div className="min-w-0">
            <LineField
              label={strings.stepTitle}
              hideLabel
              value={step.title}
              maxLength={120}
              onChange={(next) => set((row) => row.title.set(next))}
              className="font-label"
            />
          </div>
          <label className="flex items-center gap-1.5 text-sm max-md:order-5">
            <span className="sr-only">{`${strings.minutes}: ${title}`}</span>
            <input
              type="number"
              min={0}
              max={1000}
              value={step.minutes ?? ''}
              readOnly={!mayWrite}
              onChange={(event) => {
                const minutes = event.target.value === '' ? null : Number(event.target.value)
                if (minutes === null || (Number.isFinite(minutes) && minutes >= 0))
                  set((row) => row.minutes.set(minutes))
              }}
              className="focus-ring min-h-11 w-[4.25rem] rounded-control border-[1.5px] border-bank bg-land pl-2 text-right tabular-nums read-only:border-ditch read-only:bg-field"
            />
            <span aria-hidden className="max-md:hidden">
              min
            </span>
          </label>
          <span className="flex items-center max-md:order-3 md:order-5">
            <IconButton label={strings.up(title)} disabled={!mayWrite || at === 0} onPress={() => onMove(at - 1)}>
              <ArrowUp size={18} aria-hidden />
            </IconButton>
            <IconButton
              label={strings.down(title)}
              disabled={!mayWrite || at === count - 1}
              onPress={() => onMove(at + 1)}
            >
              <ArrowDown size={18} aria-hidden />
            </IconButton>
            <Button
              size="icon-dense"
              variant="quiet"
              aria-label={strings.unfold(title)}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              <ChevronDown size={18} aria-hidden className={open ? 'rotate-180' : ''} />
            </Button>
          </span>
        </div>
        <div id={id} hidden={!open}>
          {open ? (
            <div className="grid gap-4 border-t border-ditch bg-field px-4 py-4 sm:px-7">
              <ScriptDetails step={step} desk={desk} inOwnTime={props.inOwnTime} set={set} />
              {mayWrite ? (
                <div className="flex flex-wrap gap-2">
                  <Button size="dense" icon={<Plus size={16} aria-hidden />} onClick={props.onAdd}>
                    {strings.addBehind(title)}
                  </Button>
                  {props.onBegin ? (
                    <Button size="dense" icon={<Heading size={16} aria-hidden />} onClick={props.onBegin}>
                      {strings.beginPart}
                    </Button>
                  ) : null}
                  <Button size="dense" variant="stop" icon={<Trash2 size={16} aria-hidden />} onClick={props.onRemove}>
                    {strings.remove(title)}
                  </Button>
                </div>
              ) : null}
            </div>
          ) : null}
        </div>
      </li>
    </>
  )
}

type IconButtonProps = {
  readonly label: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

const IconButton = ({ label, disabled, onPress, children }: IconButtonProps) => (
  <Button
    size="icon-dense"
    variant="quiet"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onPress}
    className="max-sm:hidden disabled:border-transparent disabled:bg-transparent disabled:text-ditch"
  >
    {children}
  </Button>
)
