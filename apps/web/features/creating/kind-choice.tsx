import { Check } from 'lucide-react'
import type { ArtefactKind } from '#artefacts/models.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { kindNames, kinds } from '../../api/kinds.ts'
import { creatingStrings } from './strings.ts'

type KindChoiceProps = {
  readonly chosen: readonly ArtefactKind[]
  readonly onChange: (chosen: readonly ArtefactKind[]) => void
}

/** What the workspace begins with; more can be added at any time. */
export const KindChoice = ({ chosen, onChange }: KindChoiceProps) => {
  const strings = useStrings(creatingStrings)
  const locale = useLocale()
  return (
    <fieldset className="parcel px-4.5 py-4 sm:px-7 xl:pr-10 xl:pl-16">
      <legend className="float-left w-full font-strong">{strings.kinds}</legend>
      <div className="clear-both grid gap-3 pt-2.5 sm:grid-cols-2 xl:grid-cols-3">
        {kindNames.map((kind) => {
          const Icon = kinds[kind].icon
          const isChosen = chosen.includes(kind)
          return (
            <label
              key={kind}
              className="focus-ring-inside group grid cursor-pointer grid-cols-[1.5rem_1.75rem_minmax(0,1fr)] items-center gap-x-3 rounded-control border-[1.5px] border-bank px-3.5 py-3 leading-tight hover:border-ink has-checked:border-water has-checked:bg-water-tint/45 has-checked:shadow-[inset_0_0_0_1px_var(--water)]"
            >
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => onChange(isChosen ? chosen.filter((one) => one !== kind) : [...chosen, kind])}
                className="sr-only"
              />
              <span className="grid size-6 place-items-center rounded-[4px] border-[1.5px] border-bank text-on-water group-has-checked:border-water group-has-checked:bg-water">
                {isChosen ? <Check size={16} strokeWidth={2.6} aria-hidden /> : null}
              </span>
              <Icon size={26} strokeWidth={1.7} aria-hidden className="text-water" />
              <span>
                <span className="block font-label">{kinds[kind].name[locale]}</span>
                <span className="mt-0.5 block text-sm text-ink-3">{kinds[kind].purpose[locale]}</span>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
