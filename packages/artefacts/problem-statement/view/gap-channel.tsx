import type { LucideIcon } from 'lucide-react'
import { memo, useState } from 'react'
import { TextField } from '#react/text-field.tsx'
import { useContent } from '#react/use-content.ts'
import { Button } from '#ui/button.tsx'
import { remove } from '../commands.ts'
import { gapPairsOf, linesOf } from '../queries.ts'
import { worlds, type Gap, type Line } from '../shape.ts'
import { Plain, ProblemProse } from './fields.tsx'
import { RemoveButton, Said } from './marks.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

/** A point of each world, as far as they were chosen, for a gap between them; `null` while nobody chooses. */
export type Choosing = { readonly lived: string | null; readonly system: string | null } | null

type GapChannelProps = {
  readonly choosing: Choosing
  readonly onChoose: (choosing: Choosing) => void
  readonly onMake: () => void
  readonly icon: LucideIcon
}

/** The water between the two worlds: what does not fit, in one text and between pairs of points. */
export const GapChannel = ({ choosing, onChoose, onMake, icon: Icon }: GapChannelProps) => {
  const { words, strings, desk } = usePage()
  const { problem, isPart } = useProblem()
  const hasBoth = useContent(desk.document, (content) =>
    worlds.every((world) => linesOf(content, problem.id, world).length > 0),
  )
  const Heading = isPart ? 'h5' : 'h3'
  return (
    <div className="min-w-0 bg-[linear-gradient(180deg,var(--ditch),var(--water-tint)_3rem,var(--water-tint)_calc(100%-3rem),var(--ditch))] px-4 py-4 md:px-7 @3xl:bg-[linear-gradient(90deg,var(--ditch),var(--water-tint)_16%,var(--water-tint)_84%,var(--ditch))] @3xl:px-5">
      <Heading className="mb-2 flex items-center gap-2 font-strong text-water">
        <Icon size={20} strokeWidth={1.9} aria-hidden className="shrink-0 rotate-90 @3xl:rotate-0" />
        {words.gap}
      </Heading>
      <div className="font-[480] [&_.prose-text]:leading-[1.4]">
        <ProblemProse field="gap" />
      </div>
      <Gaps />
      {!desk.canWrite ? null : choosing === null ? (
        <div className="mt-3">
          <p className="mb-2 text-xs text-ink-2">{hasBoth ? words.fields.gapPair.help : strings.gapNeedsLines}</p>
          {hasBoth ? (
            <Button size="dense" onClick={() => onChoose({ lived: null, system: null })}>
              {strings.addGap}
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="mt-3 grid gap-2" role="group" aria-label={words.fields.gapPair.label}>
          <p className="text-sm font-label" role="status">
            {strings.choosing(choosing.lived !== null, choosing.system !== null)}
          </p>
          <span className="flex flex-wrap gap-2">
            <Button
              variant="main"
              size="dense"
              disabled={choosing.lived === null || choosing.system === null}
              onClick={onMake}
            >
              {strings.makeGap}
            </Button>
            <Button size="dense" onClick={() => onChoose(null)}>
              {strings.cancel}
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}

const Gaps = () => {
  const { problem } = useProblem()
  const pairs = gapPairsOf({ lines: useRows('lines'), gaps: useRows('gaps') }, problem.id)
  return (
    <ul className="mt-2 grid gap-3">
      {pairs.map(({ gap, lived, system }) => (
        <GapRow key={gap.id} gap={gap} lived={lived} system={system} />
      ))}
    </ul>
  )
}

type GapRowProps = { readonly gap: Gap; readonly lived: Line | null; readonly system: Line | null }

const GapRow = memo(({ gap, lived, system }: GapRowProps) => {
  const { strings, words, takeAway } = usePage()
  const [open, setOpen] = useState(false)
  const between = strings.between(lived?.text ?? strings.openSide, system?.text ?? strings.openSide)
  return (
    <li data-item={gap.id} className="border-t border-bank/50 pt-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={`focus-ring -mx-1 min-h-6 rounded-control px-1 text-left text-xs text-ink-2 hover:text-ink ${open ? '' : 'line-clamp-2'}`}
      >
        <Said>{between}</Said>
      </button>
      <Plain className="[&_textarea]:bg-transparent md:[&_textarea]:text-base [&_textarea]:font-[480]">
        <TextField
          hideLabel
          path={['gaps', gap.id, 'text']}
          label={`${words.fields.gapPair.label}: ${between}`}
          placeholder={strings.whatDoesNotFit}
        />
      </Plain>
      {open ? (
        <RemoveButton what={between} onRemove={() => takeAway(between, (draft) => remove(draft, 'gaps', gap.id))} />
      ) : null}
    </li>
  )
})
