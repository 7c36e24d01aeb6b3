import type { Step } from './agenda.ts'
import { minutesOf, stepKind } from './agenda.ts'

/** Where a script departs from what makes a session go well; a hint, never a refusal. */
export type AgendaHint =
  /** Talk comes before anybody wrote in silence. */
  | { readonly kind: 'silent-first' }
  /** So many minutes go by without a break. */
  | { readonly kind: 'break'; readonly minutes: number }
  /** These steps end in nothing that has a name. */
  | { readonly kind: 'no-result'; readonly steps: readonly string[] }
  /** It does not end with looking back, actions and exit questions. */
  | { readonly kind: 'no-end' }
  /** It begins without a welcome. */
  | { readonly kind: 'no-welcome' }

/** Longest time without a break, in minutes. */
export const longestSpell = 90

/** The hints of a script, most telling first; none for one without steps. */
export const hintsOf = (steps: readonly Step[]): readonly AgendaHint[] => {
  if (steps.length === 0) return []
  const spell = longestSpellOf(steps)
  const bare = steps.filter((step) => isWork(step) && step.artefacts.length === 0 && step.expectedOutput.trim() === '')
  const last = steps.slice(-2)
  const ends = last.some(({ artefacts }) => artefacts.some(({ type }) => type === 'exitQuestion' || type === 'action'))
  return [
    ...(isSpokenFirst(steps) ? [{ kind: 'silent-first' } as const] : []),
    ...(spell > longestSpell ? [{ kind: 'break', minutes: spell } as const] : []),
    ...(ends ? [] : [{ kind: 'no-end' } as const]),
    ...(bare.length > 0 ? [{ kind: 'no-result', steps: bare.map(({ id }) => id) } as const] : []),
    ...(stepKind(steps[0] ?? blank) === 'welcome' ? [] : [{ kind: 'no-welcome' } as const]),
  ]
}

const blank = { method: '', artefacts: [], ballotId: null }

const isWork = (step: Step): boolean => !['welcome', 'break'].includes(stepKind(step))

// Talking in groups about something new, before there was any silent work.
const isSpokenFirst = (steps: readonly Step[]): boolean => {
  const silent = steps.findIndex(({ workForm }) => workForm === 'alone')
  const ballot = steps.findIndex((step) => stepKind(step) === 'ballot')
  return ballot >= 0 && (silent < 0 || silent >= ballot)
}

const longestSpellOf = (steps: readonly Step[]): number => {
  let longest = 0
  let spell: Step[] = []
  for (const step of steps) {
    spell = stepKind(step) === 'break' ? [] : [...spell, step]
    longest = Math.max(longest, minutesOf(spell))
  }
  return longest
}
