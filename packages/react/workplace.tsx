import { createContext, useContext, type ReactNode } from 'react'
import type { Author } from '#crdt/draft.ts'
import type { SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'
import type { Undo } from '#crdt/undo.ts'
import type { Directory } from '#domain/directory.ts'
import type { evidenceShape } from '#domain/evidence.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import type { Presence } from '#domain/presence.ts'
import type { Locale } from '#i18n/strings.ts'
import type { BallotSource } from './ballots.ts'
import type { Estimates } from './estimates.ts'
import type { Imports } from './imports.ts'
import type { Outcome, Records, RemarkPanelState } from './records.ts'

/** What every view of an artefact knows about where it is: who I am, who else is there, what I may. */
export type Workplace = {
  readonly workspaceId: string
  /** In which people write; the words of the screen are in the language that each person chose. */
  readonly language: Locale
  readonly me: Participant
  /** The origin of what I change; the same object for as long as the page is open. */
  readonly author: Author
  readonly perspectives: readonly Perspective[]
  readonly people: readonly Participant[]
  readonly directory: Directory
  readonly evidence: SharedDocument<typeof evidenceShape>
  /** The desk of the evidence register, for a `DeskProvider` around its fields. */
  readonly evidenceDesk: Desk<typeof evidenceShape>
  /** Comments, decisions and the like. */
  readonly records: Records
  /** Silent estimates of the people on maps. */
  readonly estimates: Estimates
  readonly imports: Imports
  /** Ballots, loaded by the first screen that shows one: the same promise each time. */
  readonly ballots: () => Promise<BallotSource>
  /** Says for which party on a map I speak; `null` is nobody. */
  readonly speakFor: (stakeholderId: string | null) => Promise<Outcome>
  readonly remarks: RemarkPanelState
  /** Address of an artefact, or of one thing in it. */
  readonly linkTo: (documentId: string, item?: string) => string
}

/** What a view of one document knows beside that. */
export type Desk<S extends Shape = Shape> = {
  readonly documentId: string
  readonly document: SharedDocument<S>
  readonly presence: Presence
  readonly undo: Undo
  /** False for observers, under a lock, and until the first sync or a local copy says what is in it. */
  readonly canWrite: boolean
}

/** What the view of a kind of artefact gets. */
export type ArtefactViewProps<S extends Shape> = {
  readonly desk: Desk<S>
  /** The title in the list of artefacts. */
  readonly title: string
}

const WorkplaceContext = createContext<Workplace | null>(null)
const DeskContext = createContext<Desk | null>(null)

export const WorkplaceProvider = ({ value, children }: { value: Workplace; children: ReactNode }) => (
  <WorkplaceContext value={value}>{children}</WorkplaceContext>
)

/** Gives the fields under it their document: one desk for the artefact, another for the evidence register. */
export const DeskProvider = ({ value, children }: { value: Desk; children: ReactNode }) => (
  <DeskContext value={value}>{children}</DeskContext>
)

export const useWorkplace = (): Workplace => {
  const workplace = useContext(WorkplaceContext)
  if (!workplace) throw new Error('useWorkplace needs a WorkplaceProvider above it')
  return workplace
}

/** The document of the fields here, without the type of its shape; views use their own `desk` for that. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskProvider above it')
  return desk
}
