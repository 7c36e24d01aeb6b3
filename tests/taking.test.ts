import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { models, type ArtefactKind } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import { plainText } from '#crdt/prose.ts'
import type { ContentOf } from '#crdt/shape.ts'
import { sessionShape } from '#domain/session.ts'
import { takenOf } from '#domain/taken.ts'
import { formatRoom } from '#protocol/room-name.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Rooms } from '../apps/server/rooms-contract.ts'
import { choosingWorld } from './support/choosers.ts'
import type { TestServer } from './support/test-server.ts'
import { startWithRooms } from './support/with-rooms.ts'

let server: TestServer
let rooms: Rooms
beforeAll(async () => {
  ;({ server, rooms } = await startWithRooms())
})
afterAll(() => server.stop())

const words = 'Het is stil op zondag'

/** A session with one card that everybody sees, and everything that is done with it. */
const world = async () => {
  const made = await choosingWorld(server)
  const { lead, workspace, join } = made
  for (const kind of ['problem-statement', 'stakeholder-map', 'experiment-plan'])
    await lead.call('createArtefact', { params: { workspace }, body: { kind } })
  const { body } = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
  const session = body.id
  const activity = body.steps[2]?.id ?? ''
  const ada = await join('Ada')
  await ada.caller.call('putDraft', {
    params: { workspace, activity, draft: 'ca-stil' },
    body: { session, text: words, promise: 'none' },
  })
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session, evenFew: true } })
  const list = async () => (await lead.call('workspace', { params: { workspace } })).body.artefacts
  const first = async (kind: string) => (await list()).find((each) => each.kind === kind)?.id ?? ''
  const params = { workspace, session, card: 'ca-stil' }
  const take = async (kind: string, place: string, more: { document?: string; under?: string } = {}) =>
    lead.call('takeCard', { params, body: { kind, place, ...more } })
  const giveBack = async (document: string, place: string) => {
    const answer = await lead.call('giveBackCard', { params, body: { document, place } })
    return answer.code === undefined ? 'done' : (answer.problem.errors?.[0]?.code ?? answer.code)
  }
  const card = async () => {
    const { cards } = await contentOf(workspace, session, sessionShape)
    return cards.find(({ id }) => id === 'ca-stil')
  }
  return { ...made, session, list, first, take, giveBack, card }
}

const contentOf = async <S extends (typeof models)[ArtefactKind]['shape'] | typeof sessionShape>(
  workspace: string,
  document: string,
  shape: S,
): Promise<ContentOf<S>> => {
  const read = await server.storage.log.load(formatRoom(workspace, document))
  const ydoc = new Y.Doc()
  for (const { bytes } of [...(read.checkpoint ? [read.checkpoint] : []), ...read.tail]) Y.applyUpdate(ydoc, bytes)
  return openDocument(ydoc, shape).content()
}

const problem = models['problem-statement'].shape
const map = models['stakeholder-map'].shape
const plan = models['experiment-plan'].shape

/** Somebody writes in a document. */
const write = async <S extends typeof problem | typeof map | typeof plan>(
  workspace: string,
  document: string,
  shape: S,
  change: (draft: DraftOf<S>) => void,
) => {
  const written = await rooms.write(workspace, document, { participantId: null, perspective: '' }, (ydoc) =>
    openDocument(ydoc, shape).change({ perspective: '' }, change),
  )
  expect(written.ok).toBe(true)
}

test('a card goes into the document that was chosen, and stands on the card until it is taken back', async () => {
  const { lead, workspace, list, first, take, giveBack, card } = await world()
  await lead.call('createArtefact', { params: { workspace }, body: { kind: 'problem-statement', title: 'Het andere' } })
  const [one = '', other = ''] = (await list()).flatMap(({ id, kind }) => (kind === 'problem-statement' ? [id] : []))
  expect(one).toBe(await first('problem-statement'))
  const taken = await take('problem-statement', 'lived', { document: other })
  expect(taken.body.document).toBe(other)
  expect((await contentOf(workspace, one, problem)).lines).toEqual([])
  expect((await contentOf(workspace, other, problem)).lines).toMatchObject([{ text: words, basedOnIds: ['ca-stil'] }])
  expect(takenOf((await card())?.takenInto ?? '')).toMatchObject([{ document: other, place: 'lived' }])
  expect(await giveBack(one, 'lived')).toBe('not-taken')
  expect(await giveBack(other, 'lived')).toBe('done')
  expect((await contentOf(workspace, other, problem)).lines).toEqual([])
  expect((await card())?.takenInto).toBe('')
  expect(await giveBack(other, 'lived')).toBe('not-taken')
  // What was taken back can be taken again.
  await take('problem-statement', 'lived', { document: other })
  expect((await contentOf(workspace, other, problem)).lines).toMatchObject([{ text: words }])
})

test('a card in a field stands there once, and goes without what others wrote around it', async () => {
  const { workspace, first, take, giveBack } = await world()
  const document = await first('problem-statement')
  const story = async () => plainText((await contentOf(workspace, document, problem)).problems[0]?.whatHappens ?? empty)
  await take('problem-statement', 'whatHappens')
  await take('problem-statement', 'whatHappens')
  expect(await story()).toBe(words)
  const say = (text: string) =>
    write(workspace, document, problem, ({ problems }) => problems.all()[0]?.whatHappens.append(text))
  await say('En op feestdagen ook')
  expect(await giveBack(document, 'whatHappens')).toBe('done')
  expect(await story()).toBe('En op feestdagen ook')
  expect(await giveBack(document, 'whatHappens')).toBe('not-taken')
})

const empty = { type: 'doc', content: [] } as const

test('what somebody worked on since stays, with the reason', async () => {
  const { lead, workspace, first, take, giveBack, card } = await world()
  const statement = await first('problem-statement')
  const { item } = (await take('problem-statement', 'causes')).body
  await write(workspace, statement, problem, ({ causes }) => causes.get(item)?.text.splice(0, 0, 'Vaak: '))
  expect(await giveBack(statement, 'causes')).toBe('changed')
  expect((await contentOf(workspace, statement, problem)).causes).toMatchObject([{ text: `Vaak: ${words}` }])
  // Its place in the list is nobody's words.
  const line = (await take('problem-statement', 'lived')).body.item
  await write(workspace, statement, problem, ({ lines }) => lines.get(line)?.order.set('Zz'))
  expect(await giveBack(statement, 'lived')).toBe('done')
  const drawn = await first('stakeholder-map')
  const who = (await take('stakeholder-map', 'stakeholders')).body.item
  const value = { documentId: drawn, itemId: who, text: 'Wie is dit?' }
  const remark = { params: { workspace, collection: 'comments' as const }, body: { value } }
  const { body } = await lead.call('addRecord', remark)
  expect(await giveBack(drawn, 'stakeholders')).toBe('used')
  await lead.call('removeRecord', { params: { workspace, collection: 'comments', record: body.id } })
  await write(workspace, drawn, map, ({ relations, stakeholders }) => {
    const other = stakeholders.add({ name: 'De bakker' })
    relations.add({ from: other, to: who })
  })
  expect(await giveBack(drawn, 'stakeholders')).toBe('used')
  expect((await contentOf(workspace, drawn, map)).stakeholders).toHaveLength(2)
  await lead.call('changeArtefact', { params: { workspace, artefact: statement }, body: { locked: true } })
  expect(await giveBack(statement, 'causes')).toBe('locked')
  expect(takenOf((await card())?.takenInto ?? '').map(({ place }) => place)).toEqual(['stakeholders', 'causes'])
})

test('a chosen idea becomes a trial that starts with its words, goes again untouched, and stays once it was worked on', async () => {
  const { workspace, list, take, giveBack } = await world()
  const plans = async () => (await list()).filter(({ kind }) => kind === 'experiment-plan').map(({ id }) => id)
  const before = await plans()
  const { document } = (await take('experiment-plan', 'idea')).body
  expect(await plans()).toEqual([...before, document])
  const made = await contentOf(workspace, document, plan)
  expect(made).toMatchObject({ title: words, status: 'idea' })
  expect(plainText(made.cardTest)).toBe(words)
  expect(await giveBack(document, 'idea')).toBe('done')
  expect(await plans()).toEqual(before)
  // A trial that was taken back and is chosen after all is a new one.
  const again = (await take('experiment-plan', 'idea')).body.document
  expect(again).not.toBe(document)
  await write(workspace, again, plan, ({ status }) => status.set('design'))
  expect(await giveBack(again, 'idea')).toBe('changed')
  expect(await plans()).toEqual([...before, again])
})

test('a card goes under the part of a problem that was chosen', async () => {
  const { workspace, first, take, giveBack } = await world()
  const document = await first('problem-statement')
  let part = ''
  await write(workspace, document, problem, ({ problems }) => {
    part = problems.add({ kind: 'sub', title: 'Op zondag' })
  })
  await take('problem-statement', 'lived', { under: part })
  expect((await contentOf(workspace, document, problem)).lines).toMatchObject([{ problemId: part }])
  expect(await giveBack(document, 'lived')).toBe('done')
  expect((await contentOf(workspace, document, problem)).lines).toEqual([])
})

test('a card that lies about where it went takes nothing of others away', async () => {
  const { workspace, session, first, giveBack } = await world()
  const document = await first('problem-statement')
  let line = ''
  await write(workspace, document, problem, ({ lines, problems }) => {
    line = lines.add({ problemId: problems.all()[0]?.id ?? null, text: words, world: 'lived' })
  })
  await rooms.write(workspace, session, { participantId: null, perspective: '' }, (ydoc) =>
    openDocument(ydoc, sessionShape).change({ perspective: '' }, ({ cards }) =>
      cards.get('ca-stil')?.takenInto.set(`${document}/${line}/lived/`),
    ),
  )
  expect(await giveBack(document, 'lived')).toBe('changed')
  expect((await contentOf(workspace, document, problem)).lines).toMatchObject([{ id: line }])
})
