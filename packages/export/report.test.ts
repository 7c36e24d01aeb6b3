import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from '../../tests/support/imported-source.ts'
import { exportersOf, type ExportWish } from './files.ts'
import { snapshotOf } from './projection.ts'
import { reportOutline } from './report.ts'
import type { WorkspaceSource } from './snapshot.ts'

const at = Date.UTC(2026, 10, 24, 9)
const wish: ExportWish = { locale: 'nl', names: false, draft: false, at }
const sourceOf = (file: JsonObject): WorkspaceSource => storedFrom(importedFrom(file)).source
const exporters = exportersOf(someModels)
const formats = ['html', 'docx', 'md', 'json'] as const

/** Everything that a file holds, also inside its parts and its name. */
const textOf = async (format: (typeof formats)[number], source: WorkspaceSource, more: Partial<ExportWish> = {}) => {
  const { bytes, name } = await exporters[format](source, { ...wish, ...more })
  if (format !== 'docx') return `${name}\n${new TextDecoder().decode(bytes)}`
  return [name, ...Object.entries(unzipSync(bytes)).map(([part, content]) => `${part}\n${strFromU8(content)}`)].join(
    '\n',
  )
}

const outlineFrom = (source: WorkspaceSource, more: Partial<ExportWish> = {}) => {
  const asked = { ...wish, ...more }
  return reportOutline(snapshotOf(source, { audience: 'shared', names: asked.names }), asked, someModels)
}

describe('the report of the example', () => {
  const source = sourceOf(exampleFile())
  const report = outlineFrom(source)
  const headings = report.blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []))
  const tableOf = (caption: string) =>
    report.blocks.find((block) => block.type === 'table' && block.caption === caption)

  test('has its sections in their order', () => {
    expect(report).toMatchObject({ title: 'Samen minder alleen in Waterhof', date: '24 november 2026' })
    expect(headings).toEqual([
      'Samenvatting op één pagina',
      'Over deze bijeenkomst',
      'Wie waren er, wie misten we',
      'Het probleem',
      'Hoe weten we dit?',
      'Wie hebben ermee te maken',
      'Wat gaan we proberen',
      'Hoe er is gekozen',
      'Besluiten en acties',
      'Reactie op de uitkomst',
      'Open punten',
      'Verantwoording',
    ])
  })

  test('counts people by group, without those who lead or write down', () => {
    expect(tableOf('Wie er waren: Co-creatiemiddag Waterhof')).toMatchObject({
      rows: [
        ['Bewoners', '7'],
        ['Professionals', '5'],
        ['Beleidsmakers', '4'],
        ['Totaal', '16'],
      ],
    })
  })

  test('counts secret votes in groups of five or more, open ones in groups of three or more', () => {
    expect(tableOf('Welke proef doen we?')).toMatchObject({
      head: ['Keuze', 'Totaal', 'Bewoners (7)', 'Professionals en Beleidsmakers (9)'],
      rows: expect.arrayContaining([
        ['Avondkoffie met vrijwilligers', '4 stippen', '4 stippen', '0 stippen'],
        ['Eén gezamenlijke verantwoording', '4 stippen', '0 stippen', '4 stippen'],
      ]) as unknown,
    })
    expect(tableOf('Beginnen we met Kwartier zonder klok en Een lijntje met de hulp in huis?')).toMatchObject({
      head: ['Keuze', 'Totaal', 'Bewoners (7)', 'Professionals (5)', 'Beleidsmakers (4)'],
    })
  })

  test('calls people by their group and for whom they speak, or by name when names are on', () => {
    const ownersIn = (blocks: typeof report.blocks) =>
      blocks.flatMap((block) =>
        block.type === 'table' && block.caption === 'Acties' ? block.rows.map((row) => row[1]) : [],
      )
    expect(ownersIn(report.blocks)).toContain('Bewoners (namens Buren en straatgenoten)')
    expect(ownersIn(outlineFrom(source, { names: true }).blocks)).toContain('Spreeuw')
  })

  test('can be one page, a draft, and English', () => {
    const page = outlineFrom(source, { level: 'page', draft: true, locale: 'en' })
    expect(page.blocks[0]).toMatchObject({ type: 'note', tone: 'caution' })
    const titles = page.blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []))
    expect(titles).toEqual(['One-page summary', 'Accountability'])
  })
})

test('an empty workspace gives a report too', async () => {
  const source = sourceOf({ format: 'polder-workspace', formatVersion: 1, workspace: { title: 'Leeg' } })
  for (const format of formats) expect(await textOf(format, source)).toContain('Leeg')
})

describe('what may not be told', () => {
  const file = exampleFile()
  const canaries = [
    {
      id: 'ev-intern',
      kind: 'quote',
      text: 'canary-intern',
      reliability: 3,
      consent: { given: 'yes', scope: 'internal' },
    },
    { id: 'ev-nee', kind: 'quote', text: 'canary-nee', reliability: 3, consent: { given: 'no', scope: 'public' } },
    { id: 'ev-stil', kind: 'figure', text: 'canary-stil', reliability: 3 },
  ]
  const people = jsonObjects(file['participants']).map((person, n) => ({ ...person, displayName: `canary-naam-${n}` }))
  const ballots = jsonObjects(file['ballots']).map((ballot, n) =>
    n === 0
      ? { ...ballot, options: [{ id: 'o1', refId: 'ev-intern', text: '' }], votes: { 'p-01': { o1: 'canary-stem' } } }
      : ballot,
  )
  const open = { ...ballots[1], id: 'ba-open', closedAt: null, votes: { 'p-01': { 'fo-105': 'canary-open' } } }
  const input = {
    ...file,
    participants: people,
    evidence: [...jsonObjects(file['evidence']), ...canaries],
    ballots: [...ballots.slice(1), { ...ballots[0], closedAt: null }, open],
    canary: 'canary-rest',
  }
  const source = sourceOf(input)

  test.each(formats)('is in no byte of %s', async (format) => {
    const text = await textOf(format, source)
    expect(text).toContain('Op zondag praat ik alleen tegen de radio')
    expect(text.match(/canary[-\w]*/g) ?? []).toEqual([])
    for (const receipt of source.rows.choice) expect(text).not.toContain(receipt.receipt_hash)
  })

  test.each(formats)('with names on there are names in %s, and still nothing else', async (format) => {
    const found = new Set((await textOf(format, source, { names: true, full: false })).match(/canary-[a-z]+/g))
    expect([...found]).toEqual(['canary-naam'])
  })

  test('words beside a vote name a group only where it stands alone', () => {
    const [first] = jsonObjects(file['ballots'])
    const notes = [
      { perspective: 'policy', text: 'woord' },
      { perspective: 'resident', text: 'ander' },
    ]
    const { ballots: told } = snapshotOf(sourceOf({ ...file, ballots: [{ ...first, notes }] }), {
      audience: 'shared',
      names: false,
    })
    expect(told[0]?.body['notes']).toEqual([
      { perspective: '', text: 'woord' },
      { perspective: 'resident', text: 'ander' },
    ])
  })
})

test('the backup is for who may have it only: with names, or when said so', async () => {
  const source = sourceOf({ ...exampleFile(), extra: 'canary' })
  expect(await textOf('json', source)).not.toContain('canary')
  expect(await textOf('json', source, { full: true })).toContain('canary')
  expect(await textOf('json', source, { names: true })).toContain('canary')
})

test('the same content gives the same bytes', async () => {
  const source = sourceOf(exampleFile())
  for (const format of formats) {
    const [one, two] = [await exporters[format](source, wish), await exporters[format](source, wish)]
    expect({ format, same: Buffer.from(one.bytes).equals(Buffer.from(two.bytes)) }).toEqual({ format, same: true })
    expect(one.name).toBe(`polder-samen-minder-alleen-in-waterhof-2026-11-24.${format}`)
  }
})
