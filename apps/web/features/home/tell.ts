import type { ArtefactKind } from '#artefacts/models.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import type { Participant } from '#domain/participant.ts'
import type { Marker, Perspective } from '#domain/perspective.ts'

/** What the list of things tells of one artefact, without opening its document. */
export type Telling =
  | {
      readonly kind: 'problem-statement'
      readonly parts: number
      readonly causes: number
      readonly effects: number
      readonly rules: number
    }
  | { readonly kind: 'stakeholder-map'; readonly parties: readonly Party[]; readonly missing: number }
  | { readonly kind: 'experiment-plan'; readonly verdicts: readonly Verdict[] }

/** A party on a map; 1 to 5, or `null` while nobody said. */
export type Party = {
  readonly id: string
  readonly impact: number | null
  readonly influence: number | null
  /** The group that speaks for it; several: the first by lot. */
  readonly slot: Marker | null
  readonly missing: boolean
}

const verdicts = ['met', 'partly', 'notMet', 'noResult'] as const
export type Verdict = (typeof verdicts)[number]

/** For whom somebody at the table speaks, and from which group. */
export type Voices = ReadonlyMap<string, Marker>

export const voicesOf = (people: readonly Participant[], perspectives: readonly Perspective[]): Voices => {
  const voices = new Map<string, Marker>()
  for (const { id, marker } of perspectives) {
    for (const { perspective, stakeholderId } of people) {
      if (perspective === id && stakeholderId !== null && !voices.has(stakeholderId)) voices.set(stakeholderId, marker)
    }
  }
  return voices
}

/** Whether nobody at the table speaks for a stakeholder, and it does not sit there itself as far as anybody knows. */
export const isMissing = ({ id, attributes: { atTable } }: DirectoryEntry, voices: Voices): boolean =>
  !voices.has(id) && (atTable === 'no' || atTable === 'unknown')

/** Whether a missing voice is of somebody who is hit hard: the ones that the overview names. */
export const isHitHard = ({ attributes: { impact } }: DirectoryEntry): boolean =>
  typeof impact === 'number' && impact >= 4

export const tell = (kind: ArtefactKind, entries: readonly DirectoryEntry[], voices: Voices): Telling => {
  const ofKind = (name: string) => entries.filter((entry) => entry.kind === name)
  switch (kind) {
    case 'problem-statement':
      return {
        kind,
        parts: ofKind('problem').filter(({ attributes }) => typeof attributes['parentId'] === 'string').length,
        causes: ofKind('cause').length,
        effects: ofKind('effect').length,
        rules: ofKind('rule').length,
      }
    case 'stakeholder-map': {
      const parties = ofKind('stakeholder').map((entry) => ({
        id: entry.id,
        impact: scoreIn(entry.attributes['impact']),
        influence: scoreIn(entry.attributes['influence']),
        slot: voices.get(entry.id) ?? null,
        missing: isMissing(entry, voices),
      }))
      return { kind, parties, missing: parties.filter(({ missing }) => missing).length }
    }
    case 'experiment-plan':
      return {
        kind,
        verdicts: ofKind('measure').map(
          ({ attributes }) => verdicts.find((verdict) => verdict === attributes['verdict']) ?? 'noResult',
        ),
      }
  }
}

const scoreIn = (value: unknown): number | null =>
  typeof value === 'number' && value >= 1 && value <= 5 ? value : null
