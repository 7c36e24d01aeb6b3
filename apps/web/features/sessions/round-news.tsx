import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { formatRecentDay } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { serverTime } from '../../api/server-time.ts'
import type { Facts } from '../../api/use-facts.ts'
import { keep } from '../../shell/kept.ts'
import { newsSince } from './news-since.ts'
import { sessionStrings } from './strings.ts'

// A name of its own: a linter takes any `.catch(` for one of a promise.
const orElse = z.catch
const schema = orElse(z.record(z.string(), z.number()), {})
/** When this device last looked at a round, in the time of the server. */
const looked = keep('polder.round', (stored) => schema.parse(stored))

const mostShown = 8

type NewsProps = { readonly session: string; readonly contributions: Facts['contributions'] }

/** In a round over days: what others added since I last looked. The first time there is nothing to compare with. */
export const RoundNews = ({ session, contributions }: NewsProps) => {
  const strings = useStrings(sessionStrings)
  const locale = useLocale()
  const { me, linkTo } = useWorkplace()
  // What was new when the page opened stays new for as long as somebody reads it.
  const [since] = useState(() => looked.get()[session] ?? null)
  useEffect(() => {
    const leave = () => looked.set({ ...looked.get(), [session]: serverTime.now() })
    leave()
    globalThis.addEventListener('pagehide', leave)
    return () => {
      leave()
      globalThis.removeEventListener('pagehide', leave)
    }
  }, [session])
  if (since === null) return null
  const news = newsSince(contributions, since, me.id)
  if (news.length === 0) return <p className="text-sm text-ink-2">{strings.nothingNew}</p>
  return (
    <section aria-labelledby="round-news" className="grid gap-2 border-l-[3px] border-water pl-4">
      <h2 id="round-news" className="font-strong">
        {strings.newSince(news.length)}
      </h2>
      <ul className="grid gap-1.5">
        {news.slice(0, mostShown).map(({ itemId, documentId, label, at }) => (
          <li key={`${documentId} ${itemId}`} className="flex items-baseline justify-between gap-3">
            <a className="focus-ring link min-w-0 py-0.5 wrap-anywhere" href={linkTo(documentId, itemId)}>
              <span className="line-clamp-2">{label}</span>
            </a>
            <time className="shrink-0 text-xs text-ink-2" dateTime={new Date(at).toISOString()}>
              {formatRecentDay(locale, at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
