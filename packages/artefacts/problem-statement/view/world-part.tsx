import { Armchair, Landmark, UnfoldHorizontal } from 'lucide-react'
import { useState } from 'react'
import { addGap, addLine } from '../line-commands.ts'
import { linesOf } from '../queries.ts'
import type { World } from '../shape.ts'
import { ProblemProse } from './fields.tsx'
import { GapChannel, type Choosing } from './gap-channel.tsx'
import { LineRow } from './line-row.tsx'
import { AddLine, Part } from './part.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

const icons = { lived: Armchair, system: Landmark } as const

/** What people notice beside what rules and systems do, with the gap between them as a thing of its own. */
export const WorldPart = () => {
  const { strings, act, say } = usePage()
  const { problem } = useProblem()
  const [choosing, choose] = useState<Choosing>(null)
  const pick = (world: World, id: string) => choose((before) => ({ lived: null, system: null, ...before, [world]: id }))
  const make = () => {
    if (!choosing?.lived || !choosing.system) return
    const { lived, system } = choosing
    const made = act((draft) => addGap(draft, problem.id, lived, system))
    if (made.ok) {
      choose(null)
      // The words of the gap come next: what does not fit?
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${made.value}"] textarea`)?.focus())
    } else say(made.reason === 'already-there' ? strings.gapThere : strings.goneMeanwhile)
  }
  return (
    <Part section="worlds" bare>
      <div className="grid border-t border-ditch @3xl:grid-cols-[minmax(0,1fr)_minmax(13rem,0.5fr)_minmax(0,1fr)]">
        <WorldColumn world="lived" choosing={choosing} onPick={pick} />
        <GapChannel choosing={choosing} onChoose={choose} onMake={make} icon={UnfoldHorizontal} />
        <WorldColumn world="system" choosing={choosing} onPick={pick} />
      </div>
    </Part>
  )
}

type WorldColumnProps = {
  readonly world: World
  readonly choosing: Choosing
  readonly onPick: (world: World, id: string) => void
}

// By itself, so that a letter in a point draws the points again and not what stands around them.
const Lines = ({ world, choosing, onPick }: WorldColumnProps) => {
  const { problem } = useProblem()
  const lines = linesOf({ lines: useRows('lines') }, problem.id, world)
  return (
    <ul>
      {lines.map((line) => (
        <LineRow
          key={line.id}
          line={line}
          isPicked={choosing ? choosing[world] === line.id : null}
          onPick={() => onPick(world, line.id)}
        />
      ))}
    </ul>
  )
}

const WorldColumn = ({ world, choosing, onPick }: WorldColumnProps) => {
  const { words, strings, desk, act } = usePage()
  const { problem, isPart } = useProblem()
  const Icon = icons[world]
  const Heading = isPart ? 'h5' : 'h3'
  return (
    <div className={`min-w-0 px-4 pt-4 pb-5 md:px-7 ${world === 'system' ? '@3xl:pl-5.5' : '@3xl:pr-5'}`}>
      <Heading className="mb-2 flex items-center gap-2.5 font-strong">
        <Icon size={20} strokeWidth={1.9} aria-hidden className="shrink-0 text-ink-3" />
        {words.worlds[world]}
      </Heading>
      <ProblemProse field={world === 'lived' ? 'livedWorld' : 'systemWorld'} />
      <fieldset className="mt-2 min-w-0" aria-label={words.worlds[world]}>
        <Lines world={world} choosing={choosing} onPick={onPick} />
      </fieldset>
      {desk.canWrite && choosing === null ? (
        <AddLine
          hideLabel
          label={strings.newLine[world]}
          placeholder={strings.newLine[world]}
          onAdd={(text) => act((draft) => addLine(draft, problem.id, { world, text })).ok}
        />
      ) : null}
    </div>
  )
}
