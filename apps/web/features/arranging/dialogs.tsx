import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { arrangingStrings } from './strings.ts'

type Asked = { readonly busy: boolean; readonly refusal: Refusal | null; readonly onClose: () => void }

type NameDialogProps = Asked & { readonly first: string; readonly onName: (name: string) => void }

/** Asks for another name. */
export const NameDialog = ({ first, busy, refusal, onName, onClose }: NameDialogProps) => {
  const strings = useStrings(arrangingStrings)
  const [name, setName] = useState(first)
  return (
    <Dialog
      title={strings.renameTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="main" busy={busy} disabled={name.trim() === ''} onClick={() => onName(name.trim())}>
            {strings.keepName}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {strings.cancel}
          </Button>
        </>
      }
    >
      <Field label={strings.name}>
        {(control) => (
          <input
            {...control}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <Refused refusal={refusal} />
    </Dialog>
  )
}

type RemoveDialogProps = Asked & { readonly title: string; readonly onRemove: () => void }

/** Asks before something goes for everybody. */
export const RemoveDialog = ({ title, busy, refusal, onRemove, onClose }: RemoveDialogProps) => {
  const strings = useStrings(arrangingStrings)
  return (
    <Dialog
      title={strings.removeTitle(title)}
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
      <Refused refusal={refusal} />
    </Dialog>
  )
}

const Refused = ({ refusal }: { refusal: Refusal | null }) => {
  const problem = useProblem()
  return refusal ? (
    <Notice tone="bad" role="alert">
      {problem(refusal)}
    </Notice>
  ) : null
}
