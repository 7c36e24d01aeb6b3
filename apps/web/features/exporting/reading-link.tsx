import { useQuery, useQueryClient } from '@tanstack/react-query'
import { BookOpen, Link2Off } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { call } from '../../api/call.ts'
import { useCommand } from '../../api/use-command.ts'
import { workspaceKey } from '../../api/use-facts.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { useProblem } from '../../shell/use-problem.ts'
import { readingStrings } from './reading-strings.ts'

/** The link with which those who took part read what came of it; a facilitator makes it and takes it away. */
export const ReadingLink = () => {
  const strings = useStrings(readingStrings)
  const locale = useLocale()
  const problem = useProblem()
  const queries = useQueryClient()
  const { workspaceId } = useWorkplace()
  const { send, busy, refusal } = useCommand(workspaceId)
  const [secret, setSecret] = useState<string>()
  const params = { workspace: workspaceId }
  const key = [...workspaceKey(workspaceId), 'reading-link']
  const found = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await call('exportsMade', { params })
      return answer.ok ? answer.value.readingSince : null
    },
  })
  const make = async () => {
    const answer = await send('makeReadingLink', { params })
    if (answer.ok) setSecret(answer.value.secret)
    await queries.invalidateQueries({ queryKey: key })
  }
  const revoke = async () => {
    await send('revokeReadingLink', { params })
    setSecret(undefined)
    await queries.invalidateQueries({ queryKey: key })
  }
  const since = found.data ?? null
  return (
    <section className="parcel grid content-start gap-3 px-4 py-4.5 sm:px-7" aria-labelledby="reading">
      <h2 id="reading" className="text-lg/[1.25] font-strong">
        {strings.title}
      </h2>
      <p className="text-sm text-ink-2">{strings.lead}</p>
      {secret === undefined ? null : (
        <div role="status" className="grid gap-2 bg-light-tint p-3.5">
          <CopyLine label={strings.link} value={`${location.origin}/r#${secret}`} />
          <p className="text-sm">{strings.once}</p>
        </div>
      )}
      <p className="text-sm">{since === null ? strings.none : strings.since(formatDay(locale, since))}</p>
      <div className="flex flex-wrap gap-2">
        <Button icon={<BookOpen size={18} aria-hidden />} busy={busy} onClick={() => void make()}>
          {since === null ? strings.make : strings.makeNew}
        </Button>
        {since === null ? null : (
          <Button
            variant="stop"
            icon={<Link2Off size={18} aria-hidden />}
            disabled={busy}
            onClick={() => void revoke()}
          >
            {strings.revoke}
          </Button>
        )}
      </div>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </section>
  )
}
