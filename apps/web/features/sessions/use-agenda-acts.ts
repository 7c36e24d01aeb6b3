import { useState, type RefObject } from 'react'
import { addStep, beginStage, joinStages, moveStep } from '#domain/agenda-commands.ts'
import type { Agenda } from '#domain/agenda.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { scriptStrings } from './script-strings.ts'
import { useDrops } from './use-drops.ts'

/** What was done last to an agenda, in words, and whether it can be taken back. */
export type Said = { readonly words: string; readonly undo: boolean }

/** How steps and parts of an agenda are added, moved and taken away; each is said, and keeps the focus where it belongs. */
export type AgendaActs = {
  readonly said: Said
  readonly move: (id: string, to: number) => void
  readonly add: (behind: string | null) => void
  readonly addNamed: (behind: string | null, title: string, minutes: number | null) => void
  readonly remove: (id: string) => void
  readonly begin: (id: string) => void
  readonly join: (stage: string) => void
  readonly undo: () => void
}

type Wish = {
  readonly agenda: Agenda
  readonly desk: Desk<typeof workspaceShape>
  /** The list in which each step is a row `step-<id>` with a `[data-handle]`. */
  readonly list: RefObject<HTMLElement | null>
}

const nothing: Said = { words: '', undo: false }

export const useAgendaActs = ({ agenda, desk, list }: Wish): AgendaActs => {
  const strings = useStrings(scriptStrings)
  const { author } = useWorkplace()
  const [said, setSaid] = useState(nothing)
  const { steps } = agenda
  const { document, undo } = desk
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title || strings.newStep
  const focus = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  const act = <Value>(change: Parameters<typeof document.change<Value>>[1]): Value => {
    // Taking back takes back this, and nothing of before.
    undo.manager.stopCapturing()
    return document.change(author, change)
  }
  const move = (id: string, to: number) => {
    if (to < 0 || to >= steps.length) return
    act((draft) => moveStep(draft, agenda, id, to))
    setSaid({ words: strings.moved(titleOf(id), to + 1), undo: true })
    focus(`#step-${id} [data-handle]`)
  }
  useDrops(list, (step, on) =>
    move(
      step,
      steps.findIndex(({ id }) => id === on),
    ),
  )
  return {
    said,
    move,
    add: (behind) => {
      const id = act((draft) => addStep(draft, agenda, strings.newStep, behind))
      setSaid(nothing)
      focus(`#step-${id} input`)
    },
    addNamed: (behind, title, minutes) => {
      const id = act((draft) => {
        const added = addStep(draft, agenda, title, behind)
        draft.activities.get(added)?.minutes.set(minutes)
        return added
      })
      setSaid({ words: strings.added(title), undo: true })
      focus(`#step-${id} [data-handle]`)
    },
    remove: (id) => {
      act((draft) => draft.activities.remove(id))
      setSaid({ words: strings.removed(titleOf(id)), undo: true })
    },
    begin: (id) => {
      const begun = act((draft) => beginStage(draft, agenda, id, strings.newPart))
      if (!begun.ok) return
      setSaid({ words: strings.partBegun(titleOf(id)), undo: true })
      focus(`#part-${begun.value}`)
    },
    join: (stage) => {
      act((draft) => joinStages(draft, agenda, stage))
      setSaid({ words: strings.partJoined, undo: true })
    },
    undo: () => {
      undo.undo()
      setSaid(nothing)
    },
  }
}
