import { EyeOff, LocateFixed, Lock, VenetianMask, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Segments } from '#ui/segments.tsx'
import { kinds } from '../../api/kinds.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { leadStrings } from './lead-strings.ts'
import type { Lock as LockOf } from './use-lock.ts'

type SwitchesProps = {
  readonly session: SessionHandle
  readonly lock: LockOf
  readonly looking: number
  readonly onSaid: (words: string) => void
}

/** What the room may do now, each in one place with its state in words. */
export const LeadSwitches = (props: SwitchesProps) => {
  const strings = useStrings(leadStrings)
  const { session } = props
  const { live, send } = session
  return (
    <section aria-label={strings.control} className="parcels sm:grid-cols-3">
      <Follow {...props} />
      <LockTile {...props} />
      <Tile
        icon={EyeOff}
        label={strings.results}
        state={live.resultHidden ? strings.resultsHidden : strings.resultsOpen}
        checked={live.resultHidden}
        onChange={(resultHidden) => void send('steerSession', { body: { resultHidden } })}
      />
      <Tile
        icon={VenetianMask}
        label={strings.names}
        state={live.namesHidden ? strings.namesHidden : strings.namesShown}
        checked={live.namesHidden}
        onChange={(namesHidden) => void send('steerSession', { body: { namesHidden } })}
      />
    </section>
  )
}

const follows = ['release', 'invite', 'hold'] as const

const Follow = ({ session, looking, onSaid }: SwitchesProps) => {
  const strings = useStrings(leadStrings)
  const { live, send } = session
  const call = async () => {
    const answer = await send('steerSession', { body: { call: true } })
    if (answer.ok) onSaid(strings.called)
  }
  return (
    <div
      className={`grid gap-2 px-4 py-3 sm:col-span-3 sm:px-7 md:grid-cols-[minmax(0,1fr)_auto] md:items-center ${live.follow === 'release' ? 'bg-land' : 'bg-water-tint'}`}
    >
      <div className="grid gap-1">
        <h2 className="flex items-center gap-2 font-strong">
          <LocateFixed size={20} aria-hidden />
          {strings.follow}
          <span className="text-sm font-normal text-ink-2 tabular-nums">{strings.looking(looking, live.present)}</span>
        </h2>
        <p className="text-sm text-ink-2">{strings.followWords[live.follow]}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Segments
          legend={strings.follow}
          value={live.follow}
          options={follows.map((value) => ({ value, label: strings.followHow[value] }))}
          onChange={(follow) => void send('steerSession', { body: { follow } })}
        />
        <Button size="dense" onClick={() => void call()}>
          {strings.callNow}
        </Button>
      </div>
    </div>
  )
}

const LockTile = ({ lock: { locked, toggle } }: SwitchesProps) => {
  const strings = useStrings(leadStrings)
  const locale = useLocale()
  const names = locked.map(({ title, kind }) => title || kinds[kind].name[locale]).join(', ')
  const openWords = toggle ? strings.unlocked : strings.nothingToLock
  return (
    <Tile
      icon={Lock}
      label={strings.lock}
      state={locked.length > 0 ? strings.locked(names) : openWords}
      checked={locked.length > 0}
      disabled={!toggle}
      onChange={() => toggle?.()}
    />
  )
}

type TileProps = {
  readonly icon: LucideIcon
  readonly label: string
  readonly state: ReactNode
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

const Tile = ({ icon: Icon, label, state, checked, disabled = false, onChange }: TileProps) => (
  <label
    className={`group focus-ring-inside grid cursor-pointer content-start gap-0.5 px-4 py-3 has-disabled:cursor-not-allowed sm:px-5 sm:first:pl-7 ${checked ? 'bg-water-tint' : 'bg-land'}`}
  >
    <span className="mb-1 flex items-center justify-between">
      <Icon size={22} strokeWidth={1.9} aria-hidden className={checked ? 'text-water' : 'text-ink-2'} />
      <span className="relative grid h-[26px] w-11 items-center rounded-full border-2 border-bank bg-land forced-color-adjust-none group-has-checked:border-water group-has-checked:bg-water group-has-disabled:opacity-50">
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
        />
        <span className="pointer-events-none ml-[3px] size-4 rounded-full bg-bank transition-transform duration-(--t-1) group-has-checked:translate-x-[18px] group-has-checked:bg-on-water" />
      </span>
    </span>
    <strong className="leading-tight font-strong">{label}</strong>
    <span className="text-sm/[1.3] text-ink-2">{state}</span>
  </label>
)
