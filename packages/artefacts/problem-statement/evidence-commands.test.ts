import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { describeEvidence, recordEvidence } from './evidence-commands.ts'

const opened = () => {
  const document = openDocument(new Y.Doc(), evidenceShape)
  const change = <Answer>(command: Parameters<typeof document.change<Answer>>[1]) =>
    document.change({ perspective: 'resident' }, command)
  const consent = { given: 'no', scope: 'internal' } as const
  const made = change((register) =>
    recordEvidence(register, {
      text: ' Ik ken haar sleutel. ',
      kind: 'quote',
      sourceKind: 'resident',
      sourceLabel: 'Hulp',
      consent,
    }),
  )
  if (!made.ok) throw new Error(made.reason)
  return { id: made.value, change, row: () => document.content().evidence[0] }
}

test('what a resident says is of daily life until somebody says otherwise, and every field can be described', () => {
  const { id, change, row } = opened()
  expect(row()).toMatchObject({ world: 'lived', sensitive: false })
  const said = {
    world: 'both',
    reliability: 2,
    sensitive: true,
    stakeholderId: 'sh-help',
    collectedAt: '2026-03-12',
    method: 'homeVisit',
    url: 'https://voorbeeld.nl',
    sourceLabel: 'Hulp in huis',
    sourceKind: 'professional',
    kind: 'experience',
    consent: { given: 'yes', scope: 'report' },
  } as const
  expect(change((register) => describeEvidence(register, id, said))).toEqual({ ok: true, value: undefined })
  expect(row()).toMatchObject(said)
  change((register) => describeEvidence(register, id, { world: null, url: null }))
  expect(row()).toMatchObject({ world: null, url: null, reliability: 2 })
})

test('what is no address, no words or not there is refused and changes nothing', () => {
  const { id, change, row } = opened()
  const before = row()
  for (const url of ['voorbeeld', 'javascript:alert(1)']) {
    expect(change((register) => describeEvidence(register, id, { url, sensitive: true }))).toMatchObject({
      ok: false,
      reason: 'no-address',
    })
  }
  expect(row()).toBe(before)
  expect(change((register) => describeEvidence(register, 'ev-gone', { kind: 'quote' }))).toMatchObject({
    reason: 'unknown-item',
  })
})
