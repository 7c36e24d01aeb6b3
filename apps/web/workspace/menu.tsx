import { LogOut, Settings2, UsersRound, type LucideIcon } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Marker, Ring } from '#ui/marker.tsx'
import { shellStrings } from '../shell/strings.ts'
import { LanguageSwitch, ThemeSwitch } from '../shell/switches.tsx'
import type { Place } from './places.ts'
import { frameStrings } from './strings.ts'

type MenuProps = {
  /** Places that have no room of their own elsewhere, on a phone. */
  readonly places?: readonly Place[]
  readonly onLeave: () => void
}

/** What is of the person rather than of the work: people, settings, language, colours, leaving. */
export const Menu = ({ places = [], onLeave }: MenuProps) => {
  const strings = useStrings(frameStrings)
  const shell = useStrings(shellStrings)
  const { workspaceId, me, perspectives } = useWorkplace()
  const group = perspectives.find(({ id }) => id === me.perspective)
  const role = me.role === 'facilitator' ? strings.facilitator : me.role === 'observer' ? strings.readingGroup : ''
  return (
    <div className="grid gap-3 p-4">
      <p className="flex items-center gap-2.5 text-sm">
        {group ? <Marker slot={group.marker} size={20} /> : <Ring size={20} />}
        <span className="min-w-0">
          <strong className="block font-strong">{me.name ?? strings.somebody}</strong>
          <span className="text-ink-2">{[group?.title, role].filter(Boolean).join(' · ')}</span>
        </span>
      </p>
      <ul className="-mx-2 grid">
        {places.map(({ href, label, icon }) => (
          <MenuLink key={href} href={href} icon={icon} label={label} />
        ))}
        <MenuLink href={`/w/${workspaceId}/people`} icon={UsersRound} label={strings.people} />
        <MenuLink href={`/w/${workspaceId}/settings`} icon={Settings2} label={strings.settings} />
      </ul>
      <div className="grid gap-2.5 border-t border-ditch pt-3">
        <LanguageSwitch full />
        <ThemeSwitch />
      </div>
      <ul className="-mx-2 grid border-t border-ditch pt-2">
        {(['about', 'privacy', 'accessibility'] as const).map((page) => (
          <li key={page}>
            <a
              href={`/${page}`}
              className="focus-ring flex min-h-9 items-center rounded-control px-2 text-sm text-ink-2 hover:bg-field hover:text-ink pointer-coarse:min-h-11"
            >
              {shell[page]}
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            data-closes
            onClick={onLeave}
            className="focus-ring flex min-h-target w-full cursor-pointer items-center gap-3 rounded-control px-2 text-left font-label hover:bg-field"
          >
            <LogOut size={20} aria-hidden /> {strings.leave}
          </button>
        </li>
      </ul>
    </div>
  )
}

type MenuLinkProps = { readonly href: string; readonly icon: LucideIcon; readonly label: string }

const MenuLink = ({ href, icon: Icon, label }: MenuLinkProps) => (
  <li>
    <a
      href={href}
      className="focus-ring flex min-h-target items-center gap-3 rounded-control px-2 font-label hover:bg-field"
    >
      <Icon size={20} aria-hidden /> {label}
    </a>
  </li>
)
