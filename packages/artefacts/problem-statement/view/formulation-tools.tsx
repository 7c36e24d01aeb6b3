import { ChoiceField } from '#react/choice-field.tsx'
import { ProseField } from '#react/prose-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import {
  chooseFormulation,
  copyFormulation,
  dropFormulation,
  mayWriteIn,
  removeFormulation,
  reopenFormulation,
  setForm,
} from '../formulation-commands.ts'
import { wordsOf } from '../queries.ts'
import { forms, type Formulation } from '../shape.ts'
import { showItem } from './keep-focus.ts'
import { lowerStrings } from './lower-strings.ts'
import { Plain } from './fields.tsx'
import { RemoveButton } from './marks.tsx'
import { usePage, useRows } from './use-page.ts'

type ToolsProps = { readonly formulation: Formulation; readonly state: Formulation['status'] }

/** What people do with one formulation: write on, say why not, note what some see differently, choose, copy. */
export const FormulationTools = ({ formulation, state }: ToolsProps) => {
  const { act, strings, words, say, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const { me } = useWorkplace()
  const { id } = formulation
  const mine = mayWriteIn(formulation, me)
  const text = wordsOf(formulation)
  const isBuiltOn = useRows('formulations').some(({ basedOnIds }) => basedOnIds.includes(id))
  const isOpen = state === 'open'
  const choose = () => {
    act((draft) => (isOpen ? chooseFormulation(draft, id) : reopenFormulation(draft, id)))
    if (isOpen) say(strings.chosenNow)
  }
  const copy = () => {
    const made = act((draft) => copyFormulation(draft, id, formulation.text, me))
    say(strings.copied)
    if (made.ok) showItem(made.value)
  }
  return (
    <div className="mt-2 grid gap-3 bg-field p-3 text-sm">
      {mine ? <Writing formulation={formulation} /> : null}
      {state === 'dropped' ? <TextField path={['formulations', id, 'reasonNotChosen']} label={words.reason} /> : null}
      {state === 'merged' ? null : (
        <TextField path={['formulations', id, 'minorityNote']} label={words.minority} hint={lower.minorityHint} />
      )}
      <span className="flex flex-wrap gap-2">
        {/* One button for both ways, so that it keeps the focus when the state turns. */}
        <Button size="dense" onClick={choose}>
          {isOpen ? strings.chooseThis : state === 'chosen' ? strings.reopenChoice : lower.takeUpAgain}
        </Button>
        {isOpen ? (
          <Button size="dense" onClick={() => act((draft) => dropFormulation(draft, id))}>
            {lower.doNotChoose}
          </Button>
        ) : null}
        <Button size="dense" onClick={copy}>
          {strings.copy}
        </Button>
        {mine && !isBuiltOn && (isOpen || state === 'dropped') ? (
          <RemoveButton what={text} onRemove={() => takeAway(text, (draft) => removeFormulation(draft, id, me))} />
        ) : null}
      </span>
    </div>
  )
}

const povParts = ['who', 'need', 'insight'] as const

const Writing = ({ formulation: { id, form } }: { readonly formulation: Formulation }) => {
  const { act, words } = usePage()
  const lower = useStrings(lowerStrings)
  const { me } = useWorkplace()
  return (
    <>
      <ProseField path={['formulations', id, 'text']} label={words.sentence} />
      <ChoiceField
        label={lower.form}
        value={form}
        options={forms.map((value) => ({ value, label: words.forms[value] }))}
        onChange={(next) => next && act((draft) => setForm(draft, id, next, me))}
      />
      {form === 'pov'
        ? povParts.map((part) => (
            <Plain key={part} className="[&_textarea]:bg-land">
              <TextField path={['formulations', id, part]} label={words.pov[part]} />
            </Plain>
          ))
        : null}
    </>
  )
}
