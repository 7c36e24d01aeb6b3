import { longestDescription } from '#domain/choosing/ballot.ts'
import type { SessionContent } from '#domain/session.ts'
import { byOrder } from '#kernel/order.ts'
import type { OptionRow } from './option-draft.ts'

/** Cards and their groups, of one session. */
export type CardSource = Pick<SessionContent, 'cards' | 'clusters'>

/** More cannot be voted on at once. */
const mostOptions = 40

/** Every group of cards as a choice, its cards as what is told under it. */
export const groupsAsOptions = ({ cards, clusters }: CardSource): readonly OptionRow[] =>
  clusters
    .toSorted(byOrder)
    .flatMap(({ id, title }): OptionRow[] => {
      const own = cards.filter(({ clusterId, text }) => clusterId === id && text.trim() !== '').toSorted(byOrder)
      if (own.length === 0) return []
      return [{ key: id, id, refId: null, text: title, description: fitting(own.map(({ text }) => text.trim())) }]
    })
    .slice(0, mostOptions)

/** Every card that is in no group as a choice of its own. */
export const cardsAsOptions = ({ cards, clusters }: CardSource): readonly OptionRow[] => {
  const groups = new Set(clusters.map(({ id }) => id))
  return cards
    .filter(({ clusterId, text }) => (clusterId === null || !groups.has(clusterId)) && text.trim() !== '')
    .toSorted(byOrder)
    .map(({ id, text }) => ({ key: id, id, refId: null, text: text.trim().slice(0, longestText), description: '' }))
    .slice(0, mostOptions)
}

const longestText = 500

// Whole cards only: half a thought may say its opposite.
const fitting = (texts: readonly string[]): string => {
  const lines = texts.map((text) => `• ${text}`)
  let count = lines.length
  while (count > 0 && lines.slice(0, count).join('\n').length > longestDescription) count -= 1
  return lines.slice(0, count).join('\n')
}
