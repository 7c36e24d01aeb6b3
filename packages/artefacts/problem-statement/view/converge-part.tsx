import { Merge } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { mixedPerspective } from '#domain/perspective.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Marker, OpenRing } from '#ui/marker.tsx'
import { mayWriteIn, mergeFormulations, writeFormulation } from '../formulation-commands.ts'
import { isBlankFormulation, sentenceOf, stateOf, wordsOf } from '../queries.ts'
import { sharedWords } from '../shared-words.ts'
import type { Formulation } from '../shape.ts'
import { FormulationCard } from './formulation-card.tsx'
import { showItem } from './keep-focus.ts'
import { lowerStrings } from './lower-strings.ts'
import { AddLine, Part, useAdding } from './part.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

const ChoosePart = lazy(async () => ({ default: (await import('./choose-part.tsx')).ChoosePart }))

/** What each group wrote, in equal strips; from there people copy, join and choose until there is one sentence. */
export const ConvergePart = () => {
  const { act, say, desk } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem, isPart } = useProblem()
  const { perspectives } = useWorkplace()
  const Heading = isPart ? 'h5' : 'h3'
  const all = useRows('formulations').filter((row) => !isBlankFormulation(row))
  const [picked, setPicked] = useState<readonly string[]>([])
  const shared = useShared(all)
  const pick = useCallback(
    (id: string, wanted: boolean) =>
      setPicked((before) => (wanted ? [...before, id] : before.filter((other) => other !== id))),
    [],
  )
  // What others merged or took away in the meantime is no longer there to be picked.
  const chosen = all.filter((row) => picked.includes(row.id) && stateOf({ problems: [problem] }, row) !== 'merged')
  const merge = () => {
    const made = act((draft) =>
      mergeFormulations(
        draft,
        chosen.map(({ id }) => id),
        chosen.map(wordsOf).join('\n'),
      ),
    )
    if (!made.ok) return
    setPicked([])
    say(lower.merged)
    showItem(made.value)
  }
  const card = (row: Formulation) => (
    <FormulationCard
      key={row.id}
      formulation={row}
      state={stateOf({ problems: [problem] }, row)}
      sentence={sentenceOf({ problems: [problem], formulations: all }, problem.id)?.id === row.id}
      shared={shared}
      picked={chosen.includes(row)}
      onPick={pick}
    />
  )
  const known = new Set(perspectives.map(({ id }) => id))
  const together = all.filter(({ perspective }) => perspective === mixedPerspective || !known.has(perspective))
  return (
    <Part
      section="converge"
      note={lower.convergeNote}
      bare
      action={
        desk.canWrite && chosen.length > 0 ? (
          <>
            {chosen.length < 2 ? <span className="text-sm text-ink-2">{lower.pickMore}</span> : null}
            <Button
              variant="main"
              size="dense"
              disabled={chosen.length < 2}
              icon={<Merge size={16} aria-hidden />}
              onClick={merge}
            >
              {lower.merge(chosen.length)}
            </Button>
          </>
        ) : undefined
      }
    >
      {together.length > 0 ? (
        <div className="border-t border-ditch px-4 py-3 md:px-7">
          <Heading className="mb-1 text-sm font-label text-ink-2">{lower.together}</Heading>
          <ul>{together.map(card)}</ul>
        </div>
      ) : null}
      <div className="overflow-hidden border-t-[3px] border-ditch">
        <div className="-mr-ditch -mb-ditch grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))]">
          {perspectives
            .toSorted((a, b) => a.order - b.order)
            .map((perspective) => (
              <GroupStrip key={perspective.id} {...perspective}>
                {all.filter((row) => row.perspective === perspective.id).map(card)}
              </GroupStrip>
            ))}
        </div>
      </div>
      <Suspense>
        <ChoosePart
          sentences={all.map(({ id }) => id)}
          openIds={all.filter(({ status }) => status === 'open').map(({ id }) => id)}
          sentenceId={sentenceOf({ problems: [problem], formulations: all }, problem.id)?.id ?? null}
          nested={isPart}
        />
      </Suspense>
    </Part>
  )
}

// The set stays the same object until a word comes or goes, so that cards rest.
const useShared = (formulations: readonly Formulation[]): ReadonlySet<string> => {
  const key = [...sharedWords(formulations.map(wordsOf))].toSorted().join(' ')
  return useMemo(() => new Set(key.split(' ').filter((word) => word !== '')), [key])
}

type GroupStripProps = {
  readonly id: string
  readonly title: string
  readonly marker: Parameters<typeof Marker>[0]['slot']
  readonly children: readonly ReactNode[]
}

const GroupStrip = ({ id, title, marker, children }: GroupStripProps) => {
  const { act } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem, isPart } = useProblem()
  const Heading = isPart ? 'h5' : 'h3'
  const { me } = useWorkplace()
  const adding = useAdding()
  const mayWrite = mayWriteIn({ perspective: id }, me)
  return (
    <div
      role="group"
      aria-label={title}
      className="flex min-w-0 flex-col border-r-[3px] border-b-[3px] border-ditch px-4 py-3 md:px-5 md:first:pl-7"
    >
      <Heading className="mb-1 flex min-h-9 items-center gap-2.5 text-sm font-strong">
        <Marker slot={marker} size={20} />
        {title}
      </Heading>
      {children.length === 0 ? (
        <p className="flex items-center gap-2 py-2 text-sm text-ink-2">
          <OpenRing size={17} /> {lower.noVoiceYet}
        </p>
      ) : (
        <ul>{children}</ul>
      )}
      {mayWrite ? (
        <div className="mt-auto pt-2">
          {adding.open ? (
            <AddLine
              label={lower.writeFor(title)}
              maxLength={1000}
              onClose={adding.close}
              onAdd={(text) =>
                act((draft) => writeFormulation(draft, problem.id, { form: 'free', perspective: id, text }, me)).ok
              }
            />
          ) : null}
          {adding.button(lower.write)}
        </div>
      ) : null}
    </div>
  )
}
