import { gapOf } from '#domain/influence/gap.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { influenceStrings } from './strings.ts'

/** More names than these are for the map itself. */
const mostNames = 5

/** Who is hit hard and has nobody at the table, as people to invite; and how far the table looks like the map. */
export const TableGap = () => {
  const strings = useStrings(influenceStrings)
  const locale = useLocale()
  const { directory, linkTo } = useWorkplace()
  const { missing, onMap, atTable, worlds } = gapOf(directory.ofKind('stakeholder'))
  if (onMap === 0 && missing.length === 0) return null
  const more = missing.length - mostNames
  const percent = (share: number) => formatNumber(locale, Math.round(share * 100))
  return (
    <section aria-labelledby="table-gap" className="grid gap-2 border-t border-ditch pt-3 text-sm">
      <h3 id="table-gap" className="font-strong">
        {strings.gap}
      </h3>
      {missing.length > 0 ? (
        <>
          <p>{strings.gapInvite}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {missing.slice(0, mostNames).map(({ id, label, document }) => (
              <li key={id} className="min-w-0">
                <a
                  href={linkTo(document, id)}
                  className="focus-ring inline-flex min-h-target-dense items-center wrap-anywhere text-water underline underline-offset-3"
                >
                  {label || strings.noName}
                </a>
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="text-ink-2">{strings.gapMore(more)}</p> : null}
        </>
      ) : (
        <p>{strings.gapNone}</p>
      )}
      {onMap === 0 ? null : atTable === 0 ? (
        <p className="text-ink-2">{strings.gapNobody}</p>
      ) : (
        <ul className="grid gap-0.5 text-ink-2 tabular-nums">
          {worlds.map(({ world, ofMap, ofTable }) => (
            <li key={world}>{strings.gapWorld(strings.worlds[world], percent(ofMap), percent(ofTable))}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
