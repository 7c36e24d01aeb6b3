import { ArrowDown, ArrowUp, CornerDownRight, IndentDecrease, IndentIncrease } from 'lucide-react'
import { memo, useEffect, useRef, type RefObject } from 'react'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import type { Result } from '#kernel/result.ts'
import { Button } from '#ui/button.tsx'
import type { Cause, ProblemStatementDraft, WhyTree } from '../shape.ts'
import type { Branch } from '../tree.ts'
import { addWhy, indent, moveWhy, outdent, removeWhy } from '../why-commands.ts'
import { lowerStrings } from './lower-strings.ts'
import { EvidenceTie } from './evidence-tie.tsx'
import { Plain } from './fields.tsx'
import { RemoveButton } from './marks.tsx'
import { RowActions } from './row-actions.tsx'
import { useOutlineKeys, type OutlineFocus } from './use-outline-keys.ts'
import { SourceNote } from './source-note.tsx'
import { usePage, useProblem } from './use-page.ts'

type Shared = {
  readonly tree: WhyTree
  readonly focus: RefObject<OutlineFocus>
  /** Rows whose tools are open: kept above the rows, which are drawn anew when they move. */
  readonly opened: readonly string[]
  readonly onToggle: (id: string) => void
}

type WhyBranchesProps = Shared & { readonly branches: readonly Branch<Cause>[]; readonly number: string }

/** Rows of an outline with the rows under them. */
export const WhyBranches = ({ branches, number, ...shared }: WhyBranchesProps) =>
  branches.length === 0 ? null : (
    <ol className={number === '' ? '' : 'ml-3 border-l-[3px] border-ditch pl-3'}>
      {branches.map((branch, at) => (
        // A tree of hundreds is drawn where somebody looks; each branch of the first level by itself.
        <li key={branch.row.id} className={number === '' ? 'rests-unseen [--unseen:3rem]' : ''}>
          <WhyRow
            tree={shared.tree}
            focus={shared.focus}
            onToggle={shared.onToggle}
            row={branch.row}
            isBranch={branch.children.length > 0}
            open={shared.opened.includes(branch.row.id)}
            number={`${number}${at + 1}`}
          />
          <WhyBranches {...shared} branches={branch.children} number={`${number}${at + 1}.`} />
        </li>
      ))}
    </ol>
  )

type Command = (draft: ProblemStatementDraft) => Result<unknown, string>
type WhyRowProps = Omit<Shared, 'opened'> & {
  readonly row: Cause
  /** Whether there are rows under it. */
  readonly isBranch: boolean
  readonly open: boolean
  readonly number: string
}

const WhyRow = memo(({ tree, row, isBranch, open, number, focus, onToggle }: WhyRowProps) => {
  const { act, desk, say, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const home = useRef<HTMLDivElement>(null)
  const { id, text, evidenceIds } = row
  useEffect(() => {
    if (focus.current.fresh !== id) return
    focus.current = { writing: id, fresh: null }
    home.current?.querySelector('textarea')?.focus()
  }, [focus, id])

  const add = (place: { readonly behind: string } | { readonly parentId: string }) => {
    const made = act((draft) => addWhy(draft, tree, problem.id, { text: '' }, place))
    if (made.ok) focus.current.fresh = made.value
  }
  const keep = (command: Command, said: string): boolean => {
    const isWriting = focus.current.writing === id
    const done = act(command).ok
    if (!done) return false
    say(said)
    // The row is drawn anew at another place; who writes in it goes along.
    refocus(id, () => {
      if (isWriting) focus.current.writing = id
    })
    return true
  }
  const deeper = () => keep((draft) => indent(draft, tree, id), lower.deeper)
  const higher = () => keep((draft) => outdent(draft, tree, id), lower.higher)
  const move = (step: -1 | 1) =>
    keep((draft) => moveWhy(draft, tree, id, step), step < 0 ? lower.movedUp : lower.movedDown)
  useOutlineKeys(home, id, focus, {
    indent: deeper,
    outdent: higher,
    move,
    removeEmpty: () => {
      if (isBranch) return
      focusBefore(home.current)
      act((draft) => removeWhy(draft, tree, id))
    },
  })

  return (
    <div ref={home} data-why data-item={id} className="py-0.5">
      <div className="flex items-start gap-3">
        <span
          aria-hidden
          className="min-w-7 shrink-0 pt-1.5 text-right text-sm whitespace-nowrap text-ink-3 tabular-nums"
        >
          {number}
        </span>
        <Plain className="flex-1">
          <TextField
            hideLabel
            path={[tree, id, 'text']}
            placeholder={lower.askWhy[tree]}
            label={lower.whyLabel[tree](number)}
            {...(desk.canWrite ? { onEnter: () => add({ behind: id }) } : {})}
          />
        </Plain>
        <RowActions id={id} what={text || number} open={open} onToggle={() => onToggle(id)} />
      </div>
      <div className="-mt-1 pl-10">
        <SourceNote ids={evidenceIds} />
      </div>
      {open ? (
        <div className="mt-1 mb-2 ml-10 grid gap-3 bg-field p-3">
          <span className="flex flex-wrap gap-1.5">
            <Button size="dense" icon={<CornerDownRight size={16} aria-hidden />} onClick={() => add({ parentId: id })}>
              {lower.askWhy[tree]}
            </Button>
            <Button variant="quiet" size="dense" icon={<IndentIncrease size={16} aria-hidden />} onClick={deeper}>
              {lower.indent}
            </Button>
            <Button variant="quiet" size="dense" icon={<IndentDecrease size={16} aria-hidden />} onClick={higher}>
              {lower.outdent}
            </Button>
            <Button variant="quiet" size="dense" icon={<ArrowUp size={16} aria-hidden />} onClick={() => move(-1)}>
              {lower.up}
            </Button>
            <Button variant="quiet" size="dense" icon={<ArrowDown size={16} aria-hidden />} onClick={() => move(1)}>
              {lower.down}
            </Button>
            <RemoveButton
              what={text || number}
              onRemove={() => takeAway(text || number, (draft) => removeWhy(draft, tree, id))}
            />
          </span>
          <EvidenceTie place={{ list: tree, id }} ids={evidenceIds} />
        </div>
      ) : null}
    </div>
  )
})

// Where the focus was, text or button, is found again by name: the row itself is a new element.
const refocus = (id: string, then: () => void): void => {
  const active = document.activeElement
  const label = active?.tagName === 'TEXTAREA' ? null : active?.textContent
  const caret = active instanceof HTMLTextAreaElement ? active.selectionStart : null
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-item="${CSS.escape(id)}"]`)
    const text = row?.querySelector('textarea')
    const button = [...(row?.querySelectorAll('button') ?? [])].find((each) => each.textContent === label)
    const home = button ?? text
    home?.focus()
    if (home === text && caret !== null) text?.setSelectionRange(caret, caret)
    then()
  })
}

const focusBefore = (row: HTMLElement | null): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-why] textarea')]
  const at = all.findIndex((area) => row?.contains(area))
  ;(all[at - 1] ?? all[at + 1])?.focus()
}
