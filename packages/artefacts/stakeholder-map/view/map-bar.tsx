import { Bookmark, Ellipsis, FileStack, Palette, Plus, UserRoundX, Waypoints } from 'lucide-react'
import { useLocale } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import { phases, ringViews } from '../shape.ts'
import { firstTitle } from '../strings.ts'
import { LensPicker, LensSelect } from './lens-picker.tsx'
import type { LookState } from './use-look.ts'
import { useMapPage } from './use-map.ts'

/** What stands beside the map: one thing at a time. */
export type SidePanel = 'missing' | 'network' | 'views' | 'filter' | 'differences'

type BarProps = {
  readonly look: LookState
  readonly phone: boolean
  readonly missing: number
  readonly panel: SidePanel | null
  readonly onChange: (patch: Partial<LookState>) => void
  readonly onPanel: (panel: SidePanel | null) => void
  readonly onAdd: () => void
  readonly onFiles: () => void
}

const toolLooks = 'focus-ring flex min-h-11 w-full items-center gap-2.5 rounded-control px-3 text-left hover:bg-field'

/** The name of the page, the lens, and what one can do with the map. */
export const MapBar = ({ look, phone, missing, panel, onChange, onPanel, onAdd, onFiles }: BarProps) => {
  const { desk, strings } = useMapPage()
  const locale = useLocale()
  const flip = (name: SidePanel) => onPanel(panel === name ? null : name)
  const tool = (name: SidePanel, Icon: typeof Palette, words: string) => (
    <button type="button" data-closes className={toolLooks} onClick={() => flip(name)}>
      <Icon size={18} aria-hidden /> {words}
    </button>
  )
  return (
    <header className="parcel flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
      <h1 className="text-xl font-display max-sm:basis-full 2xl:text-2xl">{firstTitle[locale]}</h1>
      {phone ? (
        <LensSelect lens={look.lens} onChange={(lens) => onChange({ lens })} />
      ) : (
        <LensPicker lens={look.lens} onChange={(lens) => onChange({ lens })} />
      )}
      <span className="ml-auto flex flex-wrap justify-end gap-2 print:hidden">
        <Popover
          label={strings.tools}
          near
          button={<Ellipsis size={20} aria-hidden />}
          buttonClass="focus-ring grid size-11 place-items-center rounded-control border-[1.5px] border-bank bg-land"
          className="w-64 p-1.5"
        >
          {tool('filter', Palette, strings.filterTools)}
          {tool('network', Waypoints, strings.network)}
          {tool('views', Bookmark, strings.views)}
          <button type="button" data-closes className={toolLooks} onClick={onFiles}>
            <FileStack size={18} aria-hidden /> {strings.files}
          </button>
        </Popover>
        <Button
          variant="default"
          size="dense"
          className="min-h-11"
          aria-pressed={panel === 'missing'}
          onClick={() => flip('missing')}
        >
          <UserRoundX size={18} aria-hidden /> {missing > 0 ? strings.missing(missing) : strings.whoMissing}
        </Button>
        {desk.canWrite ? (
          <Button variant="main" size="dense" className="min-h-11" onClick={onAdd}>
            <Plus size={18} aria-hidden /> {strings.add}
          </Button>
        ) : null}
      </span>
    </header>
  )
}

const select = 'focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 text-sm'

/** For which part of the work and which moment the rings are, and who stands elsewhere than wished. */
export const RingBar = ({ look, onChange, onPanel }: Pick<BarProps, 'look' | 'onChange' | 'onPanel'>) => {
  const { strings, terms } = useMapPage()
  return (
    <div className="parcel flex flex-wrap items-center gap-3 px-4 py-1.5 text-sm">
      <label className="flex items-center gap-2 font-label">
        {strings.ringView}
        <select
          className={select}
          value={look.ringView}
          onChange={(event) => onChange({ ringView: ringViews.find((view) => view === event.target.value) ?? 'now' })}
        >
          {ringViews.map((view) => (
            <option key={view} value={view}>
              {terms.ringViews[view]}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2 font-label">
        {strings.phase}
        <select
          className={select}
          value={look.phase}
          onChange={(event) => onChange({ phase: phases.find((phase) => phase === event.target.value) ?? 'whole' })}
        >
          {phases.map((phase) => (
            <option key={phase} value={phase}>
              {terms.phases[phase]}
            </option>
          ))}
        </select>
      </label>
      <Button variant="quiet" size="dense" onClick={() => onPanel('differences')}>
        {strings.differences}
      </Button>
    </div>
  )
}
