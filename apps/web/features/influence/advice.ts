import type { Influence } from '#domain/influence/measures.ts'

/** What the measures suggest to whoever leads: a next step, or that all is well; at most one thing at a time. */
export type Advice =
  | { readonly say: 'nothing' | 'allHeard' | 'balanced' }
  | { readonly say: 'silent'; readonly count: number }
  | { readonly say: 'little'; readonly perspectives: readonly string[] }

/** Under half of an even share a group is heard too little. */
const tooLittle = 0.5

export const adviceOf = ({ present, heard, contributions, groups }: Influence): Advice => {
  if (contributions === 0) return { say: 'nothing' }
  const quiet = groups.filter(({ parity }) => parity !== null && parity < tooLittle)
  const [quietest] = quiet.toSorted((a, b) => (a.parity ?? 0) - (b.parity ?? 0))
  if (groups.length > 1 && quietest) return { say: 'little', perspectives: quietest.perspectives }
  if (heard < present) return { say: 'silent', count: present - heard }
  return {
    say: groups.every(({ parity }) => parity !== null && parity >= 0.8 && parity <= 1.25) ? 'balanced' : 'allHeard',
  }
}
