import * as z from 'zod/mini'
import { keep } from '../../shell/kept.ts'

// A name of its own: a linter takes any `.catch(` for one of a promise.
const orElse = z.catch
const schema = orElse(z.record(z.string(), z.array(z.object({ id: z.string(), text: z.string() }))), {})

type SentCard = { readonly id: string; readonly text: string }

/** What was written on this device, by step. The server forgets who wrote a card that is shown; the writer need not. */
const sent = keep('polder.sent', (stored) => schema.parse(stored))

const keyOf = (workspaceId: string, activity: string): string => `${workspaceId}.${activity}`

const change = (key: string, made: (cards: readonly SentCard[]) => readonly SentCard[]): void =>
  sent.set({ ...sent.get(), [key]: [...made(sent.get()[key] ?? [])] })

/** The cards of one step that this device remembers, and how it keeps up with them. */
export const useSentCards = (workspaceId: string, activity: string) => {
  const key = keyOf(workspaceId, activity)
  const cards: readonly SentCard[] = sent.use()[key] ?? []
  return {
    cards,
    remember: (card: SentCard) => change(key, (known) => [...known.filter(({ id }) => id !== card.id), card]),
    forget: (id: string) => change(key, (known) => known.filter((card) => card.id !== id)),
  }
}

/** Whoever leaves a workspace leaves no words of theirs on the device. */
export const forgetSentCards = (workspaceId: string): void =>
  sent.set(Object.fromEntries(Object.entries(sent.get()).filter(([key]) => !key.startsWith(`${workspaceId}.`))))
