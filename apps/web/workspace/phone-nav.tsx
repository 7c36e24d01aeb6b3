import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Popover } from '#ui/popover.tsx'
import type { Place } from './places.ts'
import { frameStrings } from './strings.ts'

const mostPlaces = 3

/** The places that stand at the foot of a phone; the others are under Meer. */
export const splitForPhone = (places: readonly Place[]): readonly [readonly Place[], readonly Place[]] => [
  places.slice(0, mostPlaces),
  places.slice(mostPlaces),
]

const look =
  'focus-ring grid min-h-[62px] w-full min-w-0 cursor-pointer content-center justify-items-center gap-0.5 px-1 text-xs/[1.1] font-label text-ink-2 aria-[current]:-mt-[3px] aria-[current]:border-t-[3px] aria-[current]:border-water aria-[current]:bg-land aria-[current]:font-strong aria-[current]:text-ink aria-[current]:[&_svg]:text-water'

type PhoneNavProps = { readonly places: readonly Place[]; readonly menu: (places: readonly Place[]) => ReactNode }

/** The way around on a phone: four things within reach of a thumb. */
export const PhoneNav = ({ places, menu }: PhoneNavProps) => {
  const strings = useStrings(frameStrings)
  const [shown, rest] = splitForPhone(places)
  return (
    <nav
      data-region
      aria-label={strings.nav}
      className="z-20 grid grid-cols-4 border-t-[3px] border-ditch bg-sky pb-[env(safe-area-inset-bottom)] outline-none sm:hidden print:hidden"
    >
      {shown.map(({ href, label, icon: Icon, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined} className={look}>
          <Icon size={22} strokeWidth={1.9} aria-hidden />
          <span className="max-w-full truncate">{label}</span>
        </a>
      ))}
      <span className="col-start-4 min-w-0">
        <Popover
          label={strings.more}
          button={
            <>
              <Ellipsis size={22} aria-hidden />
              {strings.more}
            </>
          }
          buttonClass={look}
          className="inset-x-2 bottom-[72px] max-h-[calc(100dvh-8.5rem)] w-auto overflow-y-auto"
        >
          {menu(rest)}
        </Popover>
      </span>
    </nav>
  )
}
