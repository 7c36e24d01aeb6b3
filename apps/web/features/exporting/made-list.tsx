import { useQuery } from '@tanstack/react-query'
import { FileCheck } from 'lucide-react'
import { formatDay, formatTime } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { call } from '../../api/call.ts'
import { Refused } from '../../api/refused.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { madeKey } from './made-key.ts'
import { exportingStrings } from './strings.ts'

/** The files that were made of this workspace, newest first: of a file that left it people should know. */
export const MadeList = () => {
  const strings = useStrings(exportingStrings)
  const locale = useLocale()
  const problem = useProblem()
  const { workspaceId, people, perspectives } = useWorkplace()
  const made = useQuery({
    queryKey: madeKey(workspaceId),
    queryFn: async () => {
      const answer = await call('exportsMade', { params: { workspace: workspaceId } })
      if (!answer.ok) throw new Refused(answer)
      return answer.value.exports
    },
  })
  const groupOf = (id: string | null) => {
    const person = people.find((each) => each.id === id)
    if (person?.role === 'facilitator') return strings.facilitation
    return perspectives.find((group) => group.id === person?.perspective)?.title ?? strings.someone
  }
  const names: { readonly [format: string]: unknown } = strings
  return (
    <section className="parcel px-4 py-4.5 sm:px-7" aria-labelledby="made">
      <h2 id="made" className="text-lg/[1.25] font-strong">
        {strings.madeBefore}
      </h2>
      <p className="mt-1 max-w-[68ch] text-sm text-ink-2">{strings.madeLead}</p>
      {made.error instanceof Refused ? (
        <Notice tone="bad" role="alert" className="mt-3">
          {problem(made.error.refusal)}
        </Notice>
      ) : null}
      {made.data?.length === 0 ? <p className="mt-4">{strings.nothingMade}</p> : null}
      <ul className="mt-3">
        {(made.data ?? []).map(({ at, format, participantId, names: named }) => (
          <li
            key={`${at}${format}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-ditch py-2.5 leading-snug"
          >
            <FileCheck size={20} strokeWidth={1.9} aria-hidden className="text-water" />
            <span className="font-label">{typeof names[format] === 'string' ? names[format] : format}</span>
            <span className="text-sm text-ink-2">
              {formatDay(locale, at)}, {formatTime(locale, at)}
            </span>
            <span className="text-sm text-ink-2">{groupOf(participantId)}</span>
            {named ? <Chip tone="care">{strings.withNames}</Chip> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
