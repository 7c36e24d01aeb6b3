import { ReferencesField } from '#react/reference-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { setAffected } from '../commands.ts'
import { lowerStrings } from './lower-strings.ts'
import { Helped, ProblemLine, ProblemProse } from './fields.tsx'
import { Part } from './part.tsx'
import { usePage, useProblem } from './use-page.ts'

const rest = ['contextFactors', 'tried', 'reframe', 'outOfScope'] as const

/** What people see happen, for whom, where, and what should be different. */
export const WhatPart = () => {
  const { words } = usePage()
  const lower = useStrings(lowerStrings)
  const { isPart } = useProblem()
  return (
    <Part section="what" note={words.fields.whatHappens.help}>
      {/* Each part of the problem has this field too; by another name, so that the page has one of each. */}
      <ProblemProse hideLabel field="whatHappens" {...(isPart ? { label: lower.whatHappensHere } : {})} />
      <div className="mt-4 grid items-start gap-x-10 gap-y-4 @2xl:grid-cols-2">
        <Affected />
        <ProblemProse field="desiredChange" />
        <div className="grid items-start gap-4 @lg:grid-cols-2">
          <ProblemLine field="place" />
          <ProblemLine field="since" />
        </div>
        <ProblemProse field="whyNow" />
        {rest.map((field) => (
          <ProblemProse key={field} field={field} />
        ))}
      </div>
    </Part>
  )
}

const Affected = () => {
  const { act, words } = usePage()
  const { problem } = useProblem()
  const { label, help } = words.fields.affected
  return (
    <Helped filled={problem.affectedIds.length > 0}>
      <ReferencesField
        label={label}
        hint={help}
        kind="stakeholder"
        ids={problem.affectedIds}
        onAdd={(id) => act((draft) => setAffected(draft, problem.id, id, true))}
        onRemove={(id) => act((draft) => setAffected(draft, problem.id, id, false))}
      />
    </Helped>
  )
}
