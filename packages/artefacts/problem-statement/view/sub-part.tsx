import { lazy, memo, Suspense } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useContent } from '#react/use-content.ts'
import { addSubQuestion } from '../commands.ts'
import { rowsOf, subQuestionsOf, voicesIn } from '../queries.ts'
import type { Problem } from '../shape.ts'
import { numbered } from '../tree.ts'
import { EditButton, GroupMarks, Said, StatusChip } from './marks.tsx'
import { LinkList } from './link-list.tsx'
import { lowerStrings } from './lower-strings.ts'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { useFold } from './use-folds.ts'
import { usePage, useProblem } from './use-page.ts'

const SubPanel = lazy(async () => ({ default: (await import('./sub-panel.tsx')).SubPanel }))

const columns =
  '@3xl:grid-cols-[2.5rem_minmax(0,1fr)_7rem_minmax(0,14rem)_7rem_6.5rem] grid-cols-[2rem_minmax(0,1fr)_auto]'

/** The parts of the problem, so that a group can go on with one without the rest; each opens in its place. */
export const SubPart = () => {
  const { act, desk } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const problems = useContent(desk.document, (content) => content.problems)
  const parts = numbered(subQuestionsOf({ problems }))
  const adding = useAdding()
  return (
    <Part section="parts" bare action={adding.button(lower.addPart)}>
      {adding.open ? (
        <div className="px-4 md:px-7">
          <AddLine
            label={lower.newPart}
            maxLength={80}
            onClose={adding.close}
            onAdd={(title) => act((draft) => addSubQuestion(draft, problem.id, title)).ok}
          />
        </div>
      ) : null}
      {parts.length === 0 ? (
        <div className="px-4 pb-4 md:px-7">
          <EmptyNote>{lower.noParts}</EmptyNote>
        </div>
      ) : (
        <>
          <div
            aria-hidden
            className={`hidden gap-x-3 bg-field px-7 py-2 text-xs font-strong text-ink-2 @3xl:grid ${columns}`}
          >
            <span>{lower.number}</span>
            <span>{lower.whatGoesWrong}</span>
            <span>{lower.namedBy}</span>
            <span>{lower.whoTakesUp}</span>
          </div>
          <ol>
            {parts.map(({ row, number, depth }) => (
              <SubRow key={row.id} part={row} number={number} depth={depth} />
            ))}
          </ol>
        </>
      )}
      <LinkList />
    </Part>
  )
}

type SubRowProps = { readonly part: Problem; readonly number: string; readonly depth: number }

const indents = ['', 'pl-4', 'pl-8', 'pl-12'] as const

const SubRow = memo(({ part, number, depth }: SubRowProps) => {
  const { desk, words, groupOf } = usePage()
  const lower = useStrings(lowerStrings)
  const { open, set } = useFold(part.id, false)
  // One text for each, so that the row rests while people type elsewhere.
  const voices = useContent(desk.document, (content) => voicesIn(content, part).join(' '))
  const takers = useContent(desk.document, (content) =>
    rowsOf(content.takenUpBy, part.id)
      .map(({ perspective }) => perspective)
      .join(' '),
  )
  const taken = takers.split(' ').filter((perspective) => perspective !== '')
  return (
    <li className="border-t border-ditch" data-item={part.id}>
      <div className={`grid items-start gap-x-3 gap-y-1 px-4 py-2 text-sm md:px-7 ${columns}`}>
        <span className="pt-1.5 tabular-nums">{number}</span>
        <h3 className={`min-w-0 pt-1.5 font-label ${indents[Math.min(depth, 3)] ?? ''}`}>
          <Said>{part.title}</Said>
        </h3>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 @max-3xl:col-span-2 @max-3xl:col-start-2 @3xl:contents">
          <span className="@3xl:pt-1.5">
            <span className="sr-only">{lower.namedBy}: </span>
            <GroupMarks perspectives={voices.split(' ').filter((voice) => voice !== '')} />
          </span>
          <span className="@3xl:pt-1.5">
            <span className="text-ink-3 @3xl:sr-only">{words.fields.takenUpBy.label}: </span>
            {taken.length > 0 ? (
              taken.map((perspective) => groupOf(perspective).title).join(', ')
            ) : (
              <span className="bg-light-tint px-1">{lower.nobodyTakesUp}</span>
            )}
          </span>
          <span className="@3xl:pt-1.5">
            <StatusChip status={part.status} />
          </span>
        </div>
        <span className="-mr-3 justify-self-end @max-3xl:col-start-3 @max-3xl:row-start-1">
          <EditButton what={part.title} open={open} onToggle={() => set(!open)} />
        </span>
      </div>
      {open ? (
        <Suspense>
          <SubPanel part={part} />
        </Suspense>
      ) : null}
    </li>
  )
})
