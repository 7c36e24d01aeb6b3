import { ChoiceField } from '#react/choice-field.tsx'
import type { FieldWords } from '#react/field-frame.tsx'
import { usePlanPage } from './use-plan.ts'

const steps = ['1', '2', '3'] as const

type ThirdFieldProps = FieldWords & {
  readonly value: number | null
  readonly labels: { readonly [Step in (typeof steps)[number]]: string }
  readonly onChange: (step: number | null) => void
}

/** A score of three, each step in words. */
export const ThirdField = ({ value, labels, onChange, ...words }: ThirdFieldProps) => {
  const { strings } = usePlanPage()
  return (
    <ChoiceField
      {...words}
      value={steps.find((step) => Number(step) === value) ?? null}
      allowNone={strings.notChosen}
      options={steps.map((step) => ({ value: step, label: labels[step] }))}
      onChange={(next) => onChange(next === null ? null : Number(next))}
    />
  )
}
