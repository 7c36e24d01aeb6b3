import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  bad: { look: 'bg-clay-tint', colour: 'text-clay', Icon: CircleAlert },
  care: { look: 'bg-reed-tint', colour: 'text-reed', Icon: TriangleAlert },
  good: { look: 'bg-grass-tint', colour: 'text-grass', Icon: CircleCheck },
  look: { look: 'bg-light-tint', colour: 'text-ink', Icon: Info },
  plain: { look: 'bg-field', colour: 'text-ink-2', Icon: Info },
} as const

type NoticeProps = {
  readonly tone: keyof typeof tones
  readonly title?: string
  readonly children?: ReactNode
  /** What somebody can do about it. */
  readonly actions?: ReactNode
  /** `alert` is said at once, `status` when there is time; without either it just stands there. */
  readonly role?: 'alert' | 'status'
  readonly className?: string
}

/** Something that people must know, near its cause: what happened, what is safe, what they can do. */
export const Notice = ({ tone, title, children, actions, role, className = '' }: NoticeProps) => {
  const { look, colour, Icon } = tones[tone]
  return (
    <div
      role={role}
      className={`grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-2.5 px-3.5 py-3 text-sm ${look} ${className}`}
    >
      <Icon size={20} aria-hidden className={`mt-px ${colour}`} />
      <div className="min-w-0">
        {title ? <strong className="font-strong">{title} </strong> : null}
        {children}
      </div>
      {actions ? <div className="col-start-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  )
}
