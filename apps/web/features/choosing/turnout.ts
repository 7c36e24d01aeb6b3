import type { Ballot } from '#react/ballots.ts'

/** How many voted, by themselves or through a scribe, of how many who may. */
export const votedOf = ({ turnout }: Pick<Ballot, 'turnout'>): { readonly voted: number; readonly all: number } => {
  const sum = (count: (group: Ballot['turnout'][number]) => number) =>
    turnout.reduce((total, group) => total + count(group), 0)
  const voted = sum((group) => group.voted + group.entered)
  // Whoever has no phone was counted by a scribe and is in no list of who is here.
  return {
    voted,
    all: Math.max(
      voted,
      sum((group) => group.eligible + group.entered),
    ),
  }
}
