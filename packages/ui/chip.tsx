import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  plain: 'bg-field text-ink-2 shadow-[inset_0_0_0_1px_var(--ditch)]',
  good: 'bg-grass-tint text-grass',
  care: 'bg-reed-tint text-reed',
  bad: 'bg-clay-tint text-clay',
  chosen: 'bg-water-tint text-ink',
  live: 'bg-light text-on-light',
} as const

type ChipProps = { readonly tone?: keyof typeof tones; readonly icon?: LucideIcon; readonly children: ReactNode }

/** A state in a word or two with an icon; never colour alone. */
export const Chip = ({ tone = 'plain', icon: Icon, children }: ChipProps) => (
  <span
    className={`inline-flex w-fit items-center gap-1.5 rounded-chip px-2.5 py-0.5 text-xs font-label ${tones[tone]}`}
  >
    {Icon ? <Icon size={16} strokeWidth={2.1} aria-hidden /> : null}
    {children}
  </span>
)
