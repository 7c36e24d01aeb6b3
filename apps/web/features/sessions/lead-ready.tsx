import { Bell } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import type { Person } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { leadStrings } from './lead-strings.ts'
import type { Stuck } from './stuck.ts'

type ReadyProps = {
  readonly session: SessionHandle
  readonly people: readonly Person[]
  readonly stuck: readonly Stuck[]
  readonly onSaid: (words: string) => void
}

/** How far each group is with the step, and who may need somebody to look in; never who is slow. */
export const LeadReady = ({ session, people, stuck, onSaid }: ReadyProps) => {
  const strings = useStrings(leadStrings)
  const { perspectives } = useWorkplace()
  const { live, leading, send } = session
  const present = people.filter(({ id }) => leading?.presentIds.includes(id))
  const ready = new Set(leading?.readyIds)
  const remind = async () => {
    const answer = await send('steerSession', { body: { remind: true } })
    if (answer.ok) onSaid(strings.reminded)
  }
  const groups = perspectives
    .map((perspective) => ({ perspective, own: present.filter(({ perspective: id }) => id === perspective.id) }))
    .filter(({ own }) => own.length > 0)
  return (
    <section aria-labelledby="ready" className="parcel">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-7">
        <h2 id="ready" className="text-lg/[1.25] font-strong">
          {strings.readyTitle}
        </h2>
        {present.length > 0 ? (
          <p className="text-sm text-ink-2 tabular-nums">{strings.readyOf(live.ready, live.present)}</p>
        ) : null}
        <Button size="dense" className="ml-auto" icon={<Bell size={16} aria-hidden />} onClick={() => void remind()}>
          {strings.remind}
        </Button>
      </div>
      {groups.length === 0 ? <p className="px-4 pb-4 text-ink-2 sm:px-7">{strings.nobodyYet}</p> : null}
      <ul className="grid gap-[3px] border-t-[3px] border-ditch bg-ditch sm:grid-flow-col sm:auto-cols-[minmax(0,1fr)]">
        {groups.map(({ perspective, own }) => {
          const done = own.filter(({ id }) => ready.has(id)).length
          return (
            <li key={perspective.id} className="grid content-start gap-2 bg-land px-4 py-3 sm:px-5">
              <span className="flex items-center gap-2 font-label">
                <Marker slot={perspective.marker} size={18} />
                {perspective.title}
              </span>
              <span aria-hidden className={`flex flex-wrap gap-1.5 c-${perspective.marker}`}>
                {own.map(({ id }, at) => (
                  <Marker
                    key={id}
                    slot={perspective.marker}
                    size={20}
                    {...(at < done ? {} : { className: 'fill-transparent' })}
                  />
                ))}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">{strings.readyOf(done, own.length)}</span>
            </li>
          )
        })}
      </ul>
      {stuck.length > 0 ? (
        <div className="border-t-[3px] border-ditch px-4 py-3 sm:px-7">
          <h3 className="text-sm font-label text-ink-2">{strings.stuck}</h3>
          <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {stuck.slice(0, mostStuck).map(({ person, why }) => (
              <li key={person.id}>
                <strong className="font-label">{person.name ?? strings.somebody}</strong>
                <span className="text-ink-2">, {strings.stuckWhy[why]}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

const mostStuck = 12
