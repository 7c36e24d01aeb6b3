import { EyeOff, Users } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { can } from '#domain/permissions.ts'
import { methodRules } from '#domain/choosing/methods.ts'
import { Notice } from '#ui/notice.tsx'
import type { Ballot } from '../ballots.ts'
import { useBallots } from '../use-ballots.ts'
import { useLocale, useStrings } from '../use-strings.tsx'
import { useWorkplace } from '../workplace.tsx'
import { Dots } from './dots.tsx'
import { choosingStrings } from './strings.ts'
import { Steps } from './steps.tsx'
import { momentWords } from './moment.ts'
import type { VoteProps } from './vote-props.ts'

const Ranking = lazy(async () => ({ default: (await import('./ranking.tsx')).Ranking }))

/** My vote in an open ballot: kept at every press, changed as often as I like until it closes. */
export const Vote = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingStrings)
  const { me } = useWorkplace()
  const ballots = useBallots()
  if (!can(me.role, 'vote'))
    return <Notice tone="plain">{me.role === 'facilitator' ? strings.leading : strings.onlyReading}</Notice>
  const own = ballots.mine(ballot)
  const onVote: VoteProps['onVote'] = (choice, note) => ballots.vote(ballot, choice, note)
  return (
    <div className="grid gap-3">
      <Suspense>
        <Method ballot={ballot} own={own} onVote={onVote} />
      </Suspense>
      <VoteState ballot={ballot} own={own} />
    </div>
  )
}

const Method = (props: VoteProps) => {
  const { method } = props.ballot
  if (method === 'dotVote') return <Dots {...props} />
  return methodRules[method].kind === 'points' ? <Ranking {...props} /> : <Steps {...props} />
}

const VoteState = ({ ballot, own }: Omit<VoteProps, 'onVote'>) => {
  const strings = useStrings(choosingStrings)
  const locale = useLocale()
  const Icon = ballot.settings.secret ? EyeOff : Users
  const refused = typeof own.state === 'object' ? own.state.refused : null
  const forgot = ballot.mine.voted && own.state === 'none'
  return (
    <div className="grid gap-2 text-sm text-ink-2">
      <p className="flex items-start gap-2">
        <Icon size={18} strokeWidth={1.9} aria-hidden className="mt-px shrink-0" />
        {ballot.settings.secret ? strings.secret : strings.openVote}
      </p>
      {ballot.closesAt === null ? null : <p>{strings.until(momentWords(locale, ballot.closesAt))}</p>}
      <p role="status">
        {own.state === 'kept' ? strings.kept : own.state === 'waiting' ? strings.waiting : forgot ? strings.voted : ''}
      </p>
      {refused === null ? null : (
        <Notice tone="bad" role="alert">
          {refused === 'voted-elsewhere' ? strings.votedElsewhere : strings.refused}
        </Notice>
      )}
    </div>
  )
}
