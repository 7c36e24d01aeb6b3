import * as plan from '#artefacts/experiment-plan/place-names.ts'
import type { ArtefactKind } from '#artefacts/models.ts'
import * as problem from '#artefacts/problem-statement/place-names.ts'
import * as map from '#artefacts/stakeholder-map/place-names.ts'
import { takenOf } from '#domain/taken.ts'
import type { Locale, Words } from '#i18n/strings.ts'
import { kindNames, kinds } from '../../api/kinds.ts'
import type { Artefact } from '../../api/use-facts.ts'

/** A place that takes the words of a card; `isNew` makes a document for them. */
export type Target = {
  readonly key: string
  readonly kind: ArtefactKind
  readonly place: string
  readonly name: Words
  readonly isNew: boolean
}

const names: { readonly [Kind in ArtefactKind]: { readonly [place: string]: Words } } = {
  'problem-statement': problem.placeNames,
  'stakeholder-map': map.placeNames,
  'experiment-plan': plan.placeNames,
}

export const targets: readonly Target[] = kindNames.flatMap((kind) =>
  Object.entries(names[kind]).map(([place, name]) => ({
    key: `${kind}/${place}`,
    kind,
    place,
    name,
    isNew: kind === 'experiment-plan' && place === plan.placeOfNew,
  })),
)

/** In words, every place where a card was taken; with the document where there are several of its kind. */
export const whereTaken = (takenInto: string, artefacts: readonly Artefact[], locale: Locale): readonly string[] =>
  takenOf(takenInto).flatMap(({ document, place }) => {
    const artefact = artefacts.find(({ id }) => id === document)
    if (!artefact) return []
    const title = artefact.title || kinds[artefact.kind].name[locale]
    const target = targets.find((each) => each.kind === artefact.kind && each.place === place)
    if (!target || target.isNew) return [title]
    const isOnly = artefacts.filter(({ kind }) => kind === artefact.kind).length === 1
    return [isOnly ? target.name[locale] : `${target.name[locale]}, ${title}`]
  })
