import type { ReactNode } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Notice } from '#ui/notice.tsx'
import { lineKinds, partyKinds, type Attribute } from '../formats/attributes.ts'
import { attributeNames } from '../formats/names.ts'
import { answerKey, type Answers, type Change, type ImportPlan, type PlannedParty } from '../formats/plan.ts'
import { writeValue, type Value } from '../formats/values.ts'
import { fileStrings } from './file-strings.ts'
import { useMapPage } from './use-map.ts'

type PreviewProps = {
  readonly plan: ImportPlan
  readonly answers: Answers
  readonly onAnswer: (key: string, answer: string) => void
}

const mostShown = 40

/** What an import would do: who comes, who changes and how, what a person must decide, and what could not be read. */
export const ImportPreview = ({ plan, answers, onAnswer }: PreviewProps) => {
  const strings = useStrings(fileStrings)
  const { map } = useMapPage()
  const parties = plan.parties.filter(({ skipped }) => !skipped)
  const added = parties.filter(({ match }) => match === null)
  const changed = parties.filter(({ match, changes }) => match !== null && changes.length > 0)
  const newLines = plan.lines.filter(({ match }) => match === null).length
  const changedLines = plan.lines.filter(({ match, changes }) => match !== null && changes.length > 0)
  const doubtful = plan.parties.filter(({ alike }) => alike !== null)
  const persons = plan.parties.filter(({ person, alike }) => person && alike === null)
  const same = (party: PlannedParty) => (
    <Answer key={party.key} name={party.name} answers={answers} onAnswer={onAnswer}>
      {party.alike ? <option value={party.alike.id}>{strings.isSame(party.alike.name)}</option> : null}
    </Answer>
  )
  return (
    <div className="grid gap-3 text-sm">
      <p role="status">
        {strings.summary(added.length, changed.length, parties.length - added.length - changed.length)}{' '}
        {plan.lines.length > 0
          ? strings.summaryLines(newLines, changedLines.length, plan.lines.length - newLines - changedLines.length)
          : null}{' '}
        {plan.rounded > 0 ? strings.rounded(plan.rounded) : null}{' '}
        <span className="text-ink-2">{strings.estimates}</span>
      </p>
      {doubtful.length > 0 ? (
        <Questions title={strings.alike} hint={strings.alikeHint}>
          {doubtful.map(same)}
        </Questions>
      ) : null}
      {plan.strangers.length > 0 ? (
        <Questions title={strings.strangers} hint={strings.strangersHint}>
          {plan.strangers.slice(0, mostShown).map((name) => (
            <Answer key={name} name={name} answers={answers} onAnswer={onAnswer}>
              {map.stakeholders.map((row) => (
                <option key={row.id} value={row.id}>
                  {strings.isSame(row.name)}
                </option>
              ))}
            </Answer>
          ))}
        </Questions>
      ) : null}
      {persons.length > 0 ? (
        <Questions title={strings.persons} hint={strings.personsHint}>
          {persons.slice(0, mostShown).map(same)}
        </Questions>
      ) : null}
      <Listed title={strings.added} items={added.map(({ name }) => name)} />
      <Changes parties={changed} />
      <Faults plan={plan} />
    </div>
  )
}

type QuestionsProps = { readonly title: string; readonly hint: string; readonly children: ReactNode }

const Questions = ({ title, hint, children }: QuestionsProps) => (
  <fieldset className="grid gap-1.5 bg-light-tint px-3 py-2">
    <legend className="float-left font-label">{title}</legend>
    <p className="clear-both text-ink-2">{hint}</p>
    {children}
  </fieldset>
)

type AnswerProps = Omit<PreviewProps, 'plan'> & { readonly name: string; readonly children: ReactNode }

const Answer = ({ name, answers, onAnswer, children }: AnswerProps) => {
  const strings = useStrings(fileStrings)
  const key = answerKey(name)
  return (
    <label className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <span className="break-words">{name}</span>
      <select
        aria-label={strings.whoIs(name)}
        className="focus-ring min-h-9 min-w-0 rounded-control border-[1.5px] border-bank bg-land px-2"
        value={answers.get(key) ?? 'new'}
        onChange={(event) => onAnswer(key, event.target.value)}
      >
        <option value="new">{strings.isNew}</option>
        {children}
        <option value="skip">{strings.leaveOut}</option>
      </select>
    </label>
  )
}

const Listed = ({ title, items }: { title: string; items: readonly string[] }) => {
  const strings = useStrings(fileStrings)
  if (items.length === 0) return null
  return (
    <div>
      <p className="font-label">{title}</p>
      <p className="break-words text-ink-2">
        {items.slice(0, mostShown).join(' · ')}
        {items.length > mostShown ? ` ${strings.andMore(items.length - mostShown)}` : ''}
      </p>
    </div>
  )
}

const Changes = ({ parties }: { parties: readonly PlannedParty[] }) => {
  const strings = useStrings(fileStrings)
  if (parties.length === 0) return null
  return (
    <div>
      <p className="font-label">{strings.changed}</p>
      <ul className="grid gap-0.5">
        {parties.slice(0, mostShown).map((party) => (
          <li key={party.key}>
            <span className="font-label">{party.match?.name}</span>{' '}
            <span className="text-ink-2">
              <ChangeWords changes={party.changes} />
            </span>
          </li>
        ))}
      </ul>
      {parties.length > mostShown ? <p className="text-ink-2">{strings.andMore(parties.length - mostShown)}</p> : null}
    </div>
  )
}

const ChangeWords = ({ changes }: { changes: readonly Change[] }) => {
  const strings = useStrings(fileStrings)
  const locale = useLocale()
  const names = attributeNames[locale]
  const { nameOf } = useMapPage()
  const kinds = { ...lineKinds, ...partyKinds }
  const told = (attribute: Attribute, value: Value | null): string => {
    if (attribute === 'representedById' && typeof value === 'string') return nameOf(value)
    const words = writeValue(attribute, kinds[attribute], value, locale).replaceAll('|', ', ')
    return words === '' ? strings.nothing : words.length > 60 ? `${words.slice(0, 60)}…` : words
  }
  const labels: { readonly [Name in Attribute]: string } = { ...names.line, ...names.party }
  return changes
    .map(({ attribute, before, after }) =>
      strings.change(labels[attribute], told(attribute, before), told(attribute, after)),
    )
    .join(' · ')
}

const Faults = ({ plan: { faults } }: { plan: ImportPlan }) => {
  const strings = useStrings(fileStrings)
  if (faults.length === 0) return null
  return (
    <Notice tone="care" title={`${strings.faults(faults.length)}.`}>
      <ul className="mt-1 grid gap-0.5">
        {faults.slice(0, 15).map(({ row, column, words, reason }, at) => (
          <li key={at}>{strings.fault[reason](row, column, words)}</li>
        ))}
      </ul>
      {faults.length > 15 ? <p>{strings.andMore(faults.length - 15)}</p> : null}
    </Notice>
  )
}
