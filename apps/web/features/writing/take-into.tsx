import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as plan from '#artefacts/experiment-plan/place-names.ts'
import type { ArtefactKind } from '#artefacts/models.ts'
import * as problem from '#artefacts/problem-statement/place-names.ts'
import * as map from '#artefacts/stakeholder-map/place-names.ts'
import type { Words } from '#i18n/strings.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { callChoosing, reasonOf } from '../../api/choosing-call.ts'
import { kindNames, kinds } from '../../api/kinds.ts'
import { workspaceKey } from '../../api/use-facts.ts'
import { writingStrings } from './strings.ts'

type TakeIntoProps = {
  readonly session: string
  readonly cards: readonly string[]
  readonly onTaken: (count: number) => void
}

type Target = { readonly kind: ArtefactKind; readonly place: string; readonly name: Words }

const names: { readonly [Kind in ArtefactKind]: { readonly [place: string]: Words } } = {
  'problem-statement': problem.placeNames,
  'stakeholder-map': map.placeNames,
  'experiment-plan': plan.placeNames,
}
const targets: readonly Target[] = kindNames.flatMap((kind) =>
  Object.entries(names[kind]).map(([place, name]) => ({ kind, place, name })),
)
const keyOf = ({ kind, place }: Target): string => `${kind}/${place}`

/** Carries the words of cards into a field or list of an artefact; an idea becomes a trial of its own. */
export const TakeInto = ({ session, cards, onTaken }: TakeIntoProps) => {
  const strings = useStrings(writingStrings)
  const locale = useLocale()
  const { workspaceId } = useWorkplace()
  const queries = useQueryClient()
  const [key, setKey] = useState(
    keyOf(targets[0] ?? { kind: 'problem-statement', place: '', name: { nl: '', en: '' } }),
  )
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'locked'>('idle')
  const take = async () => {
    const target = targets.find((each) => keyOf(each) === key)
    if (!target) return
    setState('busy')
    for (const card of cards) {
      const params = { workspace: workspaceId, session, card }
      const answer = await callChoosing('takeCard', { params, body: { kind: target.kind, place: target.place } })
      if (!answer.ok) return setState(reasonOf(answer) === 'locked' ? 'locked' : 'failed')
    }
    setState('idle')
    await queries.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
    onTaken(cards.length)
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <div className="min-w-40 flex-1">
        <Field label={strings.takeInto}>
          {(control) => (
            <select {...control} className={inputClass} value={key} onChange={(event) => setKey(event.target.value)}>
              {kindNames.map((kind) => (
                <optgroup key={kind} label={kinds[kind].name[locale]}>
                  {targets
                    .filter((target) => target.kind === kind)
                    .map((target) => (
                      <option key={keyOf(target)} value={keyOf(target)}>
                        {target.name[locale]}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button type="submit" busy={state === 'busy'}>
        {strings.take}
      </Button>
      {state === 'failed' ? <FieldError>{strings.failed}</FieldError> : null}
      {state === 'locked' ? <FieldError>{strings.locked}</FieldError> : null}
    </form>
  )
}
