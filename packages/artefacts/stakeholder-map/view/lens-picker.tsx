import {
  ChartNoAxesGantt,
  ChevronDown,
  CircleDot,
  Scale,
  ScanLine,
  Table2,
  Target,
  UnfoldHorizontal,
  Users,
  Waypoints,
} from 'lucide-react'
import { Popover } from '#ui/popover.tsx'
import { firstLenses, lenses, type Lens } from '../lenses.ts'
import { useMapPage } from './use-map.ts'

const icons = {
  influence: ScanLine,
  rings: Target,
  network: Waypoints,
  worlds: UnfoldHorizontal,
  table: Table2,
  interest: Users,
  attitude: Scale,
  salience: CircleDot,
  participation: ChartNoAxesGantt,
} as const

type PickerProps = { readonly lens: Lens; readonly onChange: (lens: Lens) => void }

const look =
  'focus-ring-inside flex min-h-11 cursor-pointer items-center gap-1.5 border-ditch px-2.5 text-sm font-label has-checked:bg-water-tint has-checked:font-strong has-checked:shadow-[inset_0_-3px_0_var(--water)]'

/** The ways of looking at a map, one at a time; arrow keys choose, and the rarer ones stand under more. */
export const LensPicker = ({ lens, onChange }: PickerProps) => {
  const { strings, words } = useMapPage()
  const open = lenses.slice(0, firstLenses)
  // A chosen lens of the others stands in the open too, so that one sees where one is.
  const shown = open.includes(lens) ? open : [...open, lens]
  return (
    <fieldset className="flex min-w-0 flex-wrap rounded-control border-[1.5px] border-bank">
      <legend className="sr-only">{strings.lens}</legend>
      {shown.map((each, at) => (
        <span key={each} className={`flex ${at === 0 ? '' : 'border-l border-ditch'}`}>
          <Choice lens={each} chosen={each === lens} onChange={onChange} name="lens" />
        </span>
      ))}
      <Popover
        label={strings.moreLenses}
        near
        buttonClass="focus-ring flex min-h-11 items-center gap-1 border-l border-ditch px-2.5 text-sm font-label"
        button={
          <>
            {strings.moreWord} <ChevronDown size={16} aria-hidden />
          </>
        }
        className="w-72 p-1.5"
      >
        {lenses.slice(firstLenses).map((each) => (
          <Choice key={each} lens={each} chosen={each === lens} onChange={onChange} name="more-lens" />
        ))}
      </Popover>
      <span className="sr-only">{words.lenses[lens]}</span>
    </fieldset>
  )
}

type ChoiceProps = {
  readonly lens: Lens
  readonly chosen: boolean
  readonly onChange: (lens: Lens) => void
  readonly name: string
}

const Choice = ({ lens, chosen, onChange, name }: ChoiceProps) => {
  const { words } = useMapPage()
  const Icon = icons[lens]
  return (
    <label className={look}>
      <input type="radio" name={name} className="sr-only" checked={chosen} onChange={() => onChange(lens)} />
      <Icon size={16} aria-hidden />
      {words.lenses[lens]}
    </label>
  )
}

/** The same choice in one control, for narrow screens. */
export const LensSelect = ({ lens, onChange }: PickerProps) => {
  const { strings, words } = useMapPage()
  return (
    <select
      aria-label={strings.lens}
      value={lens}
      onChange={(event) => onChange(lenses.find((each) => each === event.target.value) ?? lens)}
      className="focus-ring min-h-11 min-w-0 basis-40 grow rounded-control border-[1.5px] border-bank bg-land px-3 font-label"
    >
      {lenses.map((each) => (
        <option key={each} value={each}>
          {words.lenses[each]}
        </option>
      ))}
    </select>
  )
}
