import type { ReactNode } from 'react'
import { can } from '#domain/permissions.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { Invite } from '../features/inviting/invite.tsx'
import { AboutWorkspace } from '../features/settings/about-workspace.tsx'
import { Agreements } from '../features/settings/agreements.tsx'
import { GroupsShown } from '../features/settings/groups-shown.tsx'
import { settingsStrings } from '../features/settings/strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { LanguageSwitch, ThemeSwitch } from '../shell/switches.tsx'

type SettingsPageProps = {
  readonly facts: Facts
  readonly title: string
  readonly desk: Desk<typeof workspaceShape>
}

/** What was agreed about the workspace itself, and how this device shows it. */
export const SettingsPage = ({ facts, title, desk }: SettingsPageProps) => {
  const strings = useStrings(settingsStrings)
  const { me, perspectives, workspaceId } = useWorkplace()
  const mayChange = can(me.role, 'manage-joining')
  useTitle(strings.title, title)
  return (
    <main className="parcels min-h-full grid-rows-[auto_1fr] content-stretch">
      <header className="parcel px-4 py-4 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        {mayChange ? null : <p className="text-ink-2">{strings.onlyFacilitator}</p>}
      </header>
      <div className="parcels content-stretch lg:grid-cols-2">
        <div className="flex flex-col gap-ditch bg-ditch">
          <Part id="about" title={strings.about}>
            <AboutWorkspace desk={desk} />
          </Part>
          <Part id="groups" title={strings.groups} grows>
            <GroupsShown perspectives={perspectives} />
          </Part>
        </div>
        <div className="flex flex-col gap-ditch bg-ditch">
          <Part id="join" title={strings.join}>
            <Invite workspace={facts.workspace} secure={facts.secureCookie} compact />
            <a
              href={`/w/${workspaceId}/people`}
              className="focus-ring mt-3 inline-flex min-h-9 items-center text-water underline underline-offset-3"
            >
              {strings.people}
            </a>
          </Part>
          <Part id="agreements" title={strings.keep} hidden>
            <Agreements workspace={facts.workspace} mayChange={mayChange} />
          </Part>
          <Part id="device" title={strings.device} grows>
            <div className="grid justify-items-start gap-3">
              <LanguageSwitch full />
              <ThemeSwitch />
            </div>
          </Part>
        </div>
      </div>
    </main>
  )
}

type PartProps = {
  readonly id: string
  readonly title: string
  readonly grows?: boolean
  /** The headings inside say it. */
  readonly hidden?: boolean
  readonly children: ReactNode
}

const Part = ({ id, title, grows = false, hidden = false, children }: PartProps) => (
  <section aria-labelledby={`${id}-title`} className={`parcel px-4 py-4.5 sm:px-7 ${grows ? 'flex-1' : ''}`}>
    <h2 id={`${id}-title`} className={hidden ? 'sr-only' : 'mb-3 text-lg/[1.25] font-strong'}>
      {title}
    </h2>
    {children}
  </section>
)
