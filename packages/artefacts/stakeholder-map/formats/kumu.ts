import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Locale } from '#i18n/strings.ts'
import type { StakeholderMap } from '../shape.ts'
import {
  lineAttributes,
  lineKinds,
  partyAttributes,
  partyKinds,
  type LineAttribute,
  type PartyAttribute,
} from './attributes.ts'
import { bounds } from './bounds.ts'
import { factsOf } from './facts.ts'
import { attributeNames } from './names.ts'
import { tableOf, type Tables } from './table.ts'
import { joinTags } from './values.ts'
import type { Sheet } from './xlsx.ts'

// The columns that Kumu knows by itself; all others are fields of our own, in the language of the reader.
const elementNames: { readonly [Name in PartyAttribute]?: string } = {
  id: 'ID',
  name: 'Label',
  kind: 'Type',
  description: 'Description',
  tags: 'Tags',
}
const connectionNames: { readonly [Name in LineAttribute]?: string } = {
  id: 'ID',
  from: 'From',
  to: 'To',
  direction: 'Direction',
  label: 'Label',
  type: 'Type',
  tags: 'Tags',
}
const elementOrder: readonly PartyAttribute[] = ['id', 'name', 'kind', 'description', 'tags']
const connectionOrder: readonly LineAttribute[] = ['id', 'from', 'to', 'direction', 'label', 'type', 'tags']
const inOrder = <Name>(first: readonly Name[], all: readonly Name[]): readonly Name[] => [
  ...first,
  ...all.filter((name) => !first.includes(name)),
]
const elements = inOrder(elementOrder, partyAttributes)
const connections = inOrder(connectionOrder, lineAttributes)

/** The sheets that Kumu imports. Elements have an ID, so the ends of connections are IDs. */
export const kumuSheets = (map: StakeholderMap, locale: Locale): readonly Sheet[] => {
  const names = attributeNames[locale]
  const { parties, lines } = factsOf(map, locale)
  // Kumu knows three directions by these words, in whatever language.
  return [
    {
      name: 'Elements',
      table: {
        columns: elements.map((name) => elementNames[name] ?? names.party[name]),
        rows: parties.map(({ said }) => elements.map((name) => said[name])),
      },
    },
    {
      name: 'Connections',
      table: {
        columns: connections.map((name) => connectionNames[name] ?? names.line[name]),
        rows: lines.map(({ row, said }) =>
          connections.map((name) => (name === 'direction' ? row.direction : said[name])),
        ),
      },
    },
  ]
}

/** A map as Kumu's JSON blueprint; what is not known is left out. */
export const kumuJson = (map: StakeholderMap, locale: Locale): string => {
  const names = attributeNames[locale]
  const { parties, lines } = factsOf(map, locale)
  const file = {
    elements: parties.map(({ row, said }) => ({
      id: row.id,
      label: row.name,
      ...(said.kind === '' ? {} : { type: said.kind }),
      ...(row.description === '' ? {} : { description: row.description }),
      tags: row.tags,
      ...Object.fromEntries(
        elements
          .filter((name) => elementNames[name] === undefined && said[name] !== '')
          .map((name) => [names.party[name], partyKinds[name].kind === 'score' ? Number(said[name]) : said[name]]),
      ),
    })),
    connections: lines.map(({ row, said }) => ({
      id: row.id,
      from: row.from,
      to: row.to,
      type: said.type,
      direction: row.direction,
      ...(row.label === '' ? {} : { label: row.label }),
      tags: row.tags,
      ...Object.fromEntries(
        connections
          .filter((name) => connectionNames[name] === undefined && said[name] !== '')
          .map((name) => [names.line[name], lineKinds[name].kind === 'score' ? Number(said[name]) : said[name]]),
      ),
    })),
  }
  return `${JSON.stringify(file, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value), 2)}\n`
}

/** Reads Kumu's JSON: a blueprint, or the backup of a whole project, whose attributes stand in an object of their own. */
export const readKumuJson = (text: string): Result<Tables, 'not-readable' | 'too-large'> => {
  const file = parsed(text)
  if (!isJsonObject(file)) return refuse('not-readable')
  const [elementList, connectionList] = [jsonObjects(file['elements']), jsonObjects(file['connections'])]
  if (elementList.length + connectionList.length === 0) return refuse('not-readable')
  if (elementList.length > bounds.rows || connectionList.length > bounds.rows) return refuse('too-large')
  return ok({ parties: tableOf(elementList.map(fieldsOf)), lines: tableOf(connectionList.map(fieldsOf)) })
}

const parsed = (text: string): Json => {
  try {
    // What JSON holds is JSON; every use of it asks what it is.
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const fieldsOf = (object: JsonObject): ReadonlyMap<string, string> => {
  const { attributes, _id, ...own } = object
  const nested = isJsonObject(attributes) ? attributes : {}
  const fields = { ...(_id === undefined ? {} : { id: _id }), ...nested, ...own }
  return new Map(
    Object.entries(fields).flatMap(([name, raw]) => {
      const words = wordsIn(raw)
      return words === '' || name.length > 200 ? [] : [[name, words.slice(0, bounds.cell)] as const]
    }),
  )
}

const wordsIn = (raw: Json): string => {
  if (typeof raw === 'string') return raw
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw)
  return Array.isArray(raw) ? joinTags(raw.map(wordsIn).filter((word) => word !== '')) : ''
}
