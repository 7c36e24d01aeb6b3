import type { ReactNode } from 'react'
import type { Agenda } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import type { Desk } from '#react/workplace.tsx'
import type { Facts, Person } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import type { Whereabouts } from './stuck.ts'

/** What whoever leads has in front of them. */
export type LeadProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof sessionShape>
  /** The document of the workspace, in which the agenda stands. */
  readonly script: Desk<typeof workspaceShape>
  readonly promise: string
  readonly facts: Facts
  readonly people: Whereabouts
  readonly workspaceTitle: string
  readonly place: string
  readonly saved: ReactNode
  readonly menu: ReactNode
  /** What can be changed of one person, above the page. */
  readonly managePerson: (person: Person, onClose: () => void) => ReactNode
}
