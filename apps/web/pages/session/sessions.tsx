import { can } from '#domain/permissions.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { listStrings } from '../../features/sessions/list-strings.ts'
import { PlanSession } from '../../features/sessions/plan-session.tsx'
import { SessionList } from '../../features/sessions/session-list.tsx'
import { useTitle } from '../../shell/navigation.ts'

type SessionsPageProps = { readonly desk: Desk<typeof workspaceShape>; readonly title: string }

/** Past, planned and live sessions, and for those who lead: planning another. */
export const SessionsPage = ({ desk, title }: SessionsPageProps) => {
  const strings = useStrings(listStrings)
  const { me } = useWorkplace()
  useTitle(strings.title, title)
  return (
    <main className="min-h-full bg-land">
      <div className="parcels min-h-full content-start">
        <header className="parcel px-4 py-4 sm:px-7">
          <h1 className="text-2xl font-[420]">{strings.title}</h1>
          <p className="text-ink-2">{strings.intro}</p>
        </header>
        <SessionList document={desk.document} />
        {can(me.role, 'lead-session') ? <PlanSession /> : null}
      </div>
    </main>
  )
}
