import { TriangleAlert, UserRound } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { balanceOf, flagsOf } from '../sharing.ts'
import type { Share } from '../shape.ts'
import { Mark } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'
import { levelWords } from './levels.ts'
import { valueStrings } from './value-strings.ts'

/** For each party what it pays and risks to the left and what it gains to the right of one line, with its say beside it. */
export const ValuePicture = ({ shares }: { readonly shares: readonly Share[] }) => {
  const { isKnown } = usePlanPage()
  const own = useStrings(valueStrings)
  const known = shares.filter(({ stakeholderId }) => stakeholderId !== null && isKnown(stakeholderId))
  const gone = shares.filter((share) => !known.includes(share))
  const sorted = known.toSorted((a, b) => (balanceOf(a) ?? 9) - (balanceOf(b) ?? 9))
  const powerless = known.filter((share) => flagsOf(share).includes('riskWithoutSay')).length
  return (
    <div>
      <p className="mb-1 text-sm">
        {powerless > 0 ? <b className="font-strong">{own.told(powerless)} </b> : null}
        <span className="text-ink-2">{own.order}</span>
      </p>
      <Legend />
      <ul aria-label={own.picture}>
        {sorted.map((share) => (
          <PictureRow key={share.id} share={share} />
        ))}
        {gone.map((share) => (
          <GoneRow key={share.id} />
        ))}
      </ul>
    </div>
  )
}

const grid =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 @lg:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)_5.5rem]'

const Legend = () => {
  const { legend } = useStrings(valueStrings)
  return (
    <div aria-hidden className={`${grid} pb-1 text-xs text-ink-2`}>
      <span className="hidden @lg:block" />
      <span className="col-span-full grid grid-cols-[2fr_1fr] @lg:col-span-1">
        <span className="flex justify-end gap-3 pr-2">
          <span className="flex items-center gap-1.5">
            <i className={`inline-block h-3 w-4 ${costLook}`} /> {legend.gives}
          </span>
          <span className="flex items-center gap-1.5">
            <i className="inline-block h-3 w-4" style={riskLook} /> {legend.risks}
          </span>
        </span>
        <span className="flex items-center gap-1.5 pl-2">
          <i className="inline-block h-3 w-4 bg-grass" /> {legend.gains}
        </span>
      </span>
      <span className="hidden @lg:block">{legend.says}</span>
    </div>
  )
}

const costLook = 'bg-reed'
const riskLook = { backgroundImage: 'repeating-linear-gradient(-45deg, var(--clay) 0 4px, var(--clay-tint) 4px 7px)' }

const PictureRow = ({ share }: { readonly share: Share }) => {
  const { words, nameOf } = usePlanPage()
  const own = useStrings(valueStrings)
  const { stakeholderId, benefit, cost, risk, say, note } = share
  const name = stakeholderId === null ? words.removed : nameOf(stakeholderId)
  const level = (amount: number | null) => levelWords(own.levels, amount) ?? own.notKnown
  const balance = balanceOf(share)
  const sum = balance === null ? own.notKnown : signed(balance)
  const flags = flagsOf(share)
  return (
    <li data-item={share.id} className={`${grid} border-t border-ditch py-2`} data-share={stakeholderId}>
      <p className="min-w-0 text-sm/[1.25] font-label break-words">{name}</p>
      <div
        role="img"
        aria-label={own.row(name, level(benefit), level(cost), level(risk), level(say), sum)}
        className="relative col-span-full row-start-2 grid grid-cols-[2fr_1fr] forced-color-adjust-none @lg:col-span-1 @lg:row-start-1 @lg:col-start-2"
      >
        <span className="flex h-5 justify-end bg-field">
          <i style={{ ...riskLook, width: `${((risk ?? 0) / 6) * 100}%` }} />
          <i className={costLook} style={{ width: `${((cost ?? 0) / 6) * 100}%` }} />
        </span>
        <span className="h-5 bg-field">
          <i className="block h-5 bg-grass" style={{ width: `${((benefit ?? 0) / 3) * 100}%` }} />
        </span>
        <i className="absolute -inset-y-1 left-2/3 -ml-px w-0.5 bg-ink" />
      </div>
      <span className="flex items-center justify-end gap-2 @lg:col-start-3">
        <Say step={say} />
        <b className="min-w-6 text-right text-sm font-strong tabular-nums" aria-hidden>
          {balance === null ? '?' : sum}
        </b>
      </span>
      {flags.length > 0 || note !== '' ? (
        <p className="col-span-full flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2 @lg:col-start-2">
          {flags.map((flag) => (
            <Mark key={flag} tone="care" icon={TriangleAlert}>
              {words.flags[flag]}
            </Mark>
          ))}
          {note}
        </p>
      ) : null}
    </li>
  )
}

// People, filled for each step of say: three open ones are nobody with a voice.
const Say = ({ step }: { readonly step: number | null }) => (
  <span className="inline-flex" aria-hidden>
    {[1, 2, 3].map((each) => (
      <UserRound
        key={each}
        size={15}
        strokeWidth={2}
        className={step !== null && each <= step ? 'fill-water text-water' : 'text-bank'}
      />
    ))}
  </span>
)

const GoneRow = () => {
  const { words } = usePlanPage()
  const own = useStrings(valueStrings)
  return (
    <li className="border-t border-ditch py-2 text-sm text-ink-2">
      <s>{words.removed}</s> · {own.gone}
    </li>
  )
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'))
