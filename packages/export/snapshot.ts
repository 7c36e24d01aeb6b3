import type { Json, JsonObject } from '#crdt/json.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import type { EvidenceRegister } from '#domain/evidence.ts'
import type { Judgement } from '#domain/influence/judgement.ts'
import type { Influence } from '#domain/influence/measures.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import type { PeopleGroup } from '#domain/small-groups.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import type { SessionContent } from '#domain/session.ts'
import type { Workspace } from '#domain/workspace.ts'
import type { Leftover } from '#domain/artefact.ts'
import type { ExportedArtefact } from './any-model.ts'
import type { Logo } from './report/form.ts'
import type { ChoiceRow, EstimateRow, ExitAnswerRow, LeftoverRow, MakerRow, RecordRow } from './rows.ts'

/** Everything of a workspace at one moment, as stored. Only `snapshotOf` may look at it. */
export type WorkspaceSource = {
  readonly id: string
  readonly language: 'nl' | 'en'
  readonly workspace: Workspace
  readonly evidence: EvidenceRegister
  readonly perspectives: readonly Perspective[]
  /** `consent` is JSON text. */
  readonly people: readonly (Participant & { readonly consent: string | null })[]
  readonly artefacts: readonly ExportedArtefact[]
  /** The session documents, by the ids of their sessions; none for a session in which nobody wrote. */
  readonly sessions?: readonly ExportedSession[]
  readonly directory: readonly DirectoryEntry[]
  readonly rows: {
    readonly item_maker: readonly MakerRow[]
    readonly record: readonly RecordRow[]
    readonly choice: readonly ChoiceRow[]
    readonly estimate: readonly EstimateRow[]
    readonly exit_answer: readonly ExitAnswerRow[]
    readonly leftover: readonly LeftoverRow[]
  }
}

export type ExportedSession = { readonly id: string; readonly content: SessionContent }

/** For whom a file is made: the facilitator's backup holds everything but votes, what is shared only what may be told. */
export type Audience = 'backup' | 'shared'

/** What an export may see: all that it says comes from here, so what is not here cannot leak. */
export type WorkspaceSnapshot = {
  readonly id: string
  readonly audience: Audience
  readonly language: 'nl' | 'en'
  readonly workspace: Workspace
  /** The one session that it is about; `null`: all of the workspace. */
  readonly only: string | null
  /** When shared: only what may be reported. */
  readonly evidence: EvidenceRegister
  /** How many pieces of evidence were left out. */
  readonly withheld: number
  readonly perspectives: readonly Perspective[]
  readonly people: readonly ExportedPerson[]
  /** How many people took part by group, without those who lead or write down; small groups together. */
  readonly joined: readonly PeopleGroup[]
  /** The same for who was present, by session. */
  readonly present: ReadonlyMap<string, readonly PeopleGroup[]>
  readonly artefacts: readonly ExportedArtefact[]
  readonly sessions: readonly ExportedSession[]
  readonly directory: readonly DirectoryEntry[]
  readonly records: readonly ExportedRecord[]
  /** What stands on the title page of a report; whoever made it has shown it to everybody. */
  readonly logo: Logo | null
  readonly ballots: readonly ExportedBallot[]
  /** How equal the process was, by group; small groups together. `null` in a backup, which has what it was counted from. */
  readonly influence: Influence | null
  /** Summaries of own estimates, by stakeholder and then by attribute. */
  readonly estimates: ReadonlyMap<string, { readonly [attribute: string]: Spread }>
  /** Summaries of the answers at the end of sessions, by `questionKey`. */
  readonly exitAnswers: ReadonlyMap<string, Spread>
  /** The same by group, small groups together; only where there are two groups or more to tell of. */
  readonly exitGroups: ReadonlyMap<string, Judgement['groups']>
  /** Who made an item; nobody when shared. */
  readonly makers: ReadonlyMap<string, string>
  readonly leftovers: readonly Leftover[]
}

export type ExportedPerson = Omit<Participant, 'name'> & {
  /** `null` with names off, and after erasure. */
  readonly name: string | null
  readonly consent: Json
}

export type ExportedRecord = { readonly collection: string; readonly id: string; readonly body: JsonObject }

/** A ballot without its votes; the last round is the result, and open rounds have no tally. */
export type ExportedBallot = {
  readonly id: string
  /** As in a file, without votes, tally and history. */
  readonly body: JsonObject
  readonly tally: Tally | null
  readonly history: readonly { readonly body: JsonObject; readonly tally: Tally | null }[]
}

/** How many people said something and how far apart they are; the figures are `null` when too few people said it. */
export type Spread = {
  readonly n: number
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
}
