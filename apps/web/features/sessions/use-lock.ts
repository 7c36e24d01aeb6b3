import { useWorkplace } from '#react/workplace.tsx'
import type { Artefact } from '../../api/use-facts.ts'
import { useCommand } from '../../api/use-command.ts'

/** Whether documents are locked, and how to lock what a step opens, or to open all that is locked. */
export type Lock = {
  readonly locked: readonly Artefact[]
  /** `undefined` while it is under way, and when there is nothing to lock or to open. */
  readonly toggle: (() => void) | undefined
}

/** The lock of what the step opens; what an earlier step left locked is opened with it. */
export const useLock = (targets: readonly Artefact[], all: readonly Artefact[]): Lock => {
  const { workspaceId: workspace } = useWorkplace()
  const { send, busy } = useCommand(workspace)
  const locked = all.filter((artefact) => artefact.locked)
  const lock = locked.length === 0
  const toggle = async () => {
    for (const { id } of lock ? targets : locked)
      await send('changeArtefact', { params: { workspace, artefact: id }, body: { locked: lock } })
  }
  const nothing = lock && targets.length === 0
  return { locked, toggle: busy || nothing ? undefined : () => void toggle() }
}
