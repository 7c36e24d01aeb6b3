import type { ArtefactKind } from '#artefacts/models.ts'
import type { DirectoryEntry } from '#domain/directory.ts'

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
  readonly missing: boolean
}

const verdicts = ['met', 'partly', 'notMet', 'noResult'] as const
export type Verdict = (typeof verdicts)[number]

/** Whether a stakeholder is hit hard and has no seat, or nobody knows. */
export const isMissing = ({ attributes }: DirectoryEntry): boolean => {
  const { impact, atTable } = attributes
  return typeof impact === 'number' && impact >= 4 && (atTable === 'no' || atTable === 'unknown')
}

export const tell = (kind: ArtefactKind, entries: readonly DirectoryEntry[]): Telling => {
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
        missing: isMissing(entry),
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
