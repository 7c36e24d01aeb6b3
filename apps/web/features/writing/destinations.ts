import type { Step } from '#domain/agenda.ts'
import type { Directory } from '#domain/directory.ts'
import { textIn } from '#domain/entry-facts.ts'
import type { Artefact } from '../../api/use-facts.ts'

/** A document that can take the words of a card, or one part of the problem in it. */
export type Destination = {
  readonly key: string
  readonly document: string
  readonly under: string | null
  /** How the document is called, and the part of it. */
  readonly title: string
  readonly part: string
}

/** Every document of a kind, each with the parts that words can belong to. */
export const destinationsOf = (
  kind: Artefact['kind'],
  artefacts: readonly Artefact[],
  directory: Directory,
): readonly Destination[] =>
  artefacts
    .filter((artefact) => artefact.kind === kind)
    .flatMap(({ id: document, title }) => [
      { key: document, document, under: null, title, part: '' },
      ...directory
        .ofKind('problem')
        .filter((entry) => entry.document === document && textIn(entry, 'kind') === 'sub')
        .map(({ id, label }) => ({ key: `${document}/${id}`, document, under: id, title, part: label })),
    ])

/** Where the words of a step belong when nobody says: in what the step is about, else in the first of the kind. */
export const ownDestination = (
  { artefacts: focus }: Pick<Step, 'artefacts'>,
  destinations: readonly Destination[],
  directory: Directory,
): Destination | undefined => {
  const named = focus.flatMap(({ ids }) => ids)
  const documents = named.flatMap((id) => [id, directory.get(id)?.document ?? id])
  return (
    destinations.find(({ under }) => under !== null && named.includes(under)) ??
    destinations.find(({ document }) => documents.includes(document)) ??
    destinations[0]
  )
}
