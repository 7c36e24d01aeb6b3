import * as z from 'zod/mini'

const voteSchema = z.object({
  receipt: z.string(),
  /** The round in which it was said; of another one the words are gone and the receipt stays. */
  round: z.number(),
  choice: z.record(z.string(), z.union([z.number(), z.string()])),
  note: z.string(),
  sent: z.boolean(),
})

/** What this device knows of one vote: the receipt that alone can change it, and what was chosen. */
export type KeptVote = z.infer<typeof voteSchema>

const nameOf = (workspace: string, ballot: string): string => `vote.${workspace}.${ballot}`
// Without storage a vote lives as long as the page, and the receipt with it.
const known = new Map<string, KeptVote>()

/** The vote that this device cast in a round of a ballot, or a new one that says nothing yet. */
export const ownVote = (workspace: string, ballot: string, round: number): KeptVote => {
  const name = nameOf(workspace, ballot)
  const vote = known.get(name) ?? stored(name) ?? blank(newReceipt(), round)
  const current = vote.round === round ? vote : blank(vote.receipt, round)
  known.set(name, current)
  return current
}

export const keepVote = (workspace: string, ballot: string, vote: KeptVote): void => {
  const name = nameOf(workspace, ballot)
  known.set(name, vote)
  try {
    localStorage.setItem(name, JSON.stringify(vote))
  } catch {
    // Nothing can be kept here; the page goes on without.
  }
}

const blank = (receipt: string, round: number): KeptVote => ({ receipt, round, choice: {}, note: '', sent: false })

const stored = (name: string): KeptVote | null => {
  try {
    const read = voteSchema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** 256 random bits as text: whoever has it can change a vote, and the server keeps only its hash. */
export const newReceipt = (): string =>
  btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
