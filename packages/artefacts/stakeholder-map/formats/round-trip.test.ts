import * as Y from 'yjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDocument } from '#crdt/document.ts'
import { applyImport, prepareImport, revertImport } from '../import-commands.ts'
import { parseImport } from '../import-shape.ts'
import { writeExample } from '../example.ts'
import {
  atTableAnswers,
  confidences,
  directions,
  levels,
  relationStatuses,
  relationTypes,
  sectors,
  shape,
  stakeholderKinds,
  type StakeholderMap,
  type StakeholderMapDraft,
} from '../shape.ts'
import { participationLevels } from '#domain/workspace.ts'
import { writeCsv } from './csv.ts'
import { gephiZip } from './gephi.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { importRowsOf } from './import-rows.ts'
import { kumuJson, kumuSheets } from './kumu.ts'
import { guessMapping } from './mapping.ts'
import { ownTables } from './own.ts'
import { planImport } from './plan.ts'
import { readFiles, type SourceFile } from './read.ts'
import { writeXlsx } from './xlsx.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const runs = Number(process.env['RUNS'] ?? 12)

const open = () => openDocument(new Y.Doc(), shape)
const mapOf = (fill: (draft: StakeholderMapDraft) => void): StakeholderMap => {
  const document = open()
  document.change({ perspective: '' }, fill)
  return document.content()
}

const text = (name: string, ...parts: string[]): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(parts.join('')),
})
const date = '2026-11-25'
const formats: { readonly [name: string]: (map: StakeholderMap) => readonly SourceFile[] } = {
  'kumu-json': (map) => [text('kumu.json', kumuJson(map, 'nl'))],
  'kumu-json in English': (map) => [text('kumu.json', kumuJson(map, 'en'))],
  'kumu-xlsx': (map) => [{ name: 'kumu.xlsx', bytes: writeXlsx(kumuSheets(map, 'nl')) }],
  'gephi-csv': (map) => [{ name: 'gephi.zip', bytes: gephiZip(map) }],
  gexf: (map) => [text('map.gexf', gexf(map, { title: 'Kaart', date, compatible: false }))],
  'gexf for other readers': (map) => [text('map.gexf', gexf(map, { title: 'Kaart', date, compatible: true }))],
  graphml: (map) => [text('map.graphml', graphml(map))],
}
const own: typeof formats = {
  'own csv': (map) => {
    const { parties, lines } = ownTables(map, 'nl')
    return [text('betrokkenen.csv', writeCsv(parties, ';')), text('relaties.csv', writeCsv(lines, ';'))]
  },
  'own xlsx': (map) => {
    const { parties, lines } = ownTables(map, 'nl')
    const sheets = [
      { name: 'Betrokkenen', table: parties },
      { name: 'Relaties', table: lines },
    ]
    return [{ name: 'kaart.xlsx', bytes: writeXlsx(sheets) }]
  },
}

const planned = (files: readonly SourceFile[], beside: StakeholderMap) => {
  const read = readFiles(files)
  if (!read.ok) throw new Error(read.reason)
  return planImport(beside, read.value.tables, guessMapping(read.value.tables), new Map())
}
const into = (files: readonly SourceFile[], document = open()) => {
  const plan = planned(files, document.content())
  const parsed = parseImport(JSON.parse(JSON.stringify(importRowsOf(plan))))
  if (!parsed.ok) throw new Error(parsed.reason)
  const done = document.change({ perspective: '' }, (draft) =>
    applyImport(
      draft,
      prepareImport(parsed.value, () => false),
      100_000,
    ),
  )
  if (!done.ok) throw new Error(done.reason)
  return { plan, trace: done.value, content: document.content() }
}

const without = (row: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !names.includes(field)))
// Evidence belongs to the workspace, and order to the document.
const elsewhere = ['order', 'by', 'evidenceIds']
const plain = ({ stakeholders, relations }: StakeholderMap) => ({
  stakeholders: stakeholders.map((row) => without(row, elsewhere)),
  relations: relations.map((row) => without(row, elsewhere)),
})
/** What our own spreadsheets have columns for. */
const plainOwn = (map: StakeholderMap) => {
  const { stakeholders, relations } = plain(map)
  const unsaid = ['description', 'representedById', 'missingReason', 'confidence']
  return {
    stakeholders: stakeholders.map((row) => without(row, unsaid)),
    relations: relations.map((row) => without(row, ['formal', 'tags'])),
  }
}

const words = (longest: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: longest })
    .map((each) => each.replaceAll(/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u2028-\u202e\u2066-\u2069]/gu, '').trim())
const lines = fc.array(words(40), { maxLength: 3 }).map((each) => each.join('\n').trim())
const risky = fc.constantFrom(
  '=1+1',
  '+31 6',
  '-x',
  '@som',
  "'=a",
  "''-b",
  '-2',
  '007',
  '1,5',
  'a;b',
  'a,b',
  '"q"',
  'ja',
  '<b>&amp;',
)
const name = fc.oneof(words(60), risky).filter((each) => each !== '')
const step = (low: number, high: number) => fc.option(fc.integer({ min: low, max: high }))
const code = <Code extends string>(codes: readonly Code[]) => fc.option(fc.constantFrom(...codes))
const tags = fc
  .uniqueArray(fc.oneof(words(12), fc.constantFrom('zorg', 'a,b')), { maxLength: 3 })
  .map((each) => each.map((tag) => tag.replaceAll('|', '').trim()).filter((tag) => tag !== ''))
  .map((each) => [...new Set(each)])

const party = fc.record({
  name,
  kind: code(stakeholderKinds),
  sector: code(sectors),
  level: code(levels),
  description: lines,
  world: step(1, 5),
  ring: step(0, 3),
  influence: step(1, 5),
  interest: step(1, 5),
  impact: step(1, 5),
  urgency: step(1, 5),
  legitimacy: step(1, 5),
  attitude: step(-2, 2),
  livedExperience: fc.boolean(),
  goals: lines,
  concerns: lines,
  brings: lines,
  participationDesired: code(participationLevels),
  participationCurrent: code(participationLevels),
  atTable: fc.constantFrom(...atTableAnswers),
  missingReason: lines,
  confidence: code(confidences),
  tags,
})
const relation = fc.record({
  type: fc.constantFrom(...relationTypes),
  direction: fc.constantFrom(...directions),
  strength: step(1, 5),
  quality: step(-2, 2),
  status: fc.constantFrom(...relationStatuses),
  formal: fc.boolean(),
  label: words(60),
  tags,
})
const anyMap = fc
  .record({
    parties: fc.uniqueArray(party, { minLength: 2, maxLength: 8, selector: ({ name: each }) => bare(each) }),
    relations: fc.array(fc.tuple(relation, fc.nat(), fc.nat()), { maxLength: 10 }),
    speakers: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  })
  .map(({ parties, relations, speakers }) =>
    mapOf((draft) => {
      const ids = parties.map((init, at) => draft.stakeholders.add(init, { id: `sh-${at}` }))
      for (const [at, other] of speakers) {
        const [one, two] = [ids[at % ids.length], ids[other % ids.length]]
        if (one !== undefined && two !== undefined && one !== two) draft.stakeholders.get(one)?.representedById.set(two)
      }
      for (const [at, [init, from, to]] of relations.entries()) {
        const [one, two] = [ids[from % ids.length], ids[to % ids.length]]
        if (one !== undefined && two !== undefined && one !== two)
          draft.relations.add({ ...init, from: one, to: two }, { id: `rel-${at}` })
      }
    }),
  )
const bare = (each: string) =>
  each
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase() || each

describe(`out and in again (seed ${seed})`, () => {
  test.each(Object.entries(formats))('%s keeps every attribute of any map', (_, write) => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { content, plan } = into(write(map))
        expect(plan.faults).toEqual([])
        expect(plain(content)).toEqual(plain(map))
      }),
      { seed, numRuns: runs },
    )
  })

  test.each(Object.entries(own))('%s keeps what it has columns for', (_, write) => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(plainOwn(into(write(map)).content)).toEqual(plainOwn(map))
      }),
      { seed, numRuns: runs },
    )
  })

  test.each(Object.entries({ ...formats, ...own }))('%s beside the map it came from changes nothing', (_, write) => {
    const map = mapOf(writeExample)
    const plan = planned(write(map), map)
    expect(plan.parties.filter(({ match, changes }) => match === null || changes.length > 0)).toEqual([])
    expect(plan.lines.filter(({ match, changes }) => match === null || changes.length > 0)).toEqual([])
    expect(plan.strangers).toEqual([])
  })

  test('taking it back leaves the map as it was, whatever was in the file', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (before, brought) => {
        const document = open()
        into(formats['graphml']?.(before) ?? [], document)
        const was = plain(document.content())
        const { trace } = into(formats['kumu-json']?.(brought) ?? [], document)
        const stored = JSON.parse(JSON.stringify(trace)) as typeof trace
        const undone = document.change({ perspective: '' }, (draft) => revertImport(draft, stored))
        expect(undone.kept).toBe(0)
        expect(plain(document.content())).toEqual(was)
      }),
      { seed, numRuns: runs },
    )
  })
})
