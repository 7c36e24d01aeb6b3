import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useState } from 'react'
import { TextField } from '#react/text-field.tsx'
import { Button } from '#ui/button.tsx'
import { moveLine, removeLine } from '../line-commands.ts'
import { linesOf } from '../queries.ts'
import type { Line } from '../shape.ts'
import { EvidenceTie, SourceNote } from './evidence-tie.tsx'
import { Plain } from './fields.tsx'
import { EditButton, RemoveButton } from './marks.tsx'
import { usePage, useRows } from './use-page.ts'

type LineRowProps = {
  readonly line: Line
  /** Whether this point is chosen for a gap; `null` while nobody chooses. */
  readonly isPicked: boolean | null
  readonly onPick: () => void
}

/** One point: its words, where it comes from, and its tools when opened. */
export const LineRow = ({ line, isPicked, onPick }: LineRowProps) =>
  isPicked === null ? <WritingRow line={line} /> : <ChoosingRow line={line} isPicked={isPicked} onPick={onPick} />

const WritingRow = memo(({ line }: { readonly line: Line }) => {
  const { words, desk } = usePage()
  const [open, setOpen] = useState(false)
  const { id, text, evidenceIds } = line
  return (
    <li className="border-t border-ditch py-1" data-item={id}>
      <div className="flex items-start gap-1">
        <Plain className="flex-1">
          <TextField hideLabel path={['lines', id, 'text']} label={words.fields.line.label} />
        </Plain>
        {desk.canWrite ? (
          <span className="-mr-3">
            <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
          </span>
        ) : null}
      </div>
      <SourceNote ids={evidenceIds} />
      {open ? <Tools line={line} /> : null}
    </li>
  )
})

const Tools = ({ line: { id, text, world, problemId, evidenceIds } }: { readonly line: Line }) => {
  const { act, say, strings, takeAway } = usePage()
  const siblings = linesOf({ lines: useRows('lines') }, problemId ?? '', world)
  const at = siblings.findIndex((line) => line.id === id)
  const move = (behind: string | null, said: string) => {
    act((draft) => moveLine(draft, id, behind))
    say(said)
  }
  return (
    <div className="mt-1 mb-2 grid gap-3 bg-field p-3">
      <EvidenceTie place={{ list: 'lines', id }} ids={evidenceIds} />
      <span className="-ml-3 flex flex-wrap">
        <Button
          variant="quiet"
          size="dense"
          disabled={at <= 0}
          icon={<ArrowUp size={16} aria-hidden />}
          onClick={() => move(siblings[at - 2]?.id ?? null, strings.movedUp)}
        >
          {strings.up}
        </Button>
        <Button
          variant="quiet"
          size="dense"
          disabled={at >= siblings.length - 1}
          icon={<ArrowDown size={16} aria-hidden />}
          onClick={() => move(siblings[at + 1]?.id ?? null, strings.movedDown)}
        >
          {strings.down}
        </Button>
        <RemoveButton what={text} onRemove={() => takeAway(text, (draft) => removeLine(draft, id))} />
      </span>
    </div>
  )
}

const ChoosingRow = ({ line, isPicked, onPick }: LineRowProps) => (
  <li className="border-t border-ditch">
    <label
      className={`focus-ring-inside flex min-h-11 cursor-pointer items-start gap-3 px-2 py-2.5 text-sm ${isPicked ? 'bg-water-tint' : 'hover:bg-field'}`}
    >
      <input
        type="radio"
        name={`gap-${line.world}-${line.problemId}`}
        checked={isPicked ?? false}
        onChange={onPick}
        className="mt-0.5 size-5 shrink-0 accent-water"
      />
      {line.text}
    </label>
  </li>
)
