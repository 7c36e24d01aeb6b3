import { X } from 'lucide-react'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { fieldStrings } from './strings.ts'
import { useStrings } from './use-strings.tsx'
import { useDesk, useWorkplace } from './workplace.tsx'

type Named = { readonly id: string; readonly label: string }

/** Everything of some kinds that can be pointed at, by name; `participant` stands for the people. */
const useNamed = (kinds: readonly string[]): readonly Named[] => {
  const { directory, people } = useWorkplace()
  return kinds.flatMap((kind): Named[] =>
    kind === 'participant'
      ? people.flatMap(({ id, name }) => (name === null ? [] : [{ id, label: name }]))
      : directory.ofKind(kind).map(({ id, label }) => ({ id, label })),
  )
}

type ReferencesFieldProps = FieldWords & {
  readonly kind: string
  readonly ids: readonly string[]
  readonly onAdd: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** Several things of one kind, each taken away by its own button. */
export const ReferencesField = ({ kind, ids, onAdd, onRemove, ...words }: ReferencesFieldProps) => {
  const { canWrite } = useDesk()
  const strings = useStrings(fieldStrings)
  const named = useNamed([kind])
  const labelOf = (id: string) => named.find((entry) => entry.id === id)?.label ?? strings.removed
  const free = named.filter((entry) => !ids.includes(entry.id))
  return (
    <FieldFrame {...words}>
      {(control) => (
        <div className="grid gap-2">
          {ids.length > 0 ? (
            <ul className="flex flex-wrap gap-1.5">
              {ids.map((id) => (
                <li key={id} className="flex items-center gap-1 rounded-chip bg-water-tint py-0.5 pl-2.5 text-sm">
                  {labelOf(id)}
                  {canWrite ? (
                    <button
                      type="button"
                      aria-label={strings.takeAway(labelOf(id))}
                      onClick={() => onRemove(id)}
                      className="focus-ring grid size-7 place-items-center rounded-chip hover:bg-field"
                    >
                      <X size={14} aria-hidden />
                    </button>
                  ) : (
                    <span className="w-1.5" />
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          {canWrite ? (
            <select
              {...control}
              value=""
              disabled={free.length === 0}
              onChange={(event) => event.target.value && onAdd(event.target.value)}
              className={`${controlClass} min-h-11`}
            >
              <option value="">{free.length === 0 ? strings.nothingToChoose : strings.choose}</option>
              {free.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.label}
                </option>
              ))}
            </select>
          ) : null}
        </div>
      )}
    </FieldFrame>
  )
}

type ReferenceFieldProps = FieldWords & {
  readonly kinds: readonly string[]
  readonly id: string | null
  readonly onChange: (id: string | null) => void
}

/** One thing, such as who does a step. */
export const ReferenceField = ({ kinds, id, onChange, ...words }: ReferenceFieldProps) => {
  const { canWrite } = useDesk()
  const strings = useStrings(fieldStrings)
  const named = useNamed(kinds)
  const gone = id !== null && !named.some((entry) => entry.id === id)
  return (
    <FieldFrame {...words}>
      {(control) => (
        <select
          {...control}
          value={id ?? ''}
          disabled={!canWrite}
          onChange={(event) => onChange(event.target.value || null)}
          className={`${controlClass} min-h-11`}
        >
          <option value="">{strings.none}</option>
          {gone ? <option value={id}>{strings.removed}</option> : null}
          {named.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
