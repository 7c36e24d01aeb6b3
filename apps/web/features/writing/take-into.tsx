import { useState } from 'react'
import type { Step } from '#domain/agenda.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { kindNames, kinds } from '../../api/kinds.ts'
import { destinationsOf, ownDestination } from './destinations.ts'
import { targets } from './place-words.ts'
import { writingStrings } from './strings.ts'
import { useAllArtefacts, useTaking, type Done } from './use-taking.ts'

type TakeIntoProps = {
  readonly session: string
  readonly step: Step
  readonly cards: readonly string[]
  readonly onTaken: (done: Done) => void
}

/** Carries the words of cards into a field or list of an artefact; an idea becomes a trial of its own. */
export const TakeInto = ({ session, step, cards, onTaken }: TakeIntoProps) => {
  const strings = useStrings(writingStrings)
  const locale = useLocale()
  const { directory } = useWorkplace()
  const artefacts = useAllArtefacts()
  const { take } = useTaking(session)
  const possible = targets.filter(({ kind, isNew }) => isNew || artefacts.some((each) => each.kind === kind))
  const [key, setKey] = useState('')
  const [into, setInto] = useState('')
  const [busy, setBusy] = useState(false)
  const target = possible.find((each) => each.key === key) ?? possible[0]
  if (!target) return null
  const destinations = target.isNew ? [] : destinationsOf(target.kind, artefacts, directory)
  const own = ownDestination(step, destinations, directory)
  const destination = destinations.find((each) => each.key === into) ?? own
  const submit = async () => {
    setBusy(true)
    const done = await take(cards, target, destination)
    setBusy(false)
    onTaken(done)
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="min-w-40 flex-1">
        <Field label={strings.takeInto}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={target.key}
              onChange={(event) => setKey(event.target.value)}
            >
              {kindNames.map((kind) => {
                const own = possible.filter((each) => each.kind === kind)
                return own.length === 0 ? null : (
                  <optgroup key={kind} label={kinds[kind].name[locale]}>
                    {own.map(({ key: name, name: words }) => (
                      <option key={name} value={name}>
                        {words[locale]}
                      </option>
                    ))}
                  </optgroup>
                )
              })}
            </select>
          )}
        </Field>
      </div>
      {destinations.length > 1 && destination ? (
        <div className="min-w-40 flex-1">
          <Field label={strings.inWhich}>
            {(control) => (
              <select
                {...control}
                className={inputClass}
                value={destination.key}
                onChange={(event) => setInto(event.target.value)}
              >
                {destinations.map(({ key: name, title, part }) => (
                  <option key={name} value={name}>
                    {part === '' ? title || kinds[target.kind].name[locale] : strings.partOf(part)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : null}
      <Button type="submit" busy={busy}>
        {strings.take}
      </Button>
    </form>
  )
}
