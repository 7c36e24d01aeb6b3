import type { Agenda } from '#domain/agenda.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { sessionStrings } from './strings.ts'

type WaitingProps = {
  readonly agenda: Agenda
  readonly question: string
  readonly promise: string
  readonly present: number
  readonly session: { readonly live: { readonly id: string } }
}

/** Before it begins: what it is about, who I am here, and what happens with the result. */
export const WaitingSession = ({ agenda, question, promise }: WaitingProps) => {
  const strings = useStrings(sessionStrings)
  const { me, perspectives, workspaceId } = useWorkplace()
  const group = perspectives.find(({ id }) => id === me.perspective)
  const { session } = agenda
  return (
    <main id="content" className="overflow-y-auto">
      <div className="mx-auto grid max-w-[44rem] gap-6 px-4 py-6 sm:px-7">
        <div className="grid gap-2">
          <h1 className="text-2xl font-[420]">{session.title}</h1>
          {question ? <p className="text-lg">{question}</p> : null}
        </div>
        <p role="status" className="border-l-[3px] border-light bg-light-tint px-4 py-3">
          <strong className="block font-strong">{strings.waiting}</strong>
          {strings.waitingWords}
        </p>
        {promise ? (
          <section className="grid gap-1">
            <h2 className="font-strong">{strings.promise}</h2>
            <p className="whitespace-pre-line">{promise}</p>
          </section>
        ) : null}
        <section className="grid gap-1">
          <h2 className="font-strong">{strings.you}</h2>
          <p className="flex items-center gap-2">
            {group ? <Marker slot={group.marker} size={20} /> : null}
            {[me.name, group?.title].filter(Boolean).join(', ')}
          </p>
        </section>
        <a href={`/w/${workspaceId}`} className={`${buttonClass()} w-fit`}>
          {strings.toOverview}
        </a>
      </div>
    </main>
  )
}

/** After it was closed: thanks, and the way on. */
export const ClosedSession = ({ agenda }: { readonly agenda: Agenda }) => {
  const strings = useStrings(sessionStrings)
  const { workspaceId } = useWorkplace()
  return (
    <main id="content" className="overflow-y-auto">
      <div className="mx-auto grid max-w-[44rem] justify-items-start gap-4 px-4 py-8 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.closed}</h1>
        <p className="font-label">{agenda.session.title}</p>
        <p>{strings.closedWords}</p>
        <a href={`/w/${workspaceId}`} className={buttonClass({ variant: 'main', size: 'large' })}>
          {strings.toOverview}
        </a>
        <a href={`/w/${workspaceId}/session/${agenda.session.id}/log`} className={buttonClass({ variant: 'quiet' })}>
          {strings.toLog}
        </a>
      </div>
    </main>
  )
}
