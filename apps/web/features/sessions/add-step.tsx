import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Popover } from '#ui/popover.tsx'
import { scriptStrings } from './script-strings.ts'

type AddStepProps = {
  /** The step behind which it comes; the last one when none is given. */
  readonly behind: string | undefined
  readonly onAdd: (title: string, minutes: number | null) => void
}

/** A step that nobody planned: its name and its minutes, right behind the one that runs. */
export const AddStep = ({ behind, onAdd }: AddStepProps) => {
  const strings = useStrings(scriptStrings)
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState('10')
  const isEmpty = title.trim() === ''
  const add = () => {
    if (isEmpty) return
    const number = Number(minutes)
    onAdd(title.trim(), minutes === '' || !Number.isFinite(number) ? null : Math.min(1000, Math.max(0, number)))
    setTitle('')
  }
  return (
    <Popover
      near
      label={strings.addStep}
      button={
        <>
          <Plus size={16} aria-hidden />
          {strings.step}
        </>
      }
      buttonClass={buttonClass({ size: 'dense' })}
      className="w-[min(20rem,calc(100vw-1.5rem))] p-4"
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
          add()
        }}
      >
        <Field label={strings.stepTitle} {...(behind === undefined ? {} : { hint: strings.comesAfter(behind) })}>
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
        <Field label={strings.minutes}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              max={1000}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
              className={`${inputClass} w-28`}
            />
          )}
        </Field>
        <Button type="submit" variant="main" disabled={isEmpty}>
          {strings.addThis}
        </Button>
      </form>
    </Popover>
  )
}
