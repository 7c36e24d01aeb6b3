import type { Locale } from '#i18n/strings.ts'
import type { Relation, Stakeholder, StakeholderMap } from '../shape.ts'
import {
  lineAttributes,
  lineKinds,
  partyAttributes,
  partyKinds,
  type LineAttribute,
  type PartyAttribute,
} from './attributes.ts'
import { writeValue } from './values.ts'

type Said<Name extends string> = { readonly [Each in Name]: string }
/** What a map says about its parties and lines, each attribute in the words of a file. */
export type Facts = {
  readonly parties: readonly { readonly row: Stakeholder; readonly said: Said<PartyAttribute> }[]
  readonly lines: readonly {
    readonly row: Relation & { from: string; to: string }
    readonly said: Said<LineAttribute>
  }[]
}

/** The facts of a map; a line of which an end was removed is left out. `words` is the language for people, `null` for programs. */
export const factsOf = (map: StakeholderMap, words: Locale | null): Facts => {
  const known = new Set<string>(map.stakeholders.map(({ id }) => id))
  return {
    parties: map.stakeholders.map((row) => ({ row, said: partySaid(row, words, known) })),
    lines: map.relations.flatMap((row) => {
      const { from, to } = row
      if (from === null || to === null || !known.has(from) || !known.has(to)) return []
      return [{ row: { ...row, from, to }, said: lineSaid(row, words) }]
    }),
  }
}

const partySaid = (row: Stakeholder, words: Locale | null, known: ReadonlySet<string>): Said<PartyAttribute> => {
  const said = (name: PartyAttribute) =>
    name === 'representedById' && !known.has(row.representedById ?? '')
      ? ''
      : writeValue(name, partyKinds[name], row[name], words)
  // Every attribute gets its words.
  return Object.fromEntries(partyAttributes.map((name) => [name, said(name)])) as Said<PartyAttribute>
}

const lineSaid = (row: Relation, words: Locale | null): Said<LineAttribute> =>
  // As above.
  Object.fromEntries(
    lineAttributes.map((name) => [name, writeValue(name, lineKinds[name], row[name], words)]),
  ) as Said<LineAttribute>
