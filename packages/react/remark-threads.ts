import type { Entry } from '#domain/records.ts'
import type { RemarkPlace } from './records.ts'

export type Remark = Entry<'comments'>
/** A remark with its answers, in the order in which they came. */
export type Thread = { readonly first: Remark; readonly answers: readonly Remark[] }

/** The threads about a place, or about anything in its document when it names no item. */
export const threadsAt = (remarks: readonly Remark[], place: RemarkPlace): readonly Thread[] => {
  const inDocument = remarks.filter(({ value }) => value.documentId === place.documentId)
  const belongs = ({ value }: Remark) =>
    (place.itemId === null || value.itemId === place.itemId) && (place.field === null || value.field === place.field)
  return inDocument
    .filter((remark) => remark.value.threadId === null && belongs(remark))
    .map((first) => ({ first, answers: inDocument.filter(({ value }) => value.threadId === first.id) }))
}

/** The people whose names stand behind an @ in a text, the longest name first so that none hides in another. */
export const mentionsIn = (
  text: string,
  people: readonly { readonly id: string; readonly name: string | null }[],
): readonly string[] => {
  let rest = text.toLowerCase()
  return people
    .flatMap(({ id, name }) => (name ? [{ id, at: `@${name.toLowerCase()}` }] : []))
    .toSorted((a, b) => b.at.length - a.at.length)
    .flatMap(({ id, at }) => {
      if (!rest.includes(at)) return []
      rest = rest.replaceAll(at, '')
      return [id]
    })
}
