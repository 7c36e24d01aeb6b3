import { Download, ListOrdered, Presentation, Radio, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SharedDocument } from '#crdt/document.ts'
import { agendaOf, minutesOf, type Agenda } from '#domain/agenda.ts'
import { can } from '#domain/permissions.ts'
import { scriptFrom } from '#domain/scripts.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { formatDate } from '#i18n/format.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { callSession } from '../../api/session-call.ts'
import { useSessions, type LiveSession } from '../../api/use-session.ts'
import { listStrings } from './list-strings.ts'
import { saveScript } from './script-file.ts'

type SessionListProps = { readonly document: SharedDocument<typeof workspaceShape> }

/** Every session, the one that is live first, then what is planned, then what has been. */
export const SessionList = ({ document }: SessionListProps) => {
  const strings = useStrings(listStrings)
  const { workspaceId, me } = useWorkplace()
  const known = useSessions(workspaceId)
  const content = useContent(document, (whole) => whole)
  const leads = can(me.role, 'lead-session')
  const rows = (known ?? []).flatMap((live) => {
    const agenda = agendaOf(content, live.id)
    return agenda ? [{ live, agenda }] : []
  })
  rows.sort(
    (a, b) => rank(a.live) - rank(b.live) || (b.agenda.session.date ?? '').localeCompare(a.agenda.session.date ?? ''),
  )
  if (known && rows.length === 0)
    return <p className="parcel px-4 py-6 text-ink-2 sm:px-7">{leads ? strings.noneLead : strings.none}</p>
  return (
    <ul className="parcels">
      {rows.map(({ live, agenda }) => (
        <SessionRow key={live.id} live={live} agenda={agenda} leads={leads} />
      ))}
    </ul>
  )
}

const rank = ({ status }: LiveSession): number => ['live', 'planned', 'closed'].indexOf(status)

type RowProps = { readonly live: LiveSession; readonly agenda: Agenda; readonly leads: boolean }

const SessionRow = ({ live, agenda, leads }: RowProps) => {
  const strings = useStrings(listStrings)
  const locale = useLocale()
  const { workspaceId } = useWorkplace()
  const { session, steps } = agenda
  const address = `/w/${workspaceId}/session/${session.id}`
  const facts = [
    session.date ? formatDate(locale, session.date) : '',
    session.startTime,
    strings.steps(steps.length),
    strings.minutes(minutesOf(steps)),
    session.mode === 'async' ? strings.inOwnTime : '',
  ]
  return (
    <li className="parcel grid gap-3 px-4 py-4 sm:px-7 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
      <div className="grid gap-1.5">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-strong">
          <a href={address} className="focus-ring rounded-chip hover:underline">
            {session.title}
          </a>
          <Chip tone={live.status === 'live' ? 'live' : 'plain'} {...(live.status === 'live' ? { icon: Radio } : {})}>
            {strings.status[live.status]}
          </Chip>
        </h3>
        <p className="text-sm text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={leads ? `${address}/lead` : address}
          className={buttonClass({ variant: live.status === 'closed' ? 'default' : 'main' })}
        >
          <Presentation size={20} aria-hidden />
          {leads ? strings.lead : live.status === 'closed' ? strings.look : strings.takePart}
        </a>
        {leads ? <LeadActions live={live} agenda={agenda} address={address} /> : null}
      </div>
    </li>
  )
}

type ActionProps = Omit<RowProps, 'leads'> & { readonly address: string }

const LeadActions = ({ live, agenda, address }: ActionProps) => {
  const strings = useStrings(listStrings)
  const { workspaceId } = useWorkplace()
  const [asking, setAsking] = useState(false)
  const { title, id } = agenda.session
  return (
    <>
      <a href={`${address}/script`} className={buttonClass()}>
        <ListOrdered size={20} aria-hidden />
        {strings.edit}
      </a>
      <Button
        size="icon"
        variant="quiet"
        aria-label={`${strings.download}: ${title}`}
        title={strings.download}
        onClick={() => saveScript(scriptFrom(agenda))}
      >
        <Download size={20} aria-hidden />
      </Button>
      {live.startedAt === null ? (
        <Button
          size="icon"
          variant="quiet"
          aria-label={`${strings.remove}: ${title}`}
          title={strings.remove}
          onClick={() => setAsking(true)}
        >
          <Trash2 size={20} aria-hidden />
        </Button>
      ) : null}
      {asking ? (
        <Dialog
          title={strings.removeTitle(title)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="main" onClick={() => setAsking(false)}>
                {strings.keep}
              </Button>
              <Button
                variant="stop"
                onClick={() => {
                  setAsking(false)
                  void callSession('removeSession', { params: { workspace: workspaceId, session: id } })
                }}
              >
                {strings.remove}
              </Button>
            </>
          }
        >
          <p>{strings.removeWords}</p>
        </Dialog>
      ) : null}
    </>
  )
}
