import type { Id } from '#kernel/id.ts'

/** What somebody may do: lead, contribute, or read along. */
export const roles = ['facilitator', 'contributor', 'observer'] as const
/** What a device may do: as one of the people, or as the screen in the hall, which is a link without a person. */
export type Role = (typeof roles)[number] | 'screen'

export type ParticipantId = Id<'Participant'>

/** A person in a workspace as others may see them. The name is kept by the server and can be erased: then `null`. */
export type Participant = {
  readonly id: ParticipantId
  readonly name: string | null
  readonly perspective: string
  readonly role: Role
  /** May enter contributions for people without a device. */
  readonly canRecord: boolean
  /** The stakeholder for whom this person speaks. */
  readonly stakeholderId: Id<'Stakeholder'> | null
}

export const longestName = 60

/** A name as it may be shown everywhere: one line, no hidden or direction-changing characters; `null` if nothing is left. */
export const cleanName = (typed: string): string | null => {
  const cleaned = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const graphemes = [...new Intl.Segmenter().segment(cleaned)].map((part) => part.segment)
  return graphemes.length === 0 ? null : graphemes.slice(0, longestName).join('')
}
