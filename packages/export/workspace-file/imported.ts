import type { ArtefactKind } from '#artefacts/models.ts'
import type { Leftover } from '#domain/artefact.ts'
import type { EvidenceDraft } from '#domain/evidence.ts'
import type { Role } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import type { SessionDraft } from '#domain/session.ts'
import type { WorkspaceDraft } from '#domain/workspace.ts'
import type { ChoiceRow, EstimateRow, ExitAnswerRow, RecordRow, VotedRow } from '../rows.ts'

/** A workspace file taken apart: what goes into documents, what into rows, and what has no place yet. */
export type ImportedWorkspace = {
  readonly formatVersion: 1 | 2
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly perspectives: readonly Perspective[]
  readonly fillWorkspace: (draft: WorkspaceDraft) => void
  readonly fillEvidence: (draft: EvidenceDraft) => void
  readonly documents: readonly ImportedDocument[]
  /** The session documents; their ids are those of their sessions. */
  readonly sessions: readonly {
    readonly id: string
    readonly title: string
    readonly fill: (draft: SessionDraft) => void
  }[]
  readonly people: readonly ImportedPerson[]
  readonly makers: readonly { readonly item: string; readonly participant: string }[]
  readonly rows: {
    readonly record: readonly RecordRow[]
    readonly choice: readonly ChoiceRow[]
    readonly voted: readonly VotedRow[]
    readonly estimate: readonly EstimateRow[]
    readonly exit_answer: readonly ExitAnswerRow[]
  }
  readonly leftovers: readonly Leftover[]
}

export type ImportedDocument = {
  readonly id: string
  readonly kind: ArtefactKind
  readonly title: string
  /** Writes the content; its draft is that of the kind's shape. */
  readonly fill: (draft: never) => void
}

/** A person of a file: a name, and no way in until somebody claims it. */
export type ImportedPerson = {
  readonly id: string
  readonly name: string | null
  readonly perspective: string
  readonly role: Role
  readonly canRecord: boolean
  readonly stakeholderId: string | null
  /** JSON text of what the person agreed to. */
  readonly consent: string | null
}

/** Why a file is refused, with the path of each thing that is wrong. */
export type FileRefusal = {
  readonly ok: false
  readonly reason: 'malformed-import' | 'unknown-format-version'
  readonly errors: readonly { readonly field: string; readonly code: string }[]
}
