import type { Perspective } from '#domain/perspective.ts'
import { Marker } from '#ui/marker.tsx'
import { useWorkplace } from '../workplace.tsx'

/** The groups of the workspace, in drawn order. */
export const useGroups = (): readonly Perspective[] => useWorkplace().perspectives

type GroupNamesProps = { readonly perspectives: readonly string[]; readonly size: number }

/** The markers and names of groups that are counted together; an unknown one keeps its id. */
export const GroupNames = ({ perspectives, size }: GroupNamesProps) => {
  const groups = useGroups()
  return perspectives.map((id) => {
    const group = groups.find((each) => each.id === id)
    return (
      <span key={id} className="inline-flex items-center gap-2">
        {group ? <Marker slot={group.marker} size={size} /> : null}
        {group?.title ?? id}
      </span>
    )
  })
}
