import { isId } from '#kernel/id.ts'
import { bareName, isAlike, looksLikePerson } from '../names.ts'
import type { Relation, Stakeholder, StakeholderMap } from '../shape.ts'
import { usualDirection } from '../commands.ts'
import {
  lineKinds,
  partyKinds,
  type Attribute,
  type Kind,
  type LineAttribute,
  type PartyAttribute,
} from './attributes.ts'
import type { ColumnUse, Mapping } from './mapping.ts'
import type { Table, Tables } from './table.ts'
import { readValue, type Value } from './values.ts'

/** What somebody decided about a name that could be somebody on the map: that one's id, or `new`, or `skip` for nobody. */
export type Answer = string
export type Answers = ReadonlyMap<string, Answer>

type Said<Name extends string> = Readonly<Partial<Record<Name, Value>>>
export type Change = { readonly attribute: Attribute; readonly before: Value | null; readonly after: Value }

/** A party as a file brings it; `key` names it within the plan. */
export type PlannedParty = {
  readonly key: string
  readonly name: string
  /** The id that the file gave it; it keeps that when it is new. */
  readonly id: string | null
  /** Who on the map it is, or `null` when it is new. */
  readonly match: Stakeholder | null
  /** Whom it looks like without being sure; a person decides. */
  readonly alike: Stakeholder | null
  readonly said: Said<PartyAttribute>
  readonly changes: readonly Change[]
  readonly skipped: boolean
  /** Its name looks like that of a person. */
  readonly person: boolean
}
export type PlannedLine = {
  readonly id: string | null
  readonly match: Relation | null
  /** Keys of parties of the plan, or ids of parties on the map. */
  readonly from: string
  readonly to: string
  readonly said: Said<LineAttribute>
  readonly changes: readonly Change[]
}
/** A cell that could not be read; it changes nothing. `row` counts from 1 under the line of names. */
export type Fault = {
  readonly table: 'parties' | 'lines'
  readonly row: number
  readonly column: string
  readonly words: string
  readonly reason: 'unknown-word' | 'out-of-range' | 'no-name' | 'no-end' | 'same-ends' | 'unknown-end'
}

/** What an import would do, before it does it. */
export type ImportPlan = {
  readonly parties: readonly PlannedParty[]
  readonly lines: readonly PlannedLine[]
  /** Names at the ends of lines that are nowhere in the file and not on the map. */
  readonly strangers: readonly string[]
  readonly faults: readonly Fault[]
  /** How many figures lay between two steps. */
  readonly rounded: number
}

/** The key of an answer about a name. */
export const answerKey = (name: string): string => bareName(name) || name

/** Lays what a file says beside the map: who is new, who changes, and what nobody can read. Estimates are never touched. */
export const planImport = (map: StakeholderMap, tables: Tables, mapping: Mapping, answers: Answers): ImportPlan => {
  const faults: Fault[] = []
  const counted = { rounded: 0 }
  const finder = finderOf(map)
  const read = <Name extends Attribute>(
    table: 'parties' | 'lines',
    kinds: { readonly [Each in Name]: Kind },
    uses: readonly ColumnUse<Name>[],
  ) => rowsOf(tables[table], uses, kinds, (fault) => faults.push({ table, ...fault }), counted)

  const byKey = new Map<string, PlannedParty>()
  const plan = (key: string, name: string, id: string | null, said: Said<PartyAttribute>): PlannedParty => {
    const party = planParty({ finder, answers }, key, name, id, said)
    byKey.set(key, party)
    return party
  }
  const keyOfId = new Map<string, string>()
  const keyOfName = new Map<string, string>()
  for (const { row, said } of read('parties', partyKinds, mapping.parties)) {
    const id = wordsOf(said['id'])
    const name = wordsOf(said['name']).trim().slice(0, longestName) || id
    if (name === '') {
      faults.push({ table: 'parties', row, column: '', words: '', reason: 'no-name' })
      continue
    }
    const known = id === '' ? keyOfName.get(answerKey(name)) : keyOfId.get(id)
    // Two rows about one party are one party: what the later one says counts.
    const key = known ?? `row-${row}`
    const before = byKey.get(key)?.said ?? {}
    plan(key, name, id === '' ? null : id, { ...before, ...said, name })
    if (id !== '') keyOfId.set(id, key)
    if (!keyOfName.has(answerKey(name))) keyOfName.set(answerKey(name), key)
  }
  for (const party of byKey.values()) resolveSpeaker(party, byKey, keyOfId, keyOfName, finder)

  const strangers = new Map<string, string>()
  const endOf = (words: string): string | null => {
    const key = keyOfId.get(words) ?? keyOfName.get(answerKey(words))
    if (key !== undefined) return byKey.get(key)?.skipped === true ? null : key
    const found = finder.byId(words) ?? finder.byName(words)
    if (found) return found.id
    const bare = answerKey(words)
    if (!strangers.has(bare)) strangers.set(bare, words)
    const answer = answers.get(bare) ?? 'new'
    if (answer === 'skip') return null
    if (answer !== 'new') return answer
    const made = `name-${bare}`
    if (!byKey.has(made))
      plan(made, words.trim().slice(0, longestName), null, { name: words.trim().slice(0, longestName) })
    return made
  }

  const lines: PlannedLine[] = []
  for (const { row, said } of read('lines', lineKinds, mapping.lines)) {
    const [fromWords, toWords] = [wordsOf(said['from']), wordsOf(said['to'])]
    const fault = (reason: Fault['reason'], words: string) =>
      faults.push({ table: 'lines', row, column: '', words, reason })
    if (fromWords === '' || toWords === '') {
      fault('no-end', fromWords || toWords)
      continue
    }
    const [from, to] = [endOf(fromWords), endOf(toWords)]
    if (from === null || to === null) fault('unknown-end', from === null ? fromWords : toWords)
    else if (idOrKey(byKey, from) === idOrKey(byKey, to)) fault('same-ends', fromWords)
    else lines.push(planLine(finder, byKey, { from, to, said }))
  }
  return { parties: [...byKey.values()], lines, strangers: [...strangers.values()], faults, rounded: counted.rounded }
}

// The plain numbers of other programs name nothing outside their file.
const isOwnId = (id: string): boolean => isId(id) && /^[a-z]+-/.test(id)

const longestName = 120
const wordsOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

type Finder = {
  readonly byId: (id: string) => Stakeholder | undefined
  readonly byName: (name: string) => Stakeholder | undefined
  /** Somebody whose name looks the same. */
  readonly alike: (name: string) => Stakeholder | null
  readonly line: (id: string) => Relation | undefined
  readonly between: (from: string, to: string, type: string) => Relation | undefined
}

const finderOf = (map: StakeholderMap): Finder => {
  const ids = new Map<string, Stakeholder>(map.stakeholders.map((row) => [row.id, row]))
  const names = new Map(map.stakeholders.toReversed().map((row) => [bareName(row.name), row]))
  const bared = map.stakeholders.map((row) => [bareName(row.name), row] as const)
  const lines = new Map<string, Relation>(map.relations.map((row) => [row.id, row]))
  const ends = new Map(map.relations.toReversed().map((row) => [`${row.from}|${row.to}|${row.type}`, row]))
  return {
    byId: (id) => ids.get(id),
    byName: (name) => names.get(bareName(name)),
    alike: (name) => {
      const bare = bareName(name)
      return bared.find(([theirs]) => Math.abs(theirs.length - bare.length) < 2 && isAlike(bare, theirs))?.[1] ?? null
    },
    line: (id) => lines.get(id),
    between: (from, to, type) => ends.get(`${from}|${to}|${type}`),
  }
}

type Ground = { readonly finder: Finder; readonly answers: Answers }

const planParty = (
  { finder, answers }: Ground,
  key: string,
  name: string,
  id: string | null,
  said: Said<PartyAttribute>,
): PlannedParty => {
  const answer = answers.get(answerKey(name))
  const sure = (id === null ? undefined : finder.byId(id)) ?? finder.byName(name)
  const alike = sure ? null : finder.alike(name)
  const chosen = answer === undefined || answer === 'new' || answer === 'skip' ? undefined : finder.byId(answer)
  const match = chosen ?? sure ?? null
  return {
    key,
    name,
    id: id !== null && isOwnId(id) && !finder.byId(id) ? id : null,
    match,
    alike,
    said,
    changes: match ? changesOf(match, said, chosen ? ['id', 'name'] : ['id']) : [],
    skipped: answer === 'skip',
    person: !match && looksLikePerson(name),
  }
}

// Who speaks for a party stands in a file as an id or a name, and in the plan as a key or an id of the map.
const resolveSpeaker = (
  party: PlannedParty,
  parties: Map<string, PlannedParty>,
  ids: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  finder: Finder,
): void => {
  const words = wordsOf(party.said.representedById)
  if (words === '') return
  const key = ids.get(words) ?? names.get(answerKey(words))
  const target =
    (key === undefined ? undefined : (parties.get(key)?.match?.id ?? key)) ??
    (finder.byId(words) ?? finder.byName(words))?.id
  const { representedById: _, ...rest } = party.said
  const said = target === undefined || target === party.key ? rest : { ...rest, representedById: target }
  const changes = party.match ? changesOf(party.match, said, ['id']) : []
  parties.set(party.key, { ...party, said, changes })
}

const idOrKey = (parties: ReadonlyMap<string, PlannedParty>, end: string): string => parties.get(end)?.match?.id ?? end

const planLine = (
  finder: Finder,
  parties: ReadonlyMap<string, PlannedParty>,
  { from, to, said }: { readonly from: string; readonly to: string; readonly said: Said<LineAttribute> },
): PlannedLine => {
  const id = wordsOf(said['id'])
  const type = wordsOf(said['type']) || 'cooperation'
  const [start, end] = [idOrKey(parties, from), idOrKey(parties, to)]
  const known = id === '' ? undefined : finder.line(id)
  const match =
    (known?.from === start && known.to === end ? known : undefined) ?? finder.between(start, end, type) ?? null
  const direction = said['direction'] ?? usualDirection[type as Relation['type']]
  const whole = match ? said : { type, ...said, direction }
  return {
    id: isOwnId(id) && !finder.line(id) ? id : null,
    match,
    from: start,
    to: end,
    said: whole,
    changes: match ? changesOf(match, said, ['id', 'from', 'to']) : [],
  }
}

const changesOf = (
  row: Stakeholder | Relation,
  said: Said<Attribute>,
  without: readonly Attribute[],
): readonly Change[] => {
  const now: { readonly [name: string]: Value | null | undefined } = { ...row }
  // The keys of what was said are attributes.
  return (Object.entries(said) as [Attribute, Value][]).flatMap(([attribute, after]) => {
    const before = now[attribute] ?? null
    return without.includes(attribute) || JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ attribute, before, after }]
  })
}

type Read<Name extends string> = { readonly row: number; readonly said: Said<Name> }

const rowsOf = <Name extends Attribute>(
  table: Table,
  uses: readonly ColumnUse<Name>[],
  kinds: { readonly [Each in Name]: Kind },
  onFault: (fault: Omit<Fault, 'table'>) => void,
  counted: { rounded: number },
): readonly Read<Name>[] =>
  table.rows.map((cells, at) => {
    const said: Partial<Record<Name, Value>> = {}
    for (const [column, { attribute, scaling }] of uses.entries()) {
      const words = cells[column] ?? ''
      if (attribute === null || words.trim() === '') continue
      const read = readValue(attribute, kinds[attribute], words, scaling)
      if (!read.ok)
        onFault({ row: at + 1, column: table.columns[column] ?? '', words: words.slice(0, 80), reason: read.reason })
      else {
        said[attribute] = read.value
        if (read.rounded) counted.rounded += 1
      }
    }
    return { row: at + 1, said }
  })
