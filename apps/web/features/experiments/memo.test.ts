import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { addEvidence, evidenceShape } from '#domain/evidence.ts'
import { writeHtml } from '#export/html.ts'
import { writeMarkdown } from '#export/markdown.ts'
import type { AgendaOfOwner } from './agenda.ts'
import { memoOf } from './memo.ts'

const register = openDocument(new Y.Doc(), evidenceShape)
register.change({ perspective: '' }, (draft) => {
  addEvidence(
    draft,
    { text: 'Ik kijk steeds op de klok.', sourceLabel: 'Verzorgende', consent: { given: 'yes', scope: 'report' } },
    { id: 'ev-1' },
  )
  addEvidence(draft, { text: 'Dit mag niemand weten.', consent: { given: 'no', scope: 'internal' } }, { id: 'ev-2' })
})
const ask = {
  planId: 'ex-1',
  itemId: 'rb-1',
  room: 'experimentClause',
  status: 'requested',
  purpose: 'Leren',
  scope: '40 bewoners',
  deviatesFrom: 'Vastleggen',
  maxDuration: '8 weken',
  validUntil: '2026-06-12',
}
const agenda: readonly AgendaOfOwner[] = [
  {
    ownerId: 'sh-insurer',
    points: [
      {
        rule: 'Vastleggen per <vijf> minuten',
        kind: 'contract',
        ownerId: 'sh-insurer',
        asks: [ask],
        evidenceIds: ['ev-1', 'ev-2'],
      },
    ],
  },
]
const wish = {
  locale: 'nl',
  title: 'Waterhof',
  evidence: register.content().evidence,
  nameOf: (id: string) => `[${id}]`,
  today: '2026-11-24',
} as const

test('the memo names for each institution the rule, the four facts and the sources that may be told', () => {
  const text = writeMarkdown(memoOf(agenda, wish))
  for (const words of [
    'Experimenteerbepaling',
    'Gevraagd',
    'Leren',
    '40 bewoners',
    '8 weken',
    '12 juni 2026',
    'Ik kijk steeds op de klok.',
    'Verzorgende',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).toContain('1 bron blijft in deze werkruimte.')
  expect(text).not.toContain('niemand weten')
})

test('as a page nothing that people wrote is markup', () => {
  const page = writeHtml(memoOf(agenda, wish))
  expect(page).toContain('Vastleggen per &lt;vijf&gt; minuten')
  expect(page).toContain('<html lang="nl">')
})
