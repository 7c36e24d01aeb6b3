import { useState } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { addShare } from '../care-commands.ts'
import { missingFrom } from '../checks.ts'
import { EmptyNote, Part } from './part.tsx'
import { ShareTable } from './share-table.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'
import { ValuePicture } from './value-picture.tsx'
import { valueStrings } from './value-strings.ts'

/** Who gains, who pays, who bears risk and who has a say: a picture to read at a glance, and the table behind it. */
export const ValuePart = () => {
  const { desk } = usePlanPage()
  const own = useStrings(valueStrings)
  const shares = usePlanPart((plan) => plan.distribution)
  return (
    <Part id="values" title={own.title} note={own.note}>
      <Missing />
      {shares.length === 0 ? (
        <EmptyNote hint={own.noneHint}>{own.none}</EmptyNote>
      ) : (
        <>
          <ValuePicture shares={shares} />
          <details
            className="mt-3 border-t border-ditch pt-1"
            open={desk.canWrite && shares.some(({ benefit }) => benefit === null)}
          >
            <summary className="focus-ring flex min-h-11 cursor-pointer items-center font-label text-water underline underline-offset-3">
              {own.edit}
            </summary>
            <ShareTable shares={shares} />
          </details>
        </>
      )}
      {desk.canWrite ? <AddShare /> : null}
    </Part>
  )
}

const AddShare = () => {
  const { act, planId } = usePlanPage()
  const own = useStrings(valueStrings)
  const { directory } = useWorkplace()
  const shares = usePlanPart((plan) => plan.distribution)
  const free = directory
    .ofKind('stakeholder')
    .filter(({ id }) => !shares.some(({ stakeholderId }) => stakeholderId === id))
  const [refused, setRefused] = useState(false)
  return (
    <div className="mt-3 max-w-md">
      <FieldFrame label={own.add} error={refused ? own.already : undefined}>
        {(control) => (
          <select
            {...control}
            value=""
            disabled={free.length === 0}
            onChange={(event) =>
              event.target.value && setRefused(!act((draft) => addShare(draft, planId, event.target.value)).ok)
            }
            className={`${controlClass} min-h-11`}
          >
            <option value="">{own.choose}</option>
            {free.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    </div>
  )
}

const Missing = () => {
  const { act, desk, planId, nameOf } = usePlanPage()
  const own = useStrings(valueStrings)
  const { directory } = useWorkplace()
  const distribution = usePlanPart((plan) => plan.distribution)
  const problemIds = usePlanPart((plan) => plan.problemIds)
  const missing = missingFrom({ problemIds, distribution }, { directory })
  if (missing.length === 0) return null
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 border border-dashed border-bank bg-light-tint px-3 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-60">{own.missing(missing.map(nameOf).join(', '))}</span>
      {desk.canWrite ? (
        <Button size="dense" onClick={() => act((draft) => missing.map((id) => addShare(draft, planId, id)))}>
          {own.addMissing}
        </Button>
      ) : null}
    </p>
  )
}
