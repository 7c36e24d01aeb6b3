import { RemarkButton } from '#react/remark-button.tsx'
import { useDesk, useWorkplace } from '#react/workplace.tsx'
import { EditButton } from './marks.tsx'

type RowActionsProps = {
  readonly id: string
  readonly what: string
  readonly open: boolean
  readonly onToggle: () => void
}

/** What stands at the end of a row: how many remarks are open, and the way into its fields. */
export const RowActions = ({ id, what, open, onToggle }: RowActionsProps) => {
  const { documentId, canWrite } = useDesk()
  const { records } = useWorkplace()
  const isTalkedAbout = records
    .entries('comments')
    .some(({ value }) => value.documentId === documentId && value.itemId === id && !value.resolved)
  return (
    <span className="-mr-3 flex items-start justify-self-end">
      {/* A row at rest stays quiet; who may not write has only this to do. */}
      {open || isTalkedAbout || !canWrite ? <RemarkButton itemId={id} about={what} quote={what} /> : null}
      {canWrite ? <EditButton what={what} open={open} onToggle={onToggle} /> : null}
    </span>
  )
}
