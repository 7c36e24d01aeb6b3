import { EllipsisVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Popover } from '#ui/popover.tsx'
import { BrandMark } from '../shell/brand.tsx'
import { frameStrings } from './strings.ts'

type HeaderProps = {
  readonly href: string
  readonly title: string
  readonly place: string
  readonly people: ReactNode
  readonly saved: ReactNode
  readonly menu: ReactNode
}

/** The sky: where we are, who is here, and that everything is kept. */
export const Header = ({ href, title, place, people, saved, menu }: HeaderProps) => {
  const strings = useStrings(frameStrings)
  return (
    <header
      data-region
      className="sky-gradient z-20 flex min-h-11 items-center gap-3 px-3 outline-none sm:min-h-16 sm:gap-4 sm:pr-4 sm:pl-4.5"
    >
      <a
        href={href}
        aria-label={strings.toHome(title)}
        className="focus-ring flex min-w-0 items-center gap-3 rounded-chip py-1"
      >
        <span className="sm:hidden">
          <BrandMark size={28} />
        </span>
        <span className="max-sm:hidden">
          <BrandMark size={38} />
        </span>
        <span className="min-w-0 leading-tight">
          <span className="block truncate font-strong tracking-[-.01em] sm:text-lg/[1.2]">{title}</span>
          {place ? <span className="block truncate text-xs/[1.2] text-ink-2 max-sm:hidden">{place}</span> : null}
        </span>
      </a>
      <div className="ml-auto flex shrink-0 items-center gap-2 sm:gap-4">
        {people}
        {saved}
        <span className="max-sm:hidden">
          <Popover
            label={strings.menu}
            button={<EllipsisVertical size={20} aria-hidden />}
            buttonClass="focus-ring grid size-9 cursor-pointer place-items-center rounded-control hover:bg-land/55 pointer-coarse:size-11"
            className="top-14 right-3 max-h-[calc(100dvh-5rem)] w-80 overflow-y-auto"
          >
            {menu}
          </Popover>
        </span>
      </div>
    </header>
  )
}
