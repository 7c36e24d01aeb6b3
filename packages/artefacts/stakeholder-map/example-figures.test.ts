import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { isJsonObject } from '#crdt/json.ts'
import type { CheckContext } from '#domain/check.ts'
import { createDirectory } from '#domain/directory.ts'
import { addStakeholder, characterise, rate, relate, renameStakeholder } from './commands.ts'
import { stakeholderMap } from './model.ts'
import { shape, type StakeholderMapDraft } from './shape.ts'

const raw: unknown = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
)
const source = isJsonObject(raw) ? raw : {}
const fill = stakeholderMap.file.read(source, { locale: 'nl', perspectiveOf: () => '' }).documents[0]?.fill
const openExample = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => fill?.(draft))
  return document
}
const map = openExample().content()
const rule = { id: 'ru-1', kind: 'rule', label: 'Regel', document: 'pr-1', attributes: { ownerId: 'sh-toezicht' } }
const home = stakeholderMap.summary(map).map((entry) => ({ ...entry, document: 'map-1' }))
const context: CheckContext = {
  documentId: 'map-1',
  directory: createDirectory([rule, ...home]),
  evidence: { evidence: [] },
  decisions: [],
  explained: [],
  ballots: [],
  today: '2026-06-11',
}
const insights = stakeholderMap.insights?.(map, context) ?? {}
const network = isJsonObject(insights['network']) ? insights['network'] : {}
const hitsOf = (checkId: string, content = map, given = context) =>
  stakeholderMap.checks
    ?.hits(content, given)
    .filter((hit) => hit.checkId === checkId)
    .map(({ targetId }) => targetId)

test('the example has two islands, of which one is the group that is missing', () => {
  expect(network['isolates']).toEqual(['sh-ouderen-taal'])
  expect(network['components']).toHaveLength(2)
  expect(network['components']).toContainEqual(['sh-ouderen-taal'])
})

test('contacts, ways and cut points of the example', () => {
  const degree = isJsonObject(network['degree']) ? network['degree'] : {}
  // Counted by hand from the lines of the file.
  expect(degree['sh-ouderen']).toBe(9)
  expect(degree['sh-gem-wmo']).toBe(6)
  expect(degree['sh-raad']).toBe(1)
  // Whoever hangs on one party alone makes that party a cut point.
  expect(network['articulationPoints']).toEqual(
    expect.arrayContaining(['sh-ouderen', 'sh-wijkteam', 'sh-thuiszorg-mt', 'sh-gem-wmo', 'sh-wethouder']),
  )
  expect(network['articulationPoints']).not.toContain('sh-raad')
})

test('quarters and weight by the values of the file', () => {
  expect(insights['quadrants']).toMatchObject({
    'sh-ouderen': { influence: 'highLow', interest: 'highLow' },
    'sh-gem-wmo': { influence: 'lowHigh', interest: 'highHigh' },
    'sh-raad': { influence: 'lowHigh', interest: 'lowHigh' },
  })
  expect(insights['salience']).toMatchObject({
    'sh-ouderen': 'dependent',
    'sh-gem-wmo': 'dominant',
    'sh-raad': 'dominant',
    'sh-buren': 'discretionary',
    'sh-buurtwinkel': 'unknown',
  })
})

test('who is hit hard and is not there', () => {
  expect(insights['representation']).toMatchObject({
    affected: [
      'sh-ouderen',
      'sh-ouderen-thuis',
      'sh-ouderen-taal',
      'sh-mantelzorgers',
      'sh-thuiszorgteam',
      'sh-huishoudhulp',
    ],
    missing: ['sh-ouderen-taal'],
    absentRuleOwners: ['sh-toezicht'],
  })
})

test('the checks of the example', () => {
  expect(hitsOf('S01')).toEqual(['sh-ouderen-taal'])
  expect(hitsOf('S02')).toEqual(['sh-ouderen-thuis', 'sh-buurthuis', 'sh-wethouder'])
  expect(hitsOf('S03')).toEqual([])
  expect(hitsOf('S04')).toEqual(['sh-ouderen-taal'])
  expect(hitsOf('S05')).toEqual([])
  expect(hitsOf('S06')).toEqual(['sh-huisarts', 'sh-toezicht'])
  expect(hitsOf('S07')).toEqual(['sh-toezicht'])
  expect(hitsOf('S08')).toEqual([])
  expect(hitsOf('S09')).toEqual([])
  expect(hitsOf('S10')).toEqual([])
  expect(hitsOf('S12')).toEqual([
    'sh-ouderen',
    'sh-ouderen-thuis',
    'sh-ouderen-taal',
    'sh-mantelzorgers',
    'sh-buren',
    'sh-vrijwilligers',
    'sh-buurtwinkel',
    'sh-buurthuis',
    'sh-thuiszorgteam',
    'sh-huishoudhulp',
    'sh-huisarts',
    'sh-woning',
    'sh-gem-uitvoering',
    'sh-verzekeraar',
    'sh-toezicht',
    'sh-software',
  ])
})

const changed = (change: (draft: StakeholderMapDraft) => void) => {
  const document = openExample()
  document.change({ perspective: '' }, change)
  return document.content()
}

test('a check is raised by what it names, and no longer without it', () => {
  const seatless = changed((draft) => {
    for (const id of ['sh-ouderen', 'sh-mantelzorgers', 'sh-buren']) characterise(draft, id, 'atTable', 'no')
  })
  expect(hitsOf('S03', seatless)).toEqual(['map-1'])
  const named = changed((draft) => {
    renameStakeholder(draft, 'sh-buren', 'Mevrouw Jansen')
    addStakeholder(draft, { name: 'de mantelzorger' }, { id: 'sh-zz' })
  })
  expect(hitsOf('S10', named)).toEqual(['sh-buren'])
  expect(hitsOf('S09', named)).toEqual(['sh-zz'])
  const tied = changed((draft) => void relate(draft, { from: 'sh-ouderen-taal', to: 'sh-buren', type: 'care' }))
  expect(hitsOf('S04', tied)).toEqual([])
  const unpaid = changed((draft) => {
    for (const row of draft.relations.all()) if (row.type.get() === 'money') row.status.set('broken')
    characterise(draft, 'sh-verzekeraar', 'sector', 'care')
  })
  expect(hitsOf('S08', unpaid)).toEqual(['map-1'])
  const certain = changed((draft) => void rate(draft, 'sh-toezicht', 'influence', 3))
  expect(hitsOf('S06', certain)).toEqual(['sh-huisarts'])
})

test('estimates are apart from two steps, and only of three people or more', () => {
  const fact = { stakeholder: 'sh-ouderen', attribute: 'influence', n: 5, min: 1, max: 3 }
  const given = (more: Partial<typeof fact>) => hitsOf('S05', map, { ...context, estimates: [{ ...fact, ...more }] })
  expect(given({})).toEqual(['sh-ouderen'])
  expect(given({ max: 2 })).toEqual([])
  expect(given({ n: 2 })).toEqual([])
})

test('every check has its question in both languages, and an empty map raises none', () => {
  const { checks } = stakeholderMap
  const ids = Object.keys(checks?.words ?? {})
  expect(ids.toSorted()).toEqual(Array.from({ length: 12 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`))
  for (const { nl, en } of Object.values(checks?.words ?? {})) for (const text of [nl, en]) expect(text).toMatch(/\?/)
  expect(checks?.hits(openDocument(new Y.Doc(), shape).content(), context)).toEqual([])
})
