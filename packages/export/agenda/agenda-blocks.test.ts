import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createDirectory } from '#domain/directory.ts'
import { addEvidence, evidenceShape, mayBeReported } from '#domain/evidence.ts'
import { formatDate } from '#i18n/format.ts'
import { writeHtml } from '../html.ts'
import { writeMarkdown } from '../markdown.ts'
import { agendaBlocks, type AgendaTeller } from './agenda-blocks.ts'

const register = openDocument(new Y.Doc(), evidenceShape)
register.change({ perspective: '' }, (draft) => {
  addEvidence(
    draft,
    { text: 'Ik kijk steeds op de klok.', sourceLabel: 'Verzorgende', consent: { given: 'yes', scope: 'report' } },
    { id: 'ev-1' },
  )
  addEvidence(draft, { text: 'Dit mag niemand weten.', consent: { given: 'no', scope: 'internal' } }, { id: 'ev-2' })
})
const entry = (id: string, kind: string, label: string, attributes = {}) => ({
  id,
  kind,
  label,
  document: 'ex-1',
  attributes,
})
const directory = createDirectory([
  entry('ex-1', 'experiment', 'Kwartier zonder klok'),
  entry('sh-insurer', 'stakeholder', 'Zorgverzekeraar'),
  entry('rb-1', 'rule-barrier', 'Vastleggen per <vijf> minuten', {
    kind: 'contract',
    ownerId: 'sh-insurer',
    room: 'experimentClause',
    status: 'requested',
    purpose: 'Leren',
    scope: '40 bewoners',
    deviatesFrom: 'Vastleggen',
    maxDuration: '8 weken',
    validUntil: '2026-06-12',
    evidenceIds: ['ev-1', 'ev-2'],
  }),
])
const teller: AgendaTeller = {
  locale: 'nl',
  directory,
  nameOf: (id) => directory.get(id)?.label ?? '',
  day: (date) => (date === null ? '' : formatDate('nl', date)),
  snapshot: { evidence: { evidence: register.content().evidence.filter(mayBeReported) } },
}
const memo = {
  locale: 'nl',
  title: 'Waterhof',
  subtitle: '',
  date: '24 november 2026',
  words: { report: 'Memo', figure: 'Afbeelding', page: 'Pagina' },
  blocks: agendaBlocks(teller),
} as const

test('the memo names for each institution the rule, the four facts and the sources that may be told', () => {
  const text = writeMarkdown(memo)
  for (const words of [
    'Zorgverzekeraar',
    'Kwartier zonder klok',
    'Contract',
    'Experimenteerbepaling',
    'Gevraagd',
    'Leren',
    '40 bewoners',
    '8 weken',
    '12 juni 2026',
    'Ik kijk steeds op de klok.',
    'Verzorgende',
    'Bronnen die niet gedeeld mogen worden, staan er niet in.',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('niemand weten')
})

test('as a page nothing that people wrote is markup', () => {
  const page = writeHtml(memo)
  expect(page).toContain('Vastleggen per &lt;vijf&gt; minuten')
  expect(page).toContain('<html lang="nl">')
})

test('without rules the memo says so', () => {
  expect(agendaBlocks({ ...teller, directory: createDirectory([]) })).toHaveLength(1)
})
