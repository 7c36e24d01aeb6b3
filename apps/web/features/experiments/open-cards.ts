import type { OpenCard } from '#artefacts/experiment-plan/card-file.ts'
import { originOf } from '#artefacts/experiment-plan/card-origin.ts'
import type { Directory } from '#domain/directory.ts'
import { compareText } from '#kernel/order.ts'
import { listIn, numberIn, textIn } from '#domain/entry-facts.ts'

/** All learning cards of a workspace, newest first; one that several trials fed names them all. */
export const openCardsOf = (directory: Directory): readonly OpenCard[] =>
  directory
    .ofKind('learning-card')
    .map((entry): OpenCard => {
      const trials = [entry.document, ...listIn(entry, 'experimentIds')].flatMap((id) => directory.get(id)?.label ?? [])
      return {
        id: entry.id,
        date: textIn(entry, 'date'),
        believed: textIn(entry, 'believed') ?? '',
        observed: textIn(entry, 'observed') ?? '',
        learned: textIn(entry, 'learned') ?? '',
        therefore: textIn(entry, 'therefore') ?? '',
        reliability: numberIn(entry, 'reliability'),
        experiment: [...new Set(trials)].join(', '),
        origin: originOf(entry.attributes['origin'] ?? null) ?? null,
      }
    })
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''))
