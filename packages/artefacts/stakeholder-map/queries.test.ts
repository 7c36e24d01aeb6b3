import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createDirectory } from '#domain/directory.ts'
import { addStakeholder, removeStakeholder } from './commands.ts'
import { writeExample } from './example.ts'
import { stakeholderMap } from './model.ts'
import { looksLikePerson, nearDuplicates } from './names.ts'
import { packed, quadrantOf } from './lenses.ts'
import { missingVoices, relationsOf, wantedRelations } from './queries.ts'
import { shape } from './shape.ts'

const author = { perspective: 'resident' }
const document = openDocument(new Y.Doc(), shape)
document.change(author, writeExample)
const map = document.content()
const one = (id: string) => map.stakeholders.find((row) => row.id === id) ?? expect.fail(`no ${id}`)

test('the cut of a quarter lies above 3', () => {
  expect(quadrantOf(one('sh-elderly'), 'influence')).toBe('highLow')
  expect(quadrantOf(one('sh-planning'), 'influence')).toBe('highHigh')
  expect(quadrantOf(one('sh-council'), 'influence')).toBe('lowHigh')
  expect(quadrantOf(one('sh-shop'), 'interest')).toBe('lowLow')
  expect(quadrantOf(one('sh-bus'), 'influence')).toBeNull()
})

test('missing is who is hit hard and not at the table, or nobody knows', () => {
  expect(missingVoices(map).map(({ id }) => id)).toEqual(['sh-memory'])
})

test('lines of a party, wanted lines, and who has no place yet', () => {
  expect(relationsOf(map, 'sh-help')).toHaveLength(3)
  expect(wantedRelations(map).map(({ to }) => to)).toEqual(['sh-elderly'])
  expect(packed(map.stakeholders, 'influence').tray.map(({ id }) => id)).toEqual(['sh-bus'])
})

test.each([
  ['de buurtbus', ['sh-bus']],
  ['Buurt-bus', ['sh-bus']],
  ['Buurtbuss', ['sh-bus']],
  ['Büürtbus', ['sh-bus']],
  ['Mantelzorgers, dichtbij', ['sh-carers']],
  ['Buurtwinkel', []],
  ['', []],
])('"%s" looks like %j', (name, ids) => {
  expect(nearDuplicates(map, name).map(({ id }) => id)).toEqual(ids)
})

test.each([
  ['Mevrouw Jansen', true],
  ['dhr. De Vries', true],
  ['Fatma Yilmaz', true],
  ['Jan van der Berg', true],
  ['Zorgloket gemeente', false],
  ['Sociaal Wijkteam', false],
  ['Ouderen die alleen wonen', false],
])('"%s" looks like a person: %s', (name, person) => {
  expect(looksLikePerson(name)).toBe(person)
})

test('the directory knows each party with what checks elsewhere need', () => {
  expect(stakeholderMap.summary(map).find(({ id }) => id === 'sh-memory')).toEqual({
    id: 'sh-memory',
    kind: 'stakeholder',
    label: 'Ouderen met geheugenproblemen',
    attributes: {
      impact: 5,
      influence: 1,
      world: 1,
      atTable: 'no',
      livedExperience: true,
      kind: 'group',
      sector: 'residents',
    },
  })
})

const context = (locale: 'nl' | 'en') => ({
  locale,
  directory: createDirectory([]),
  perspectives: [],
  evidence: { evidence: [] },
  nameOf: (id: string) => id,
})

test('the report shows the picture with its words, the same facts as a table, who is missing, wanted lines and the caveat', () => {
  const blocks = stakeholderMap.outline(map, context('nl'))
  expect(blocks.map(({ type }) => type)).toEqual([
    'heading',
    'figure',
    'paragraph',
    'table',
    'heading',
    'paragraph',
    'list',
    'heading',
    'list',
    'paragraph',
    'heading',
    'list',
    'note',
  ])
  const figure = blocks.find((block) => block.type === 'figure')
  expect(figure?.alternative).toContain('Kaart van 8 groepen en organisaties en 5 lijnen.')
  expect(figure?.alternative).toContain('Nog geen plek: Buurtbus.')
  expect(blocks.find((block) => block.type === 'table')?.rows[1]).toEqual([
    'Ouderen met geheugenproblemen',
    'Groep mensen',
    '5',
    '1',
    '4',
    'Nee',
  ])
  expect(JSON.stringify(blocks)).toContain('Zorgloket gemeente praat met Ouderen die alleen wonen')
  expect(JSON.stringify(blocks.at(-1))).toContain(
    'Deze kaart laat zien wat deze groep weet. Wie er niet bij was, kan het anders zien.',
  )
  expect(JSON.stringify(stakeholderMap.outline(map, context('en')))).toContain(
    'Those who were not here may see it differently.',
  )
})

test('the picture is well-formed whatever people typed, and the same each time', () => {
  const odd = openDocument(new Y.Doc(), shape)
  odd.change(author, (draft) => {
    addStakeholder(draft, { name: '<script>&"\u0001\ud800 x]]>', impact: 1, influence: 5 }, { id: 'sh-odd' })
  })
  const [, figure] = stakeholderMap.outline(odd.content(), context('nl'))
  if (figure?.type !== 'figure') throw new Error('a figure was expected')
  expect(figure.svg).toContain('&lt;script&gt;&amp;&quot;')
  expect(figure.svg).not.toMatch(/<script|\p{Cc}|\p{Cs}/u)
  expect(stakeholderMap.outline(odd.content(), context('nl'))[1]).toEqual(figure)
  odd.change(author, (draft) => removeStakeholder(draft, 'sh-odd'))
  expect(stakeholderMap.outline(odd.content(), context('nl')).map(({ type }) => type)).toEqual(['heading', 'paragraph'])
})
