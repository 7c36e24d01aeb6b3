import { Marker, OpenRing, type MarkerSlot } from './marker.tsx'

type AvatarProps = {
  /** The group of this person; `null` when they speak for none. */
  readonly slot: MarkerSlot | null
  readonly name: string
  /** What is said aloud when no visible name stands beside it. */
  readonly label?: string | undefined
  readonly size?: 26 | 34
  readonly away?: boolean
}

/** A person as the shape of their group with one initial in it. */
export const Avatar = ({ slot, name, label, size = 34, away = false }: AvatarProps) => (
  <span
    className={`relative inline-grid shrink-0 place-items-center ${away ? 'opacity-55' : ''}`}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label })}
  >
    <span className="col-start-1 row-start-1" aria-hidden>
      {slot ? <Marker slot={slot} size={size} /> : <OpenRing size={size} />}
    </span>
    <b
      aria-hidden
      className={`relative col-start-1 row-start-1 text-center leading-none font-bold forced-color-adjust-none ${slot ? 'text-on-m' : 'text-ink'} ${size === 34 ? 'text-[14px]' : 'text-[12px]'} ${drops[slot ?? 'm1'] ?? ''}`}
    >
      {initialOf(name)}
    </b>
  </span>
)

// The optical middle of a triangle and an arch lies lower than that of their box.
const drops: { readonly [slot: string]: string | undefined } = { m2: 'top-[3.5px]', m7: 'top-[2px]' }

const initialOf = (name: string): string =>
  name
    .trim()
    .match(/^\P{M}\p{M}*/u)?.[0]
    .toLocaleUpperCase() ?? '·'
