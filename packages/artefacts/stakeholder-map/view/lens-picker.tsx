import { ScanLine, Table2, Users } from 'lucide-react'
import { useMapPage } from './use-map.ts'

export const pageLenses = ['influence', 'interest', 'table'] as const
export type PageLens = (typeof pageLenses)[number]
const icons = { influence: ScanLine, interest: Users, table: Table2 }

/** The ways of looking at a map, one at a time; arrow keys choose. */
export const LensPicker = ({ lens, onChange }: { lens: PageLens; onChange: (lens: PageLens) => void }) => {
  const { strings, words } = useMapPage()
  return (
    <fieldset className="flex min-w-0 flex-wrap rounded-control border-[1.5px] border-bank">
      <legend className="sr-only">{strings.lens}</legend>
      {pageLenses.map((each) => {
        const Icon = icons[each]
        return (
          <label
            key={each}
            className="flex min-h-11 cursor-pointer items-center gap-2 px-3 text-sm font-label has-checked:bg-water-tint has-checked:shadow-[inset_0_-3px_0_var(--water)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--ring)]"
          >
            <input
              type="radio"
              name="lens"
              className="sr-only"
              checked={lens === each}
              onChange={() => onChange(each)}
            />
            <Icon size={16} aria-hidden />
            {each === 'table' ? strings.table : words.lenses[each]}
          </label>
        )
      })}
    </fieldset>
  )
}
