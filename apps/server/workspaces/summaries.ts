import { models, type ArtefactKind } from '#artefacts/models.ts'
import { plainText } from '#crdt/prose.ts'
import type { DirectoryEntry, Summary } from '#domain/directory.ts'
import type { EvidenceRegister } from '#domain/evidence.ts'

/** What a document tells the directory, and its title when it has one of its own. */
export type Reading = { readonly summary: Summary; readonly title: string | null }

/** What an artefact tells; `content` is that of its kind. */
export const artefactReading = (kind: ArtefactKind, documentId: string, content: unknown): Reading => {
  // Content and model are of one kind and belong together, which a union of models hides.
  const model: {
    readonly summary: (content: never) => Summary
    readonly itself?: (content: never) => Omit<Summary[number], 'id'>
    readonly title: (content: never) => string | null
  } = models[kind]
  const itself = model.itself ? [{ id: documentId, ...model.itself(content as never) }] : []
  return { summary: [...itself, ...model.summary(content as never)], title: model.title(content as never) }
}

/** What the register of evidence tells. */
export const evidenceSummary = ({ evidence }: EvidenceRegister): Summary =>
  evidence.map(({ id, text, world, kind, sourceKind, stakeholderId, sensitive }) => ({
    id,
    kind: 'evidence',
    label: shortened(plainText(text)),
    attributes: { world, kind, sourceKind, stakeholderId, sensitive },
  }))

const longestLabel = 120

// Cut between words, so that it reads as cut.
const shortened = (text: string): string =>
  text.length > longestLabel ? `${text.slice(0, longestLabel - 1).replace(/\s+\S*$/, '')}…` : text

type Contents = {
  readonly evidence: EvidenceRegister
  readonly artefacts: readonly { readonly id: string; readonly kind: ArtefactKind; readonly content: unknown }[]
}

/** The directory of exactly these contents; the stored one may still be a moment behind what was committed. */
export const directoryOf = ({ evidence, artefacts }: Contents): readonly DirectoryEntry[] =>
  [
    ...evidenceSummary(evidence).map((entry) => ({ ...entry, document: 'evidence' })),
    ...artefacts.flatMap(({ id, kind, content }) =>
      artefactReading(kind, id, content).summary.map((entry) => ({ ...entry, document: id })),
    ),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
