import { stepKind } from '#domain/agenda.ts'
import { can } from '#domain/permissions.ts'
import { useContent } from '#react/use-content.ts'
import { useWorkplace } from '#react/workplace.tsx'
import type { StepPartProps } from '../../features/sessions/step-part.ts'
import { TableWork } from '../../features/tables/table-work.tsx'
import { CardBoard } from '../../features/writing/card-board.tsx'
import { CardWall } from '../../features/writing/card-wall.tsx'

/** The work of the tables in a step, and once it was brought together, its cards for everybody. */
export const TablePart = (props: StepPartProps) => {
  const { session, activity, place, desk } = props
  const { me } = useWorkplace()
  const merged = useContent(desk.document, ({ cards }) =>
    cards.some((card) => card.activityId === activity.id && card.groupId !== null),
  )
  // A step of writing shows its cards itself.
  const shows = merged && stepKind(activity) !== 'write'
  if (place === 'screen')
    return shows ? <CardWall document={desk.document} activity={activity.id} /> : <TableWork {...props} />
  const takes = place === 'lead' && can(me.role, 'lead-session')
  return (
    <div className="grid gap-6">
      <TableWork {...props} />
      {shows ? <CardBoard session={session.live.id} step={activity} desk={desk} takes={takes} /> : null}
    </div>
  )
}
