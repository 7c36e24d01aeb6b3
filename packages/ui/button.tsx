import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

const variants = {
  main: 'border-water bg-water text-on-water enabled:hover:border-water-strong enabled:hover:bg-water-strong',
  default: 'border-bank bg-land text-ink enabled:hover:border-ink enabled:hover:bg-field',
  quiet: 'border-transparent bg-transparent text-ink enabled:hover:bg-ink/7',
  stop: 'border-clay bg-land text-clay enabled:hover:bg-clay-tint',
  live: 'border-light bg-light text-on-light enabled:hover:border-on-light',
} as const

const sizes = {
  default: 'min-h-target px-4.5 text-base/[1.15]',
  dense: 'min-h-target-dense pointer-coarse:min-h-target px-3 text-sm/[1.15]',
  icon: 'size-target shrink-0',
  'icon-dense': 'size-target-dense shrink-0 pointer-coarse:size-target',
  large: 'min-h-target-lg px-6 text-[1.1875rem]/[1.15]',
} as const

type Looks = { readonly variant?: keyof typeof variants; readonly size?: keyof typeof sizes }

/** The looks of a button, for a link that stands among buttons. */
export const buttonClass = ({ variant = 'default', size = 'default' }: Looks = {}): string =>
  `focus-ring relative inline-flex cursor-pointer items-center justify-center gap-2 rounded-control border-[1.5px] font-label text-center no-underline transition-colors duration-(--t-1) disabled:cursor-not-allowed disabled:border-ditch disabled:bg-field disabled:text-ink-3 aria-busy:cursor-progress aria-pressed:border-water aria-pressed:bg-water-tint aria-pressed:text-ink aria-pressed:shadow-[inset_0_-3px_0_var(--water)] aria-[pressed=false]:border-bank aria-[pressed=false]:bg-land aria-[pressed=false]:shadow-none ${sizes[size]} ${variants[variant]}`

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Looks & {
    readonly icon?: ReactNode
    /** At work: the label stays, a spinner takes the place of the icon, and pressing does nothing. */
    readonly busy?: boolean
  }

/** A button that says what happens; `main` once per parcel, `live` only inside a session. */
export const Button = ({
  variant,
  size,
  icon,
  busy = false,
  className,
  type,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    // oxlint-disable-next-line react/button-has-type
    type={type ?? 'button'}
    aria-busy={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
    className={`${buttonClass({ ...(variant && { variant }), ...(size && { size }) })} ${className ?? ''}`}
  >
    {busy ? <LoaderCircle size={18} aria-hidden className="animate-spin motion-reduce:animate-none" /> : icon}
    {children}
  </button>
)
