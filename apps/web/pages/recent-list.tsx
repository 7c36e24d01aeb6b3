import { X } from 'lucide-react'
import { formatRecentDay } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { forgetWorkspace, useRecent } from '../shell/recent.ts'
import { recentStrings } from './recent-strings.ts'

/** The workspaces that this device was in, each with a way to take it off the list. */
export const RecentList = () => {
  const strings = useStrings(recentStrings)
  const locale = useLocale()
  const recent = useRecent()
  if (recent.length === 0) return null
  return (
    <>
      <h3 className="mt-4 text-xs font-label text-ink-3">{strings.recent}</h3>
      <ul>
        {recent.slice(0, 5).map(({ workspace, title, at }) => (
          <li key={workspace} className="flex items-center gap-3 border-ditch not-first:border-t">
            <a
              href={`/w/${workspace}`}
              className="focus-ring min-w-0 flex-1 py-2 font-label underline underline-offset-3 hover:decoration-2"
            >
              {title}
            </a>
            <span className="text-xs whitespace-nowrap text-ink-3">{formatRecentDay(locale, at)}</span>
            <button
              type="button"
              aria-label={strings.forget(title)}
              title={strings.forget(title)}
              onClick={() => forgetWorkspace(workspace)}
              className="focus-ring -mr-2 grid size-9 shrink-0 cursor-pointer place-items-center rounded-control text-ink-3 hover:bg-field hover:text-ink pointer-coarse:size-11"
            >
              <X size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
