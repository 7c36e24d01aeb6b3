/** Licences under which a group may give its learning cards away. */
export const licences = ['CC-BY-4.0', 'CC0-1.0'] as const
export type Licence = (typeof licences)[number]

/** Where a learning card that came in from elsewhere was made; it stays with the card for good. */
export type CardOrigin = {
  /** The workspace and the trial, by name. */
  readonly workspace: string
  readonly experiment: string
  readonly licence: Licence
  /** The id that the card had there. */
  readonly cardId: string
}

const longest = 200

/** An origin from a document or a file; `undefined` when it is none. */
export const originOf = (raw: unknown): CardOrigin | null | undefined => {
  if (raw === null) return null
  if (typeof raw !== 'object' || !('workspace' in raw && 'experiment' in raw && 'licence' in raw && 'cardId' in raw))
    return undefined
  const { workspace, experiment, cardId } = raw
  const licence = licences.find((known) => known === raw.licence)
  if (!licence || !isLine(workspace) || !isLine(experiment) || !isLine(cardId)) return undefined
  return { workspace, experiment, licence, cardId }
}

const isLine = (raw: unknown): raw is string => typeof raw === 'string' && raw.length <= longest
