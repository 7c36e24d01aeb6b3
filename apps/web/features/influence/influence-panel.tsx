import { useQuery } from '@tanstack/react-query'
import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import type { GroupInfluence, Influence } from '#domain/influence/measures.ts'
import { formatList, formatNumber } from '#i18n/format.ts'
import { GroupNames, useGroups } from '#react/choosing/group-names.tsx'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Segments } from '#ui/segments.tsx'
import { callChoosing } from '../../api/choosing-call.ts'
import { Refused } from '../../api/refused.ts'
import { workspaceKey } from '../../api/use-facts.ts'
import { adviceOf } from './advice.ts'
import { influenceStrings } from './strings.ts'
import { TableGap } from './table-gap.tsx'

type InfluencePanelProps = { readonly session: string; readonly activity: string | null }

const scopes = ['step', 'session', 'workspace'] as const
type Scope = (typeof scopes)[number]

/** How often the figures are read again while they are looked at, ms. */
const lookAgainMs = 10_000

/** For whoever leads: which groups are heard, with the next step that would help. Never about a person. */
export const InfluencePanel = ({ session, activity }: InfluencePanelProps) => {
  const strings = useStrings(influenceStrings)
  const [scope, setScope] = useState<Scope>('session')
  const influence = useInfluence(session, activity, scope)
  return (
    <section aria-labelledby="influence" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="influence" className="text-lg font-strong">
          {strings.title}
        </h2>
        <Segments
          legend={strings.scope}
          size="dense"
          value={scope}
          onChange={setScope}
          options={scopes.map((value) => ({ value, label: strings.about[value] }))}
        />
      </div>
      {influence ? <Figures influence={influence} /> : null}
      <TableGap />
    </section>
  )
}

const useInfluence = (session: string, activity: string | null, scope: Scope): Influence | null => {
  const { workspaceId } = useWorkplace()
  const query =
    scope === 'workspace' ? {} : scope === 'session' || activity === null ? { session } : { session, activity }
  const { data } = useQuery({
    queryKey: [...workspaceKey(workspaceId), 'influence', query],
    queryFn: async () => {
      const answer = await callChoosing('influence', { params: { workspace: workspaceId }, query })
      if (!answer.ok) throw new Refused(answer)
      return answer.value
    },
    refetchInterval: lookAgainMs,
  })
  return data ?? null
}

const Figures = ({ influence }: { readonly influence: Influence }) => {
  const strings = useStrings(influenceStrings)
  const locale = useLocale()
  const { groups, evenness, present } = influence
  if (present === 0) return <p className="text-sm text-ink-2">{strings.nobody}</p>
  return (
    <>
      <ul className="grid gap-3">
        {groups.map((group) => (
          <GroupRow key={group.perspectives.join('+')} group={group} />
        ))}
      </ul>
      <p className="text-xs text-ink-2">
        {strings.tick}. {groups.some(({ perspectives }) => perspectives.length > 1) ? strings.merged : ''}
      </p>
      <AdviceLine influence={influence} />
      <details className="text-sm">
        <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 font-label">
          {strings.details}
        </summary>
        <ul className="grid gap-1 pb-2">
          {evenness === null ? null : (
            <li className="tabular-nums">
              {strings.evenness}: {formatNumber(locale, evenness)}
            </li>
          )}
          {groups.map(({ perspectives, takenUp, contributions }) => (
            <li key={perspectives.join('+')} className="flex flex-wrap gap-x-2">
              <GroupNames perspectives={perspectives} size={17} />
              <span className="text-ink-2">{strings.uptake(takenUp, contributions)}</span>
            </li>
          ))}
        </ul>
        <p className="text-ink-2">{strings.caveat}</p>
      </details>
    </>
  )
}

const GroupRow = ({ group }: { readonly group: GroupInfluence }) => {
  const strings = useStrings(influenceStrings)
  const { perspectives, share, shareOfPresent, heard, present } = group
  const [percent, even] = [Math.round(share * 100), Math.round(shareOfPresent * 100)]
  const slot = useGroups().find(({ id }) => id === perspectives[0])?.marker
  return (
    <li className={`grid gap-1 text-sm ${slot ? `c-${slot}` : ''}`}>
      <span className="flex flex-wrap items-center justify-between gap-x-3 font-label">
        <span className="flex flex-wrap gap-x-3">
          <GroupNames perspectives={perspectives} size={17} />
        </span>
        <span aria-hidden className="tabular-nums">
          {percent}%
        </span>
      </span>
      <span aria-hidden className="relative block h-3 bg-ditch forced-color-adjust-none">
        <span className="block h-full bg-(--c)" ref={(bar) => bar?.style.setProperty('width', `${percent}%`)} />
        <span
          className="absolute -inset-y-1 w-[3px] bg-ink outline-2 outline-land"
          ref={(tick) => tick?.style.setProperty('left', `${even}%`)}
        />
      </span>
      <span className="sr-only">{strings.share(percent, even)}</span>
      <span className="text-xs text-ink-2 tabular-nums">{strings.heard(heard, present)}</span>
    </li>
  )
}

const AdviceLine = ({ influence }: { readonly influence: Influence }) => {
  const strings = useStrings(influenceStrings)
  const locale = useLocale()
  const groups = useGroups()
  const advice = adviceOf(influence)
  const names = (ids: readonly string[]) =>
    formatList(
      locale,
      ids.map((id) => groups.find((group) => group.id === id)?.title ?? id),
    )
  const words =
    advice.say === 'little'
      ? strings.little(names(advice.perspectives))
      : advice.say === 'silent'
        ? strings.silent(advice.count)
        : strings[advice.say]
  return (
    <p role="status" className="flex items-start gap-2.5 bg-light-tint px-3 py-2.5 text-sm font-label">
      <Lightbulb size={20} aria-hidden className="shrink-0" />
      {words}
    </p>
  )
}
