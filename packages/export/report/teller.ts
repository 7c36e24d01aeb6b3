import { createDirectory, type Directory } from '#domain/directory.ts'
import { paragraph, type Block } from '#domain/outline.ts'
import type { Marker } from '#domain/perspective.ts'
import type { PeopleGroup } from '#domain/small-groups.ts'
import { formatDate, formatList } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'
import type { WorkspaceSnapshot } from '../snapshot.ts'
import { moreStrings } from './more-strings.ts'
import { reportStrings } from './strings.ts'

export type ReportWords = (typeof reportStrings)['nl'] & (typeof moreStrings)['nl']

/** What every section of a report needs: the snapshot, its words, and how people and things are called here. */
export type Teller = {
  readonly snapshot: WorkspaceSnapshot
  readonly locale: Locale
  readonly words: ReportWords
  readonly directory: Directory
  /** A person is a name, or else the group and for whom they speak; what is gone has no name. */
  readonly nameOf: (id: string) => string
  /** The groups that are counted together: `Professionals en Beleidsmakers`. */
  readonly groupName: (perspectives: readonly string[]) => string
  /** The markers of those groups. */
  readonly markersOf: (perspectives: readonly string[]) => readonly Marker[]
  readonly day: (date: string | null) => string
}

export const tellerOf = (snapshot: WorkspaceSnapshot, locale: Locale): Teller => {
  const words: ReportWords = { ...reportStrings[locale], ...moreStrings[locale] }
  const directory = createDirectory(snapshot.directory)
  const titles = new Map(snapshot.perspectives.map(({ id, title }) => [id, title]))
  const groupName = (perspectives: readonly string[]) =>
    formatList(
      locale,
      perspectives.map((id) => titles.get(id) ?? words.unknown),
    )
  const slots = new Map(snapshot.perspectives.map(({ id, marker }) => [id, marker]))
  const markersOf = (perspectives: readonly string[]) => perspectives.flatMap((id) => slots.get(id) ?? [])
  const people = new Map<string, WorkspaceSnapshot['people'][number]>(
    snapshot.people.map((person) => [person.id, person]),
  )
  const nameOf = (id: string): string => {
    const person = people.get(id)
    if (!person) return directory.get(id)?.label ?? ''
    if (person.name !== null) return person.name
    const group = titles.get(person.perspective) ?? words.person
    const stakeholder = person.stakeholderId === null ? undefined : directory.get(person.stakeholderId)?.label
    return stakeholder === undefined ? group : words.speaksFor(group, stakeholder)
  }
  const day = (date: string | null) => (date === null ? words.nothing : formatDate(locale, date))
  return { snapshot, locale, words, directory, nameOf, groupName, markersOf, day }
}

/** Labels with what is said about them; what nobody said is left out. */
export const factsOf = (facts: readonly (readonly [string, string])[]): Block[] => {
  const rows = facts.flatMap(([label, text]) => (text.trim() === '' ? [] : [{ label, runs: [{ text }] }]))
  return rows.length === 0 ? [] : [{ type: 'facts', rows }]
}

export const listOf = (sentences: readonly string[]): Block[] =>
  sentences.length === 0
    ? []
    : [{ type: 'list', ordered: false, items: sentences.map((text) => ({ runs: [{ text }] })) }]

/** People by group as a table with a total, and why some groups stand together. */
export const peopleTable = ({ words, groupName }: Teller, caption: string, groups: readonly PeopleGroup[]): Block[] => {
  if (groups.length === 0) return []
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const rows = groups.map(({ perspectives, count }) => [groupName(perspectives), String(count)])
  const merged = groups.some(({ perspectives }) => perspectives.length > 1)
  return [
    { type: 'table', caption, head: [words.group, words.count], rows: [...rows, [words.total, String(total)]] },
    ...(merged ? [paragraph(words.merged)] : []),
  ]
}

/** Names of stakeholders who are hit hard and were not at the table, hardest first. */
export const missingNames = ({ directory }: Teller): readonly string[] =>
  directory
    .ofKind('stakeholder')
    .flatMap(({ label, attributes: { impact, atTable } }) =>
      typeof impact === 'number' && impact >= 4 && (atTable === 'no' || atTable === 'unknown')
        ? [{ label, impact }]
        : [],
    )
    .toSorted((a, b) => b.impact - a.impact)
    .map(({ label }) => label)
