import { describe, expect, test } from 'vitest'
import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exportersOf, type ExportWish } from '#export/files.ts'
import type { WorkspaceSource } from '#export/snapshot.ts'
import { exportFormats, type ExportFormat } from '#protocol/http-schemas.ts'
import { exportedText } from './support/exported-text.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from './support/imported-source.ts'

const at = Date.UTC(2026, 10, 24, 9)
const wish: ExportWish = { locale: 'nl', names: false, draft: false, at }
const sourceOf = (file: JsonObject): WorkspaceSource => storedFrom(importedFrom(file)).source
const exporters = exportersOf(someModels)
const formats = exportFormats
/** Formats of the whole workspace; the others are of one map. */
const whole = ['html', 'odt', 'docx', 'pdf', 'md', 'xlsx', 'ods', 'csv', 'json'] as const
const reports = ['html', 'odt', 'docx', 'pdf', 'md'] as const

const textOf = async (format: ExportFormat, source: WorkspaceSource, more: Partial<ExportWish> = {}) => {
  const file = await exporters[format](source, { ...wish, ...more })
  return file ? exportedText(file.name, file.bytes) : ''
}

// Word, PDF and pictures of a whole report take a while on a busy machine.
const timeout = 60_000

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

  test.each(formats)('is in no byte of %s', { timeout }, async (format) => {
    for (const more of [{ level: 'complete', panel: true }, { kind: 'letter' }, { level: 'page' }] as const) {
      const text = await textOf(format, source, more)
      expect(text.match(/canary[-\w]*/g) ?? []).toEqual([])
      for (const receipt of source.rows.choice) expect(text).not.toContain(receipt.receipt_hash)
    }
    if (whole.some((each) => each === format))
      expect(await textOf(format, source)).toMatch(/Op\s+zondag\s+praat\s+ik\s+alleen\s+tegen\s+de\s+radio/)
  })

  // The names of people stand where somebody does something; in tables of raw facts too.
  test.each(whole)('with names on there are names in %s, and still nothing else', { timeout }, async (format) => {
    const text = await textOf(format, source, { names: true, full: false, level: 'complete' })
    // A PDF may break a word at a hyphen.
    const found = new Set(text.replaceAll(/canary\s+/g, 'canary-').match(/canary-[a-z]+/g))
    expect([...found]).toEqual(['canary-naam'])
  })
})

test('an empty workspace gives a file of every format too', { timeout }, async () => {
  const source = sourceOf({ format: 'polder-workspace', formatVersion: 1, workspace: { title: 'Leeg' } })
  for (const format of reports) expect(await textOf(format, source)).toContain('Leeg')
  for (const format of whole) expect((await exporters[format](source, wish)).bytes.length).toBeGreaterThan(100)
})

test('the backup is for who may have it only: with names, or when said so', async () => {
  const source = sourceOf({ ...exampleFile(), extra: 'canary' })
  expect(await textOf('json', source)).not.toContain('canary')
  expect(await textOf('json', source, { full: true })).toContain('canary')
  expect(await textOf('json', source, { names: true })).toContain('canary')
})

test('the same content gives the same bytes', { timeout }, async () => {
  const source = sourceOf(exampleFile())
  for (const format of whole) {
    const [one, two] = [await exporters[format](source, wish), await exporters[format](source, wish)]
    expect({ format, same: Buffer.from(one.bytes).equals(Buffer.from(two.bytes)) }).toEqual({ format, same: true })
    expect(one.name).toBe(`polder-samen-minder-alleen-in-waterhof-2026-11-24.${format === 'csv' ? 'csv.zip' : format}`)
  }
})
