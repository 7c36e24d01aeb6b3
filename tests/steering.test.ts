import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../apps/server/storage/tables.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
})
afterAll(() => server.stop())

/** A session that is led by Sanne, with people in it. */
const world = async () => {
  const lead = browserOf(server)
  const { body: made } = await lead.call('createWorkspace', {
    body: { title: 'A', language: 'nl', artefacts: ['problem-statement'], name: 'Sanne' },
  })
  const workspace = made.workspace.id
  const planned = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
  const params = { workspace, session: planned.body.id }
  const start = () => lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })
  const join = async (name: string, perspective = 'resident') => {
    const caller = browserOf(server)
    const { body } = await caller.call('join', { body: { code: made.joinCode, name, perspective } })
    return { caller, id: body.participant.id }
  }
  const change = (participant: string, body: { name?: string; perspective?: string; role?: 'facilitator' }) =>
    lead.call('changePerson', { params: { workspace, participant }, body })
  const remove = (participant: string) => lead.call('removePerson', { params: { workspace, participant } })
  const log = async (caller: Caller = lead) => (await caller.call('sessionLog', { params })).body
  const undo = (number: number, caller: Caller = lead) =>
    caller.call('undoAct', { params: { ...params, number: String(number) } })
  const undoLast = async () => undo((await log()).acts.at(-1)?.number ?? 0)
  const peopleNow = async () => (await lead.call('people', { params: { workspace } })).body.people
  const person = async (id: string) => (await peopleNow()).find((one) => one.id === id)
  const facts = async () => (await lead.call('workspace', { params: { workspace } })).body
  return { lead, workspace, params, start, join, change, remove, log, undo, undoLast, person, facts, made }
}

describe('what a facilitator does to people while a session is led', () => {
  test('stands in its log for everybody, one line for each thing, and no line keeps a name', async () => {
    const { start, join, change, remove, log, workspace } = await world()
    await start()
    const [ada, bram] = [await join('Ada'), await join('Bram')]
    await change(bram.id, { name: 'Bram Bakker', perspective: 'policy' })
    await change(bram.id, { role: 'facilitator' })
    await remove(bram.id)
    const read = await log(ada.caller)
    expect(read.acts.map(({ act, reversible }) => [act, reversible])).toEqual([
      ['start', false],
      ['rename', false],
      ['regroup', false],
      ['role', false],
      ['remove', true],
    ])
    expect(read.acts.slice(1).map(({ detail }) => detail['participant'])).toEqual(Array(4).fill(bram.id))
    expect(read.people).toContainEqual({ id: bram.id, name: 'Bram Bakker' })
    const rows = await server.storage.tables.read(
      db.selectFrom('session_act').selectAll().where('workspace', '=', workspace).compile(),
    )
    expect(rows).toHaveLength(5)
    expect(JSON.stringify(rows)).not.toContain('Bram')
  })

  test('is taken back: the group, the role, and the removal', async () => {
    const { start, join, change, remove, undoLast, person } = await world()
    await start()
    const bram = await join('Bram')
    await change(bram.id, { perspective: 'policy' })
    expect((await undoLast()).status).toBe(200)
    expect(await person(bram.id)).toMatchObject({ perspective: 'resident' })
    await change(bram.id, { role: 'facilitator' })
    await undoLast()
    expect(await person(bram.id)).toMatchObject({ role: 'contributor' })
    await remove(bram.id)
    expect(
      (await bram.caller.call('sessions', { params: { workspace: (await person(bram.id))?.id ?? '' } })).status,
    ).toBe(404)
    await undoLast()
    expect(await person(bram.id)).toMatchObject({ name: 'Bram', role: 'contributor' })
    // Their connections were closed at each of these, so that they knock again as who they are now.
    expect(server.told.closed.filter(({ who }) => who === bram.id)).toHaveLength(6)
  })

  test('a removal takes floor, hand and chair away at once, and whoever comes back has them again', async () => {
    const { lead, params, start, join, remove, undoLast } = await world()
    await start()
    const [ada, bram] = [await join('Ada'), await join('Bram')]
    const tables = [{ id: 'ta-1', title: 'Tafel 1', memberIds: [ada.id, bram.id] }]
    await lead.call('setTables', { params, body: { tables } })
    await lead.call('answerHand', { params: { ...params, participant: bram.id }, body: { act: 'floor' } })
    await bram.caller.call('takePart', { params, body: { present: true, hand: 'help' } })
    const see = async () => (await lead.call('session', { params })).body
    expect(await see()).toMatchObject({ live: { floor: bram.id, hands: 1, present: 1 } })
    await remove(bram.id)
    expect(await see()).toMatchObject({
      live: { floor: null, hands: 0, present: 0, tables: [{ memberIds: [ada.id] }] },
      leading: { hands: [], presentIds: [] },
    })
    expect((await bram.caller.call('session', { params })).code).toBe('removed')
    await undoLast()
    expect(await see()).toMatchObject({ live: { tables: [{ memberIds: [ada.id, bram.id] }], present: 1 } })
    expect((await bram.caller.call('session', { params })).status).toBe(200)
  })

  test('handing over: another leads, and the first one takes part; nobody can undo the last one who leads away', async () => {
    const { lead, params, workspace, start, join, change, log, made } = await world()
    await start()
    const bram = await join('Bram')
    await change(bram.id, { role: 'facilitator' })
    const me = { workspace, participant: made.participant.id }
    expect((await lead.call('changePerson', { params: me, body: { role: 'contributor' } })).status).toBe(200)
    const read = await log(bram.caller)
    expect(read.acts.map(({ act, detail, reversible }) => [act, detail['role'], reversible])).toEqual([
      ['start', undefined, false],
      ['role', 'facilitator', false],
      ['role', 'contributor', true],
    ])
    expect((await lead.call('undoAct', { params: { ...params, number: '3' } })).code).toBe('forbidden')
    const refused = await bram.caller.call('undoAct', { params: { ...params, number: '2' } })
    expect(refused.problem.errors).toEqual([{ field: 'session', code: 'cannot-undo' }])
  })

  test('what people change of themselves is no act of whoever leads; without a session there is no log', async () => {
    const { start, join, change, log, workspace } = await world()
    const bram = await join('Bram')
    await change(bram.id, { perspective: 'policy' })
    expect((await log()).acts).toEqual([])
    await start()
    const own = { workspace, participant: bram.id }
    await bram.caller.call('changePerson', { params: own, body: { name: 'Bram B', perspective: 'resident' } })
    expect((await log()).acts.map(({ act }) => act)).toEqual(['start'])
  })

  test('acts at the same moment are each a line of their own', async () => {
    const { lead, params, start, join, change, log } = await world()
    await start()
    const bram = await join('Bram')
    await Promise.all([
      change(bram.id, { perspective: 'policy' }),
      lead.call('steerSession', { params, body: { follow: 'hold' } }),
      lead.call('steerTimer', { params, body: { act: 'pause' } }),
    ])
    const numbers = (await log()).acts.map(({ number }) => number)
    expect(numbers).toEqual([1, 2, 3, 4])
  })
})

describe('locking while a session is led', () => {
  test('is an act that everybody can read, said to the room, and taken back', async () => {
    const { lead, workspace, start, join, log, undoLast, facts } = await world()
    await start()
    const artefact = (await facts()).artefacts[0]?.id ?? ''
    const lock = (locked: boolean) => lead.call('changeArtefact', { params: { workspace, artefact }, body: { locked } })
    await lock(true)
    await lock(true)
    const ada = await join('Ada')
    expect((await log(ada.caller)).acts.slice(1)).toMatchObject([
      { act: 'lock', detail: { document: artefact }, reversible: true, undone: false },
    ])
    await undoLast()
    expect((await facts()).artefacts[0]).toMatchObject({ locked: false })
    const locks = server.told.events.filter((told) => JSON.stringify(told).includes('"type":"lock"'))
    expect(JSON.stringify(locks.at(-1))).toContain('"locked":false')
    await lock(true)
    await lock(false)
    expect((await log()).acts.map(({ act, reversible }) => [act, reversible])).toEqual([
      ['start', false],
      ['lock', false],
      ['lock', false],
      ['unlock', true],
    ])
    await undoLast()
    expect((await facts()).artefacts[0]).toMatchObject({ locked: true })
  })
})
