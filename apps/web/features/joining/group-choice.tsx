import { Check, CircleHelp } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { FieldError } from '#ui/field.tsx'
import { Marker } from '#ui/marker.tsx'
import type { Group, JoinPreview } from '../../api/entering.ts'
import { joiningStrings } from './strings.ts'

type GroupChoiceProps = {
  readonly preview: JoinPreview
  readonly chosen: string | null
  readonly onChoose: (group: string) => void
  readonly id: string
  readonly error: string | undefined
}

/** The groups at the table as large radio buttons, with help for who does not know. */
export const GroupChoice = ({ preview, chosen, onChoose, id, error }: GroupChoiceProps) => {
  const strings = useStrings(joiningStrings)
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-lg font-label">{strings.group}</legend>
      <div lang={preview.language} className="mt-2 grid grid-cols-2 gap-ditch border-[3px] border-ditch bg-ditch">
        {preview.groups.map((group, at) => (
          <label
            key={group.id}
            className={`c-${group.marker} group focus-ring-inside relative grid min-h-21 cursor-pointer content-center gap-2 bg-land py-3 pr-9 pl-3.5 leading-tight font-label hyphens-auto hover:bg-field has-checked:tint has-checked:z-1 has-checked:outline-[3px] has-checked:outline-ink ${at === preview.groups.length - 1 && at % 2 === 0 ? 'col-span-2' : ''}`}
          >
            <input
              id={at === 0 ? id : undefined}
              type="radio"
              name={id}
              value={group.id}
              checked={group.id === chosen}
              onChange={() => onChoose(group.id)}
              className="sr-only"
            />
            <Marker slot={group.marker} size={30} />
            {group.title}
            <span className="absolute top-2 right-2 hidden size-6 place-items-center rounded-full bg-ink text-land group-has-checked:grid">
              <Check size={16} strokeWidth={2.4} aria-hidden />
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <div className="mt-2">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      ) : null}
      <Unsure groups={preview.groups} />
    </fieldset>
  )
}

const Unsure = ({ groups }: { groups: readonly Group[] }) => {
  const strings = useStrings(joiningStrings)
  const bases = (['resident', 'professional', 'policy', 'other'] as const).flatMap((base) => {
    const titles = groups.filter((group) => group.base === base).map(({ title }) => title)
    return titles.length > 0 ? [{ base, words: titles.join(` ${strings.or} `) }] : []
  })
  return (
    <details className="mt-1.5">
      <summary className="focus-ring -ml-2 inline-flex min-h-target items-center gap-2 rounded-control px-2 font-label text-water">
        <CircleHelp size={20} aria-hidden /> {strings.unsure}
      </summary>
      <ul className="grid gap-2 bg-field px-4 py-3 text-sm">
        {bases.map(({ base, words }) => (
          <li key={base}>
            {strings.unsureHelp[base]} <strong className="font-strong">{strings.choose(words)}</strong>
          </li>
        ))}
        <li className="text-ink-3">{strings.unsureEnd}</li>
      </ul>
    </details>
  )
}
