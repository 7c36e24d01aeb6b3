import { Monitor } from 'lucide-react'
import type { Step } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Segments } from '#ui/segments.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { Clock, TimeLine } from './clock.tsx'
import { HallLink } from './hall-link.tsx'
import { leadStrings } from './lead-strings.ts'

type HallPanelProps = { readonly session: SessionHandle; readonly step: Step | null; readonly address: string }

const parts = ['prompt', 'result', 'map', 'code', 'blank'] as const

/** What the screen in the hall shows, small, and what it should show. */
export const LeadHall = ({ session, step, address }: HallPanelProps) => {
  const strings = useStrings(leadStrings)
  const { workspaceId } = useWorkplace()
  const { live, send } = session
  return (
    <section aria-labelledby="hall" className="parcel grid content-start gap-3 px-4 py-3.5 sm:px-5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="hall" className="text-lg/[1.25] font-strong">
          {strings.hall}
        </h2>
        <p className="text-sm text-ink-2">{strings.hallSees}</p>
      </div>
      <div aria-hidden className="grid aspect-[16/8] grid-rows-[1fr_5px_2rem] border border-bank">
        <div className={live.screen === 'blank' ? 'bg-line' : 'sky-gradient grid content-between px-3.5 py-2.5'}>
          {live.screen === 'blank' ? null : (
            <>
              <p className="line-clamp-2 text-lg/[1.15] font-[420] tracking-[-.015em]">
                {live.screen === 'code' ? strings.code : (step?.prompt ?? '')}
              </p>
              <Clock timer={runningTimer(live)} step={live.activityId} className="text-xl font-light" />
            </>
          )}
        </div>
        <TimeLine timer={runningTimer(live)} className="h-[5px]" />
        <div className="bg-field" />
      </div>
      <Segments
        size="dense"
        legend={strings.hallShows}
        value={live.screen}
        options={parts.map((value) => ({ value, label: strings.hallParts[value] }))}
        onChange={(screen) => void send('steerSession', { body: { screen } })}
      />
      <a
        href={`${address}/screen`}
        target={`hall-${workspaceId}`}
        rel="opener"
        className={`${buttonClass({ size: 'dense' })} w-fit`}
      >
        <Monitor size={18} aria-hidden />
        {strings.openHall}
      </a>
      <HallLink session={live.id} />
    </section>
  )
}
