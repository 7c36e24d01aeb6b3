import type { ReactNode } from 'react'
import { isEmptyProse, type Prose } from '#crdt/prose.ts'
import { LineField } from '#react/line-field.tsx'
import { ProseField } from '#react/prose-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { describe } from '../commands.ts'
import type { Problem } from '../shape.ts'
import { useOfProblem, usePage, useProblem } from './use-page.ts'

type ProseName = {
  [Name in keyof Problem]: Problem[Name] extends Prose ? Name : never
}[keyof Problem]

type ProblemProseProps = {
  readonly field: ProseName
  readonly hideLabel?: boolean
  /** Another name than that of the field, where the same field stands on the page twice. */
  readonly label?: string
  readonly size?: 'body' | 'sentence'
}

/** One of the rich texts of this problem with its label and help; the help steps back once something stands there. */
export const ProblemProse = ({ field, hideLabel = false, label, size = 'body' }: ProblemProseProps) => {
  const { words } = usePage()
  const { problem } = useProblem()
  const filled = useOfProblem((whole) => !isEmptyProse(whole[field]))
  const named = words.fields[field]
  const called = label ?? named.label
  return (
    <Helped filled={filled} remarks={<FieldRemarks field={field} label={called} />}>
      <ProseField
        path={['problems', problem.id, field]}
        label={called}
        hint={named.help}
        hideLabel={hideLabel}
        size={size}
      />
    </Helped>
  )
}

/** A line of this problem, such as where it is. */
export const ProblemLine = ({ field }: { readonly field: 'place' | 'since' }) => {
  const { words, act } = usePage()
  const { problem } = useProblem()
  return (
    <Helped filled={problem[field] !== ''}>
      <LineField
        label={words.fields[field].label}
        hint={words.fields[field].help}
        value={problem[field]}
        maxLength={200}
        place={{ item: problem.id, field }}
        onChange={(next) => act((draft) => describe(draft, problem.id, { [field]: next }))}
      />
    </Helped>
  )
}

/** The remarks on one field of this problem; a field at rest shows only that there are some. */
const FieldRemarks = ({ field, label }: { readonly field: string; readonly label: string }) => {
  const { problem } = useProblem()
  return <RemarkButton itemId={problem.id} field={field} about={label} quote={label} />
}

type HelpedProps = { readonly filled: boolean; readonly remarks?: ReactNode; readonly children: ReactNode }

/** Hides the help of a field from sight, never from who listens, as soon as the field is filled. */
export const Helped = ({ filled, remarks, children }: HelpedProps) => (
  <div
    data-filled={filled || undefined}
    className="relative min-w-0 [&:not([data-filled],:focus-within)_.prose-text]:mx-0 [&:not([data-filled],:focus-within)_.prose-text]:border-bank [&:not([data-filled],:focus-within)_.prose-text]:bg-land [&_.prose-text]:-mx-[13.5px] [&_.prose-text]:min-h-9 [&_.prose-text]:py-0.5 [&_p[id$=-hint]]:text-xs data-filled:[&_p[id$=-hint]]:sr-only [&>div]:gap-0.5 [&>div>label]:text-sm [&>div>:first-child]:text-ink-2 [&>div>span:first-child]:text-sm"
  >
    {children}
    {remarks === undefined ? null : <span className="at-field">{remarks}</span>}
  </div>
)

/** Text fields that look like text until somebody points at them or writes. */
export const Plain = ({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) => (
  <div
    className={`min-w-0 [&_textarea]:-mx-[9.5px] [&_textarea]:w-[calc(100%+19px)] [&_textarea]:border-transparent [&_textarea]:px-2 [&_textarea]:py-1.5 [&_textarea]:text-base md:[&_textarea]:text-sm [&_textarea:focus]:border-bank [&_textarea:hover:not(:focus):not(:read-only)]:border-ditch [&_textarea:read-only]:border-transparent [&_textarea:read-only]:bg-transparent ${className}`}
  >
    {children}
  </div>
)
