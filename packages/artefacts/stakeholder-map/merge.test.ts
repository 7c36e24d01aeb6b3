import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { createUndo } from '#crdt/undo.ts'
import { createDirectory } from '#domain/directory.ts'
import { twoReplicas } from '../../../tests/support/replicas.ts'
import { addStakeholders, mostPasted, readNames } from './bulk.ts'
import { addStakeholder, characterise, placeInLens, relate } from './commands.ts'
import { writeExample } from './example.ts'
import { mergeStakeholders } from './merge.ts'
import { soundRelations } from './queries.ts'
import { stakeholderMap } from './model.ts'
import { setRing } from './ring-commands.ts'
import { shape, type StakeholderMapDraft } from './shape.ts'
import { describeView, removeView, saveView, stateLimitation } from './view-commands.ts'

const ada = { perspective: 'resident' }
const opened = (write: (draft: StakeholderMapDraft) => void = () => {}) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(ada, (draft) => {
    writeExample(draft)
    addStakeholder(
      draft,
      { name: 'Thuiszorg Oost', influence: 4, legitimacy: 5, goals: 'Vaste routes.', tags: ['wijk'], atTable: 'no' },
      { id: 'sh-twin' },
    )
    write(draft)
  })
  return document
}

test('the kept one fills its gaps, keeps what it knew, and gets the words of both', () => {
  const document = opened()
  document.change(ada, (draft) => mergeStakeholders(draft, 'sh-help', 'sh-twin'))
  const kept = document.content().stakeholders.find(({ id }) => id === 'sh-help')
  expect(kept).toMatchObject({ influence: 2, legitimacy: 5, atTable: 'yes', tags: ['wijk'] })
  expect(kept?.goals).toBe('Zelf zien wat iemand nodig heeft.\nVaste routes.')
  expect(document.content().stakeholders.some(({ id }) => id === 'sh-twin')).toBe(false)
})

test('lines move over; one between the two, and a second of the same kind, fall away', () => {
  const document = opened((draft) => {
    relate(draft, { from: 'sh-twin', to: 'sh-help', type: 'cooperation' })
    relate(draft, { from: 'sh-twin', to: 'sh-elderly', type: 'care', label: 'ook' })
    relate(draft, { from: 'sh-twin', to: 'sh-bus', type: 'cooperation' })
    relate(draft, { from: 'sh-bus', to: 'sh-help', type: 'cooperation' })
  })
  document.change(ada, (draft) => mergeStakeholders(draft, 'sh-help', 'sh-twin'))
  const lines = soundRelations(document.content()).filter(({ from, to }) => from === 'sh-help' || to === 'sh-help')
  expect(lines.map(({ from, to, type }) => `${from} ${type} ${to}`).toSorted()).toEqual([
    'sh-bus cooperation sh-help',
    'sh-help care sh-elderly',
    'sh-help tension sh-carers',
    'sh-planning mandate sh-help',
  ])
})

test('whoever spoke through the one that went, places and rings follow', () => {
  const document = opened((draft) => {
    characterise(draft, 'sh-memory', 'representedById', 'sh-twin')
    placeInLens(draft, 'lens-network', 'sh-twin', { x: 0.5, y: 0 })
    setRing(draft, 'sh-twin', 'prepare', 'wished', 1)
  })
  document.change(ada, (draft) => mergeStakeholders(draft, 'sh-help', 'sh-twin'))
  const { stakeholders, lensPositions, ringPlaces } = document.content()
  expect(stakeholders.find(({ id }) => id === 'sh-memory')?.representedById).toBe('sh-help')
  expect(lensPositions.map(({ id }) => id)).toEqual(['lens-network--sh-help'])
  expect(ringPlaces).toMatchObject([{ id: 'prepare--sh-help', wished: 1 }])
})

test('one step takes it all back', () => {
  const document = opened((draft) => void relate(draft, { from: 'sh-twin', to: 'sh-bus', type: 'money' }))
  const undo = createUndo(document, ada)
  const before = document.content()
  document.change(ada, (draft) => mergeStakeholders(draft, 'sh-help', 'sh-twin'))
  undo.undo()
  expect(document.content()).toEqual(before)
})

test('with itself, or with nobody, is refused', () => {
  const document = opened()
  const refusals = document.change(ada, (draft) => [
    mergeStakeholders(draft, 'sh-bus', 'sh-bus'),
    mergeStakeholders(draft, 'sh-bus', 'sh-nobody'),
  ])
  expect(refusals).toMatchObject([{ reason: 'same-stakeholder' }, { reason: 'unknown-stakeholder' }])
})

test('two people at once: who writes to the one that goes loses nothing of the map, and both see the same', () => {
  const { ada: one, bram: other, settle } = twoReplicas(shape)
  one.change(ada, writeExample)
  settle()
  one.change(ada, (draft) => mergeStakeholders(draft, 'sh-help', 'sh-carers'))
  other.change({ perspective: 'policy' }, (draft) => {
    relate(draft, { from: 'sh-carers', to: 'sh-council', type: 'advice' })
    setRing(draft, 'sh-help', 'whole', 'desirable', 0)
  })
  settle()
  expect(one.content()).toEqual(other.content())
  expect(one.content().ringPlaces).toMatchObject([{ desirable: 0 }])
  // The new line hangs on a party that is gone: it is kept, and shown and counted nowhere.
  expect(soundRelations(one.content()).every(({ type }) => type !== 'advice')).toBe(true)
})

test('a pasted list: bullets and numbers fall away, doubles and persons are told', () => {
  const map = opened().content()
  const names = readNames(map, '- De buurtbus\n2. Imker\r\n\n• Imker\nMevrouw Jansen; Kerk')
  expect(names.map(({ name, alike, twice, person }) => [name, alike?.id ?? null, twice, person])).toEqual([
    ['De buurtbus', 'sh-bus', false, false],
    ['Imker', null, false, false],
    ['Imker', null, true, false],
    ['Mevrouw Jansen', null, false, true],
    ['Kerk', null, false, false],
  ])
})

test('many names are one step, and no more than fit', () => {
  const document = openDocument(new Y.Doc(), shape)
  const undo = createUndo(document, ada)
  const names = Array.from({ length: mostPasted + 5 }, (_, at) => `Groep ${at}`)
  expect(document.change(ada, (draft) => addStakeholders(draft, [...names, ' ']))).toHaveLength(mostPasted)
  undo.undo()
  expect(document.content().stakeholders).toEqual([])
})

test('rings, views and limits: what cannot be is refused, and a limit stands in the report', () => {
  const document = opened()
  const answers = document.change(ada, (draft) => [
    setRing(draft, 'sh-bus', 'whole', 'now', 4),
    setRing(draft, 'sh-nobody', 'whole', 'now', 1),
    saveView(draft, { title: ' ' }),
    describeView(draft, 'vw-nobody', { note: 'x' }),
    removeView(draft, 'vw-nobody'),
    stateLimitation(draft, { stakeholderId: 'sh-memory', prompt: null, text: '  ' }),
    stateLimitation(draft, { stakeholderId: 'sh-memory', prompt: null, text: 'Wij hoorden hen niet.' }),
    saveView(draft, { title: 'Begin', lens: 'rings', colour: 'band', reach: 2 }),
  ])
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason))).toEqual([
    'out-of-range',
    'unknown-stakeholder',
    'no-name',
    'unknown-view',
    'unknown-view',
    'no-words',
    'ok',
    'ok',
  ])
  const context = {
    locale: 'nl',
    directory: createDirectory([]),
    perspectives: [],
    evidence: { evidence: [] },
    nameOf: (id: string) => id,
  } as const
  expect(JSON.stringify(stakeholderMap.outline(document.content(), context))).toContain('Wij hoorden hen niet.')
})

test('what is new of a map comes back from a file as it went', () => {
  const document = opened((draft) => {
    setRing(draft, 'sh-bus', 'review', 'desirable', 2)
    stateLimitation(draft, { stakeholderId: null, prompt: 'pays', text: 'Wie betaalt, weten we niet.' })
    saveView(draft, {
      title: 'Begin',
      lens: 'rings',
      colour: 'band',
      size: 'impact',
      focusId: 'sh-bus',
      reach: 2,
      note: 'Zo begon het.',
    })
  })
  const content = document.content()
  const filed = stakeholderMap.file.write([{ id: 'map-1', title: 'A', content, makerOf: () => undefined }])
  const reading = stakeholderMap.file.read({ ...filed }, { locale: 'nl', perspectiveOf: () => '' })
  const again = openDocument(new Y.Doc(), shape)
  again.change(ada, (draft) => reading.documents[0]?.fill(draft))
  const bare = (rows: readonly { readonly order: string }[]) => rows.map((row) => ({ ...row, order: '' }))
  for (const list of ['ringPlaces', 'limitations', 'views'] as const) {
    expect(bare(again.content()[list])).toEqual(bare(content[list]))
  }
  expect(reading.leftovers).toEqual([])
})
