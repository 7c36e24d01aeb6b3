import { can } from '#domain/permissions.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { Invite } from '../features/inviting/invite.tsx'
import { LeadLink } from '../features/inviting/lead-link.tsx'
import { OwnDetails } from '../features/people/own-details.tsx'
import { PeopleList } from '../features/people/people-list.tsx'
import { peopleStrings } from '../features/people/strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { insideStrings } from './inside-strings.ts'

type PeoplePageProps = { readonly facts: Facts; readonly title: string; readonly present: ReadonlySet<string> }

/** Who takes part, what they may, and how others come in. */
export const PeoplePage = ({ facts, title, present }: PeoplePageProps) => {
  const strings = useStrings(peopleStrings)
  const inside = useStrings(insideStrings)
  const { me, workspaceId } = useWorkplace()
  const isHere = (id: string) => id === me.id || present.has(id)
  const mayInvite = can(me.role, 'manage-joining')
  useTitle(strings.title, title)
  return (
    <main className="parcels min-h-full grid-rows-[auto_1fr] content-stretch">
      <header className="parcel px-4 py-4 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        <p className="text-ink-2">
          {strings.count(facts.people.length, facts.people.filter(({ id }) => isHere(id)).length)}
        </p>
      </header>
      <div className="parcels content-stretch lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
        <section aria-labelledby="table" className="flex min-w-0 flex-col bg-land">
          <h2 id="table" className="sr-only">
            {strings.table}
          </h2>
          <PeopleList people={facts.people} isHere={isHere} />
        </section>
        <div className="flex flex-col gap-ditch bg-ditch">
          {mayInvite ? (
            <section aria-labelledby="invite" className="parcel px-4 py-4.5 sm:px-6">
              <h2 id="invite" className="mb-3 text-lg/[1.25] font-strong">
                {inside.invite}
              </h2>
              <Invite workspace={facts.workspace} secure={facts.secureCookie} />
            </section>
          ) : null}
          {mayInvite ? (
            <section aria-labelledby="lead" className="parcel px-4 py-4.5 sm:px-6">
              <h2 id="lead" className="mb-2 text-lg/[1.25] font-strong">
                {inside.leadTogether}
              </h2>
              <LeadLink workspaceId={workspaceId} />
            </section>
          ) : null}
          <section aria-labelledby="you" className="parcel flex-1 px-4 py-4.5 sm:px-6">
            <h2 id="you" className="mb-3 text-lg/[1.25] font-strong">
              {strings.you}
            </h2>
            <OwnDetails />
          </section>
        </div>
      </div>
    </main>
  )
}
