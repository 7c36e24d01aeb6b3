import { useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { addLink } from '../commands.ts'
import { linkTypes, type LinkType } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { usePage, useProblem } from './use-page.ts'

/** Chooses another problem and how this one hangs together with it. */
export const LinkForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { act, strings, words } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const { directory } = useWorkplace()
  const [toId, setTo] = useState<string | null>(null)
  const [type, setType] = useState<LinkType>('worsens')
  const others = directory.ofKind('problem').filter(({ id }) => id !== problem.id)
  return (
    <form
      className="grid w-full items-end gap-3 bg-field p-3 @2xl:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        if (toId !== null && act((draft) => addLink(draft, problem.id, toId, type)).ok) onDone()
      }}
    >
      <ChoiceField
        label={lower.how}
        value={type}
        options={linkTypes.map((value) => ({ value, label: words.linkTypes[value] }))}
        onChange={(next) => next && setType(next)}
      />
      <ChoiceField
        label={lower.otherProblem}
        value={toId}
        allowNone={lower.notChosen}
        options={others.map(({ id, label }) => ({ value: id, label }))}
        onChange={setTo}
      />
      <span className="flex gap-2">
        <Button variant="main" type="submit" disabled={toId === null}>
          {strings.add}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </form>
  )
}
