import { lazy, memo, Suspense, useState } from 'react'
import { TextField } from '#react/text-field.tsx'
import type { Line } from '../shape.ts'
import { Plain } from './fields.tsx'
import { Said } from './marks.tsx'
import { RowActions } from './row-actions.tsx'
import { SourceNote } from './source-note.tsx'
import { usePage } from './use-page.ts'

const LineTools = lazy(async () => ({ default: (await import('./line-tools.tsx')).LineTools }))

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
  const { words } = usePage()
  const [open, setOpen] = useState(false)
  const { id, text, evidenceIds } = line
  return (
    <li className="border-t border-ditch py-1" data-item={id}>
      <div className="flex items-start gap-1">
        <Plain className="flex-1">
          <TextField hideLabel path={['lines', id, 'text']} label={words.fields.line.label} />
        </Plain>
        <RowActions id={id} what={text} open={open} onToggle={() => setOpen(!open)} />
      </div>
      <SourceNote ids={evidenceIds} />
      {open ? (
        <Suspense>
          <LineTools line={line} />
        </Suspense>
      ) : null}
    </li>
  )
})

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
      <Said>{line.text}</Said>
    </label>
  </li>
)
