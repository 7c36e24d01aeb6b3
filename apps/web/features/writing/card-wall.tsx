import type { SharedDocument } from '#crdt/document.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { groupsOf, useCards } from './cards.ts'
import { writingStrings } from './strings.ts'

type CardWallProps = { readonly document: SharedDocument<typeof sessionShape>; readonly activity: string }

/** The cards as the hall reads them, by group; without names. */
export const CardWall = ({ document, activity }: CardWallProps) => {
  const strings = useStrings(writingStrings)
  const { cards, clusters } = useCards(document, activity)
  return (
    <div className="flex h-full flex-wrap content-start gap-x-10 gap-y-5 overflow-hidden text-[28px]/[1.2]">
      {groupsOf(cards, clusters).map(({ cluster, cards: own }) =>
        own.length === 0 ? null : (
          <section key={cluster?.id ?? ''} className={clusters.length > 0 ? 'min-w-[22rem] flex-1' : 'w-full'}>
            {clusters.length > 0 ? <h2 className="mb-3 font-strong">{cluster?.title ?? strings.loose}</h2> : null}
            <ul className="columns-[24rem] gap-10">
              {own.map(({ id, text, table }) => (
                <li key={id} className="mb-3 break-inside-avoid border-l-[6px] border-water pl-4 wrap-anywhere">
                  {text}
                  {table === '' ? null : <span className="block text-ink-2">{table}</span>}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  )
}
