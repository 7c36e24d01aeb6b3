import { ArrowDown, ArrowUp, Ellipsis, Lock, LockOpen, Pencil, Trash2, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Popover } from '#ui/popover.tsx'
import type { Artefact } from '../../api/use-facts.ts'
import { useCommand } from '../../api/use-command.ts'
import { NameDialog, RemoveDialog } from './dialogs.tsx'
import { movesOf } from './moves.ts'
import { arrangingStrings } from './strings.ts'

type ArtefactActionsProps = {
  readonly artefact: Artefact
  readonly title: string
  /** All artefacts of the workspace, in the order of the server. */
  readonly all: readonly Artefact[]
}

/** What facilitators do with one thing of the list: name it, lock it, move it, take it away. */
export const ArtefactActions = ({ artefact, title, all }: ArtefactActionsProps) => {
  const strings = useStrings(arrangingStrings)
  const { workspaceId } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [asking, setAsking] = useState<'name' | 'remove' | null>(null)
  const [said, setSaid] = useState('')
  const { id, locked } = artefact
  const params = { workspace: workspaceId, artefact: id }
  const { up, down } = movesOf(all, artefact)

  const change = async (body: { locked?: boolean; order?: number; title?: string }, words: string) => {
    const answer = await send('changeArtefact', { params, body })
    if (!answer.ok) return
    setSaid(words)
    setAsking(null)
  }
  const remove = async () => {
    const answer = await send('removeArtefact', { params })
    if (answer.ok) setAsking(null)
  }
  const toggle = () => void change({ locked: !locked }, locked ? strings.unlocked(title) : strings.locked(title))
  const moveTo = (order: number | null) => {
    if (order !== null) void change({ order }, strings.moved(title))
  }
  return (
    <>
      <Popover
        near
        label={strings.actions(title)}
        button={<Ellipsis size={20} aria-hidden />}
        buttonClass="focus-ring grid size-9 cursor-pointer place-items-center rounded-control text-ink-2 hover:bg-field hover:text-ink pointer-coarse:size-11"
        className="w-64 p-2"
      >
        <Action icon={Pencil} label={strings.rename} disabled={busy} onPress={() => setAsking('name')} />
        <Action
          icon={locked ? LockOpen : Lock}
          label={locked ? strings.unlock : strings.lock}
          disabled={busy}
          onPress={toggle}
        />
        <Action icon={ArrowUp} label={strings.up} disabled={busy || up === null} onPress={() => moveTo(up)} />
        <Action icon={ArrowDown} label={strings.down} disabled={busy || down === null} onPress={() => moveTo(down)} />
        <Action icon={Trash2} label={strings.remove} disabled={busy} onPress={() => setAsking('remove')} />
      </Popover>
      <span role="status" className="sr-only">
        {said}
      </span>
      {asking === 'name' ? (
        <NameDialog
          first={title}
          busy={busy}
          refusal={refusal}
          onName={(name) => void change({ title: name }, '')}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'remove' ? (
        <RemoveDialog
          title={title}
          busy={busy}
          refusal={refusal}
          onRemove={() => void remove()}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}

type ActionProps = {
  readonly icon: LucideIcon
  readonly label: string
  readonly disabled: boolean
  readonly onPress: () => void
}

const Action = ({ icon: Icon, label, disabled, onPress }: ActionProps) => (
  <button
    type="button"
    data-closes
    disabled={disabled}
    onClick={onPress}
    className="focus-ring flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-control px-2.5 text-left text-sm font-label enabled:hover:bg-field disabled:cursor-default disabled:text-ink-3 pointer-coarse:min-h-11"
  >
    <Icon size={18} aria-hidden className="shrink-0" /> {label}
  </button>
)
