import { Equal, Shuffle, UsersRound, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatList } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { drawLots, inLotOrder, type GroupDraft } from './groups.ts'
import { creatingStrings } from './strings.ts'

type TablePreviewProps = {
  readonly question: string
  readonly groups: readonly GroupDraft[]
  readonly onDraw: (groups: readonly GroupDraft[]) => void
}

/** What the table will look like: the question above the line, a strip of the same width for each group under it. */
export const TablePreview = ({ question, groups, onDraw }: TablePreviewProps) => {
  const strings = useStrings(creatingStrings)
  const locale = useLocale()
  const [said, setSaid] = useState('')
  const draw = () => {
    const drawn = drawLots(groups)
    onDraw(drawn)
    setSaid(
      strings.newOrder(
        formatList(
          locale,
          inLotOrder(drawn).map(({ title }) => title),
        ),
      ),
    )
  }
  return (
    <div className="grid gap-4.5">
      <h2 className="text-xs font-label text-ink-2">{strings.preview}</h2>
      <div className="border-[3px] border-ditch">
        <p className="sky-gradient min-h-28 px-6 pt-6 pb-5 text-[1.375rem]/[1.25] tracking-[-.012em] text-pretty">
          {question.trim() || <span className="text-ink-3">{strings.noQuestion}</span>}
        </p>
        <div className="h-[2px] bg-line" />
        <ul className={groups.length > 4 ? 'parcels grid-cols-4' : 'strips'}>
          {inLotOrder(groups).map((group) => (
            <li
              key={group.key}
              className={`c-${group.marker} tint grid min-w-0 content-start justify-items-center gap-3 px-1 py-5 text-center text-xs/[1.25] font-label wrap-anywhere hyphens-auto sm:px-2 sm:text-sm/[1.25]`}
            >
              <Marker slot={group.marker} size={40} />
              {group.title || ' '}
            </li>
          ))}
        </ul>
      </div>
      <Why icon={Equal}>{strings.equal}</Why>
      <Why icon={Shuffle}>
        {strings.drawn}
        <div className="mt-2.5">
          <Button size="dense" icon={<Shuffle size={16} aria-hidden />} onClick={draw}>
            {strings.drawAgain}
          </Button>
        </div>
        <span role="status" className="sr-only">
          {said}
        </span>
      </Why>
      <Why icon={UsersRound}>{strings.nobodyOwns}</Why>
    </div>
  )
}

const Why = ({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) => (
  <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-3.5">
    <Icon size={20} aria-hidden className="mt-0.5 text-water" />
    <div>{children}</div>
  </div>
)
