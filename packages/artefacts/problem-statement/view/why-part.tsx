import { useStrings } from '#react/use-strings.tsx'
import { useCallback, useRef, useState } from 'react'
import type { WhyTree } from '../shape.ts'
import { whyTreeOf } from '../queries.ts'
import { addWhy } from '../why-commands.ts'
import { lowerStrings } from './lower-strings.ts'
import { ProblemProse } from './fields.tsx'
import { AddLine, Part } from './part.tsx'
import type { OutlineFocus } from './use-outline-keys.ts'
import { usePage, useProblem, useRows } from './use-page.ts'
import { WhyBranches } from './why-row.tsx'

const below = ['patterns', 'structures', 'beliefs'] as const

/** Why it is and what follows, as two outlines; and what lies under it, from what comes back to what is believed. */
export const WhyPart = () => (
  <Part section="why" bare>
    <div className="parcels border-t border-ditch @4xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <Tree tree="causes" />
      <Tree tree="effects" />
    </div>
    <div className="parcels border-t-[3px] border-ditch @3xl:grid-cols-3">
      {below.map((field) => (
        <div key={field} className="parcel px-4 py-3.5 md:px-7 @3xl:pr-5">
          <ProblemProse field={field} />
        </div>
      ))}
    </div>
  </Part>
)

const Tree = ({ tree }: { readonly tree: WhyTree }) => {
  const { words, act, desk } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem, isPart } = useProblem()
  const rows = useRows(tree)
  const focus = useRef<OutlineFocus>({ writing: null, fresh: null })
  const [opened, setOpened] = useState<readonly string[]>([])
  const toggle = useCallback(
    (id: string) =>
      setOpened((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id])),
    [],
  )
  const branches = whyTreeOf(rows, problem.id)
  const Heading = isPart ? 'h5' : 'h3'
  return (
    <div className="parcel px-4 py-3.5 md:px-7">
      <Heading className="font-strong">{words.fields[tree].label}</Heading>
      <p className="mb-1 text-xs text-ink-3">
        {words.fields[tree].help}{' '}
        {desk.canWrite && rows.length > 0 ? <span className="pointer-coarse:hidden">{lower.outlineKeys}</span> : null}
      </p>
      <WhyBranches tree={tree} branches={branches} number="" focus={focus} opened={opened} onToggle={toggle} />
      {desk.canWrite ? (
        <AddLine
          hideLabel
          label={lower.newWhy[tree]}
          placeholder={lower.newWhy[tree]}
          onAdd={(text) => act((draft) => addWhy(draft, tree, problem.id, { text })).ok}
        />
      ) : null}
    </div>
  )
}
