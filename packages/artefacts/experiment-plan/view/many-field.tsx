import { X } from 'lucide-react'
import { controlClass, FieldFrame, type FieldWords } from '#react/field-frame.tsx'
import { fieldStrings } from '#react/strings.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { usePlanPage } from './use-plan.ts'

type ManyFieldProps = FieldWords & {
  /** Kinds of the directory; `participant` stands for the people. */
  readonly kinds: readonly string[]
  readonly ids: readonly string[]
  readonly onTie: (id: string, tied: boolean) => void
  /** Never offered, such as the plan itself. */
  readonly without?: string
}

type Named = { readonly id: string; readonly label: string; readonly href: string | null }

/** Several things of other documents, each a way to go there; what is gone says so and can only be taken away. */
export const ManyField = ({ kinds, ids, onTie, without, ...words }: ManyFieldProps) => {
  const { desk } = usePlanPage()
  const strings = useStrings(fieldStrings)
  const named = useNamed(kinds)
  const free = named.filter(({ id }) => !ids.includes(id) && id !== without)
  return (
    <FieldFrame {...words}>
      {(control) => (
        <div className="grid gap-2">
          {ids.length > 0 ? (
            <ul className="flex min-w-0 flex-wrap gap-1.5">
              {ids.map((id) => (
                <Tied key={id} id={id} found={named.find((entry) => entry.id === id)} onTie={onTie} />
              ))}
            </ul>
          ) : null}
          {desk.canWrite ? (
            <select
              {...control}
              value=""
              disabled={free.length === 0}
              onChange={(event) => event.target.value && onTie(event.target.value, true)}
              className={`${controlClass} min-h-11`}
            >
              <option value="">{free.length === 0 ? strings.nothingToChoose : strings.choose}</option>
              {free.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          ) : null}
        </div>
      )}
    </FieldFrame>
  )
}

type TiedProps = {
  readonly id: string
  readonly found: Named | undefined
  readonly onTie: (id: string, tied: boolean) => void
}

const Tied = ({ id, found, onTie }: TiedProps) => {
  const { desk } = usePlanPage()
  const strings = useStrings(fieldStrings)
  const label = found?.label ?? strings.removed
  return (
    <li
      className={`flex max-w-full min-w-0 items-center gap-1 rounded-chip py-0.5 pl-2.5 text-sm ${found ? 'bg-water-tint' : 'border border-dashed border-bank text-ink-2'}`}
    >
      {found?.href ? (
        <a href={found.href} className="focus-ring min-w-0 py-1 underline underline-offset-3">
          {label}
        </a>
      ) : (
        <span className="min-w-0 py-1">{label}</span>
      )}
      {desk.canWrite ? (
        <button
          type="button"
          aria-label={strings.takeAway(label)}
          onClick={() => onTie(id, false)}
          className="focus-ring grid size-7 shrink-0 place-items-center rounded-chip hover:bg-field pointer-coarse:size-11"
        >
          <X size={14} aria-hidden />
        </button>
      ) : (
        <span className="w-1.5" />
      )}
    </li>
  )
}

const useNamed = (kinds: readonly string[]): readonly Named[] => {
  const { directory, people, linkTo } = useWorkplace()
  return kinds.flatMap((kind): Named[] =>
    kind === 'participant'
      ? people.flatMap(({ id, name }) => (name === null ? [] : [{ id, label: name, href: null }]))
      : directory
          .ofKind(kind)
          .map(({ id, label, document }) => ({ id, label: label || '…', href: linkTo(document, id) })),
  )
}
