import { isMarkRule, valueOf, type MarkRule } from './marks.ts'
import { relationTypes, type RelationType, type Stakeholder, type StakeholderId, type StakeholderMap } from './shape.ts'
import { soundRelations } from './queries.ts'

/** What is looked at; the rest is dimmed. `missing` are voices that miss, `types` the kinds of line, empty is all. */
export type MapFilter = {
  readonly missing: boolean
  readonly rule: MarkRule | null
  readonly value: string
  readonly types: readonly RelationType[]
  readonly focusId: StakeholderId | null
  /** How many steps from the focus. */
  readonly reach: 1 | 2 | 3
}

export const noFilter: MapFilter = { missing: false, rule: null, value: '', types: [], focusId: null, reach: 1 }

export const isFiltering = ({ missing, rule, types, focusId }: MapFilter): boolean =>
  missing || rule !== null || types.length > 0 || focusId !== null

/** The parties that a filter keeps in the light, or `null` for everybody. */
export const litBy = (
  map: StakeholderMap,
  filter: MapFilter,
  isMissing: (row: Stakeholder) => boolean,
): ReadonlySet<string> | null => {
  const { missing, rule, value, focusId, reach } = filter
  if (!missing && rule === null && focusId === null) return null
  const near = focusId === null ? null : within(map, focusId, reach, filter.types)
  return new Set(
    map.stakeholders
      .filter((row) => (!missing || isMissing(row)) && (rule === null || (valueOf(row, rule) ?? '') === value))
      .map(({ id }) => String(id))
      .filter((id) => near === null || near.has(id)),
  )
}

/** A party and who can be reached from it over so many lines, whichever way they run. */
export const within = (
  map: StakeholderMap,
  from: string,
  steps: number,
  types: readonly RelationType[] = [],
): ReadonlySet<string> => {
  const beside = new Map<string, string[]>()
  for (const { from: one, to: other, type } of soundRelations(map)) {
    if (one === null || other === null || (types.length > 0 && !types.includes(type))) continue
    beside.set(one, [...(beside.get(one) ?? []), other])
    beside.set(other, [...(beside.get(other) ?? []), one])
  }
  const found = new Set([from])
  let edge = [from]
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((id) => beside.get(id) ?? []).filter((id) => !found.has(id) && found.add(id))
  }
  return found
}

/** A filter as one line of a saved view, and back; the focus has fields of its own there. */
export const filterToLine = ({ missing, rule, value, types }: MapFilter): string => {
  const parts = new URLSearchParams()
  if (missing) parts.set('missing', '1')
  if (rule !== null) parts.set(rule, value)
  if (types.length > 0) parts.set('lines', types.join(' '))
  return parts.toString()
}

export const filterFromLine = (line: string): MapFilter => {
  const parts = new URLSearchParams(line)
  const rule = [...parts.keys()].find(isMarkRule) ?? null
  const types = (parts.get('lines') ?? '').split(' ')
  return {
    ...noFilter,
    missing: parts.get('missing') === '1',
    rule,
    value: rule === null ? '' : (parts.get(rule) ?? ''),
    types: relationTypes.filter((type) => types.includes(type)),
  }
}
