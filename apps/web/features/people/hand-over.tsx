import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../../api/use-command.ts'
import type { Person } from '../../api/use-facts.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { peopleStrings } from './strings.ts'

type HandOverProps = { readonly person: Person; readonly onClose: () => void; readonly onBack: () => void }

/** Asks before somebody else leads instead of me: they get the role first, so that there is always somebody who leads. */
export const HandOver = ({ person, onClose, onBack }: HandOverProps) => {
  const strings = useStrings(peopleStrings)
  const problem = useProblem()
  const { workspaceId, me } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const name = person.name ?? strings.somebody
  const give = async () => {
    const roleOf = (participant: string, role: Person['role']) =>
      send('changePerson', { params: { workspace: workspaceId, participant }, body: { role } })
    if (person.role !== 'facilitator' && !(await roleOf(person.id, 'facilitator')).ok) return
    if ((await roleOf(me.id, 'contributor')).ok) onClose()
  }
  return (
    <Dialog
      title={strings.handOverTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button variant="main" onClick={onBack}>
            {strings.keepLeading}
          </Button>
          <Button busy={busy} onClick={() => void give()}>
            {strings.handOverNow(name)}
          </Button>
        </>
      }
    >
      <p>{strings.handOverWords(name)}</p>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
