import { salienceClasses, salienceOf } from './derived.ts'
import { participationLevels } from '#domain/workspace.ts'
import { isGridLens, quadrantOf } from './lenses.ts'
import { ringsIn, type Look } from './layout.ts'
import { components, degrees, graphOf } from './network.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'
import type { MapWords } from './strings.ts'
import type { Terms } from './terms.ts'

/** A part of a lens in words, with who stands in it; `look` is the part that asks for a look. */
export type LensGroup = {
  readonly key: string
  readonly title: string
  readonly rows: readonly Stakeholder[]
  readonly look: boolean
}

type Words = {
  readonly map: MapWords
  readonly terms: Terms
  readonly tray: string
  readonly alone: string
  readonly linked: string
}

/** The same lens as a list: the quarters of a grid, the rings, the classes, the steps; who has no place comes last. */
export const groupsOf = (
  map: StakeholderMap,
  rows: readonly Stakeholder[],
  look: Look,
  words: Words,
): readonly LensGroup[] => {
  const { keyOf, parts } = partsOf(map, look, words)
  const known = new Set(parts.map(({ key }) => key))
  const groups = parts.map((part) => ({ ...part, rows: rows.filter((row) => keyOf(row) === part.key) }))
  const tray = rows.filter((row) => !known.has(keyOf(row) ?? ''))
  return [...groups, { key: 'tray', title: words.tray, look: false, rows: tray }].filter(
    (group) => group.rows.length > 0,
  )
}

type Part = { readonly key: string; readonly title: string; readonly look: boolean }
type Parts = { readonly keyOf: (row: Stakeholder) => string | null; readonly parts: readonly Part[] }

const partsOf = (map: StakeholderMap, { lens, phase, ringView }: Look, words: Words): Parts => {
  const part = (key: string, title: string, look = false): Part => ({ key, title, look })
  if (isGridLens(lens)) {
    const hot = lens === 'worlds' ? 'lowLow' : 'highLow'
    const order = [
      hot,
      ...(['highHigh', 'lowHigh', 'highLow', 'lowLow'] as const).filter((quadrant) => quadrant !== hot),
    ] as const
    return {
      keyOf: (row) => quadrantOf(row, lens),
      parts: order.map((quadrant) => part(quadrant, words.map.quadrants[lens][quadrant], quadrant === hot)),
    }
  }
  if (lens === 'rings') {
    const ringOf = ringsIn(map, phase, ringView)
    return {
      keyOf: (row) => String(ringOf(row)),
      parts: [0, 1, 2, 3].map((ring) => part(String(ring), words.terms.ring(ring), ring === 0)),
    }
  }
  if (lens === 'salience') {
    const classes = salienceClasses.filter((salience) => salience !== 'unknown')
    return {
      keyOf: salienceOf,
      parts: classes.map((salience) => part(salience, words.terms.salience[salience], salience === 'dependent')),
    }
  }
  if (lens === 'participation') {
    return {
      keyOf: (row) => row.participationCurrent,
      parts: participationLevels.map((level) => part(level, words.terms.ladder[level])),
    }
  }
  const graph = graphOf(map)
  const degree = degrees(graph)
  const islands = components(graph).filter((island) => island.length > 1)
  const home = new Map(islands.flatMap((island, at) => island.map((id) => [id, `island-${at}`] as const)))
  return {
    keyOf: ({ id }) => (degree[id] === 0 ? 'alone' : (home.get(id) ?? null)),
    parts: [
      part('alone', words.alone, true),
      ...islands.map((_, at) => part(`island-${at}`, islands.length > 1 ? `${words.linked} ${at + 1}` : words.linked)),
    ],
  }
}
