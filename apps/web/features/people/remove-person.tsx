import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { peopleStrings } from './strings.ts'

type RemovePersonProps = {
  readonly name: string
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks before somebody's access ends. */
export const RemovePerson = ({ name, busy, refusal, onRemove, onClose }: RemovePersonProps) => {
  const strings = useStrings(peopleStrings)
  const problem = useProblem()
  return (
    <Dialog
      title={strings.removeTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button variant="main" onClick={onClose}>
            {strings.keep}
          </Button>
          <Button variant="stop" busy={busy} onClick={onRemove}>
            {strings.removeNow}
          </Button>
        </>
      }
    >
      <p>{strings.removeWords}</p>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
