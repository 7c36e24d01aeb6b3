import { Plus } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { ArtefactKind } from '#artefacts/models.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { kindNames, kinds } from '../../api/kinds.ts'
import { arrangingStrings } from './strings.ts'

/** Adds one more thing to make, of a kind to choose or of the one that the page is about. */
export const AddArtefact = ({ kind }: { readonly kind?: ArtefactKind }) => {
  const strings = useStrings(arrangingStrings)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Plus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {strings.add}
      </Button>
      {open ? <AddDialog first={kind ?? 'problem-statement'} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const AddDialog = ({ first, onClose }: { first: ArtefactKind; onClose: () => void }) => {
  const strings = useStrings(arrangingStrings)
  const locale = useLocale()
  const problem = useProblem()
  const { workspaceId } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [kind, setKind] = useState(first)
  const [title, setTitle] = useState('')
  const add = async () => {
    const answer = await send('createArtefact', {
      params: { workspace: workspaceId },
      body: { kind, title: title.trim() },
    })
    if (!answer.ok) return
    onClose()
    navigate(`/w/${workspaceId}/a/${answer.value.id}`)
  }
  return (
    <Dialog
      title={strings.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="main" busy={busy} onClick={() => void add()}>
            {strings.make}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {strings.cancel}
          </Button>
        </>
      }
    >
      <fieldset>
        <legend className="mb-1.5 font-label">{strings.what}</legend>
        <div className="grid gap-2">
          {kindNames.map((one) => {
            const Icon = kinds[one].icon
            return (
              <label
                key={one}
                className="focus-ring-inside flex min-h-target cursor-pointer items-center gap-3 rounded-control border-[1.5px] border-bank px-3.5 py-2 hover:border-ink has-checked:border-water has-checked:bg-water-tint"
              >
                <input
                  type="radio"
                  name="kind"
                  checked={one === kind}
                  onChange={() => setKind(one)}
                  className="sr-only"
                />
                <Icon size={22} aria-hidden className="shrink-0 text-water" />
                <span className="leading-tight">
                  <span className="block font-label">{kinds[one].name[locale]}</span>
                  <span className="text-sm text-ink-2">{kinds[one].purpose[locale]}</span>
                </span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <Field label={strings.name} hint={strings.nameHint}>
        {(control) => (
          <input
            {...control}
            value={title}
            maxLength={120}
            onChange={(event) => setTitle(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
