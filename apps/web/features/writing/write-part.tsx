import { useState } from 'react'
import { strictest } from '#domain/choosing/anonymity.ts'
import { can } from '#domain/permissions.ts'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { CardBoard } from './card-board.tsx'
import { CardWall } from './card-wall.tsx'
import { OwnCards } from './own-cards.tsx'
import type { StepProps } from './step.ts'
import { writingStrings } from './strings.ts'
import { useDrafts } from './use-drafts.ts'

/** A step in which people first write alone; everything is shown at once, and then sorted together. */
export const WritePart = ({ session, activity, place, desk }: StepProps) => {
  const strings = useStrings(writingStrings)
  const { me } = useWorkplace()
  const shown = useContent(desk.document, ({ cards }) => cards.some((card) => card.activityId === activity.id))
  if (place === 'screen') {
    return shown ? (
      <CardWall document={desk.document} activity={activity.id} />
    ) : (
      <p className="text-[34px]/[1.3]">{strings.hallWait}</p>
    )
  }
  // Whoever leads can only make it stricter.
  const promise = strictest(activity.anonymity, session.live.namesHidden ? 'names' : null)
  const leads = place === 'lead' && can(me.role, 'run-ballots')
  return (
    <div className="grid gap-6">
      {leads ? <Reveal session={session.live.id} activity={activity.id} shown={shown} /> : null}
      {shown ? <CardBoard session={session.live.id} step={activity} desk={desk} takes={leads} /> : null}
      {!leads && can(me.role, 'take-part') ? (
        <OwnCards session={session.live.id} activity={activity.id} promise={promise} />
      ) : null}
    </div>
  )
}

type RevealProps = { readonly session: string; readonly activity: string; readonly shown: boolean }

const Reveal = ({ session, activity, shown }: RevealProps) => {
  const strings = useStrings(writingStrings)
  const { progress, reveal } = useDrafts(session, activity)
  const [state, setState] = useState<'idle' | 'busy' | 'few' | 'failed'>('idle')
  const [said, setSaid] = useState('')
  const show = async (evenFew: boolean) => {
    setState('busy')
    const answer = await reveal(evenFew)
    if ('shown' in answer) setSaid(strings.revealed(answer.shown))
    setState('shown' in answer ? 'idle' : answer.reason === 'too-few' ? 'few' : 'failed')
  }
  const { people = 0, texts = 0 } = progress ?? {}
  if (shown && texts === 0) {
    return (
      <p role="status" className="text-sm text-ink-2">
        {said}
      </p>
    )
  }
  return (
    <section className="grid gap-3">
      <p role="status" className="text-lg tabular-nums">
        {people === 0 ? strings.nobodyYet : strings.progress(people, texts)}{' '}
        <span className="text-sm text-ink-2">{strings.onlyCounts}</span>
      </p>
      <Button
        variant="main"
        className="w-fit"
        busy={state === 'busy'}
        disabled={texts === 0}
        onClick={() => void show(false)}
      >
        {strings.reveal}
      </Button>
      <p role="status" className="text-sm text-ink-2">
        {said}
      </p>
      {state === 'failed' ? (
        <Notice tone="bad" role="alert">
          {strings.failed}
        </Notice>
      ) : null}
      {state === 'few' ? (
        <Dialog
          title={strings.fewTitle}
          onClose={() => setState('idle')}
          actions={
            <>
              <Button onClick={() => setState('idle')}>{strings.wait}</Button>
              <Button variant="stop" onClick={() => void show(true)}>
                {strings.showAnyway}
              </Button>
            </>
          }
        >
          <p>{strings.fewWords}</p>
        </Dialog>
      ) : null}
    </section>
  )
}
