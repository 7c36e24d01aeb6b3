import { useState } from 'react'
import type { Ballot } from '#react/ballots.ts'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { EnterVotes } from './enter-votes.tsx'
import { choosingWords } from './strings.ts'
import { TurnoutStrips } from './turnout-strips.tsx'
import { votedOf } from './turnout.ts'

/** What whoever leads does with a vote: see who is done, count those without a phone, close it, or ask again. */
export const LeadBallot = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const { move } = useBallots()
  const [asking, setAsking] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const { voted, all } = votedOf(ballot)
  const go = async (to: 'open' | 'closed' | 'next-round') => {
    setAsking(false)
    setState('busy')
    const { ok } = await move(ballot.id, to)
    setState(ok ? 'idle' : 'failed')
  }
  return (
    <div className="grid gap-4">
      {ballot.phase === 'open' ? (
        <>
          <TurnoutStrips ballot={ballot} />
          <p className="text-sm text-ink-2">{strings.resultHidden}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="main" busy={state === 'busy'} onClick={() => setAsking(true)}>
              {strings.close}
            </Button>
          </div>
          <EnterVotes ballot={ballot} />
        </>
      ) : (
        <Button
          className="w-fit"
          busy={state === 'busy'}
          onClick={() => void go(ballot.phase === 'prepared' ? 'open' : 'next-round')}
        >
          {ballot.phase === 'prepared' ? strings.open : strings.nextRound}
        </Button>
      )}
      {state === 'failed' ? (
        <Notice tone="bad" role="alert">
          {strings.failed}
        </Notice>
      ) : null}
      {asking ? (
        <Dialog
          title={strings.closeTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{strings.keepOpen}</Button>
              <Button variant="main" onClick={() => void go('closed')}>
                {strings.close}
              </Button>
            </>
          }
        >
          <p>{strings.closeWords(voted, all)}</p>
        </Dialog>
      ) : null}
    </div>
  )
}
