import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { exampleFile } from './support/imported-source.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  const env = { LIMIT_COMMANDS_PER_SECOND: '1000' }
  server = await startServer({ env, readWorkspaceFile: (file) => readWorkspaceFile(file, models) })
})
afterAll(() => server.stop())

const promise = 'De gemeente antwoordt binnen zes weken.'

/** A workspace with a planned session, who leads it, and how others come in. */
const world = async () => {
  const lead = browserOf(server)
  const { body: made } = await lead.call('createWorkspace', { body: { title: 'A', language: 'nl', artefacts: [] } })
  const workspace = made.workspace.id
  const plan = async () => {
    const { body } = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
    return body
  }
  const session = await plan()
  const params = { workspace, session: session.id }
  const join = async (name: string, perspective = 'resident') => {
    const caller = browserOf(server)
    const { body } = await caller.call('join', { body: { code: made.joinCode, name, perspective } })
    return { caller, id: body.participant.id }
  }
  const see = async (caller: Caller) => (await caller.call('session', { params })).body
  const step = (at: number) => session.steps[at]?.id ?? ''
  const start = () => lead.call('startSession', { params, body: { promise } })
  const move = (at: number) => lead.call('moveToStep', { params, body: { activity: step(at) } })
  const acts = async () => (await lead.call('sessionLog', { params })).body.acts
  return { lead, workspace, params, plan, join, see, step, start, move, acts, session }
}

test('a session does not begin before somebody said what happens with the result', async () => {
  const { lead, params, plan, workspace } = await world()
  const refused = await lead.call('startSession', { params, body: {} })
  expect(refused.problem).toMatchObject({ code: 'conflict', errors: [{ field: 'session', code: 'promise-needed' }] })
  const started = await lead.call('startSession', { params, body: { promise } })
  expect(started.body.live).toMatchObject({ status: 'live', screen: 'code' })
  // Said once, it holds for the sessions after it.
  await lead.call('closeSession', { params })
  const next = { workspace, session: (await plan()).id }
  expect((await lead.call('startSession', { params: next, body: {} })).status).toBe(200)
})

test('a workspace is made with its first session from a template, or not at all', async () => {
  const lead = browserOf(server)
  const body = { title: 'A', language: 'en' as const, artefacts: [], sessionTemplate: 'tpl-map' }
  const made = (await lead.call('createWorkspace', { body })).body
  const workspace = made.workspace.id
  const { sessions } = (await lead.call('sessions', { params: { workspace } })).body
  expect(sessions).toMatchObject([{ id: made.session, status: 'planned' }])
  const params = { workspace, session: made.session ?? '' }
  const started = await lead.call('startSession', { params, body: { promise } })
  expect(started.body.live).toMatchObject({ status: 'live', activityId: expect.stringMatching(/^ac-/) as string })
  const unknown = await lead.call('createWorkspace', { body: { ...body, sessionTemplate: 'tpl-none' } })
  expect(unknown.problem.errors).toEqual([{ field: 'sessionTemplate', code: 'unknown-template' }])
})

test('one session is led at a time', async () => {
  const { lead, workspace, start, plan } = await world()
  await start()
  const second = { workspace, session: (await plan()).id }
  const { problem } = await lead.call('startSession', { params: second, body: {} })
  expect(problem.errors).toEqual([{ field: 'session', code: 'other-session' }])
})

test('steps are skipped, repeated and revisited, and everybody hears each move at once', async () => {
  const { start, move, step, workspace } = await world()
  await start()
  await move(4)
  await move(1)
  const { body } = await move(4)
  expect(body.live).toMatchObject({ activityId: step(4), visited: [step(0), step(4), step(1)] })
  const heard = server.told.events.filter((told) => JSON.stringify(told).includes(workspace))
  expect(JSON.stringify(heard.at(-1))).toContain(`"activityId":"${step(4)}"`)
})

test('a step of another session is no step of this one', async () => {
  const { lead, params, start, plan } = await world()
  await start()
  const other = (await plan()).steps[0]?.id ?? ''
  expect((await lead.call('moveToStep', { params, body: { activity: other } })).code).toBe('not-found')
})

test('who is ready and who asks for something is told as numbers, and by name only to those who lead', async () => {
  const { lead, params, join, see, start, move, step } = await world()
  await start()
  const [ada, bram] = [await join('Ada'), await join('Bram', 'policy')]
  for (const { caller } of [ada, bram]) await caller.call('takePart', { params, body: { present: true } })
  await ada.caller.call('takePart', { params, body: { ready: { activity: step(0), ready: true } } })
  await bram.caller.call('takePart', { params, body: { hand: 'help', text: 'Mijn scherm is leeg' } })
  const seen = await see(ada.caller)
  expect(seen).toMatchObject({
    live: { ready: 1, present: 2, hands: 1 },
    mine: { ready: true, hand: null },
    leading: null,
  })
  expect(JSON.stringify(seen)).not.toContain('Mijn scherm')
  expect(JSON.stringify(seen)).not.toContain(bram.id)
  expect((await see(lead)).leading).toMatchObject({
    readyIds: [ada.id],
    hands: [{ participant: bram.id, kind: 'help', text: 'Mijn scherm is leeg' }],
  })
  const told = JSON.stringify(server.told.events)
  expect(told).not.toContain('Mijn scherm')
  // At the next step everybody begins again.
  await move(1)
  expect(await see(ada.caller)).toMatchObject({ live: { ready: 0 }, mine: { ready: false } })
})

test('a hand is taken down again, by oneself and by whoever gives the floor', async () => {
  const { lead, params, join, see, start } = await world()
  await start()
  const { caller, id } = await join('Ada')
  await caller.call('takePart', { params, body: { hand: 'speak' } })
  await caller.call('takePart', { params, body: { hand: null } })
  expect((await see(lead)).leading?.hands).toEqual([])
  await caller.call('takePart', { params, body: { hand: 'speak' } })
  const { body } = await lead.call('answerHand', { params: { ...params, participant: id }, body: { act: 'floor' } })
  expect(body.live).toMatchObject({ hands: 0, floor: id })
  await lead.call('answerHand', { params: { ...params, participant: id }, body: { act: 'done' } })
  expect((await see(lead)).live.floor).toBeNull()
})

test('nobody sits at two tables, and a stranger at none', async () => {
  const { lead, params, join } = await world()
  const ada = await join('Ada')
  const tables = [
    { id: 'ta-1', title: 'Tafel 1', memberIds: [ada.id, 'p-nobody'] },
    { id: 'ta-2', title: 'Tafel 2', memberIds: [ada.id] },
  ]
  const { body } = await lead.call('setTables', { params, body: { tables } })
  expect(body.live.tables.map(({ memberIds }) => memberIds)).toEqual([[ada.id], []])
})

test('every act stands in the log, for participants too, and the last ones can be taken back', async () => {
  const { lead, params, join, start, move, step, acts } = await world()
  await start()
  await lead.call('steerSession', { params, body: { follow: 'hold' } })
  await move(3)
  const { caller } = await join('Ada')
  const read = (await caller.call('sessionLog', { params })).body.acts
  expect(read.map(({ act, reversible }) => [act, reversible])).toEqual([
    ['start', false],
    ['follow', true],
    ['step', true],
  ])
  const undone = await lead.call('undoAct', { params: { ...params, number: '3' } })
  expect(undone.body.live).toMatchObject({ activityId: step(0), follow: 'hold' })
  expect(undone.body.live.timers[step(0)]).toMatchObject({ status: 'running' })
  expect((await acts()).at(2)).toMatchObject({ undone: true, reversible: false })
  expect((await lead.call('undoAct', { params: { ...params, number: '3' } })).problem.errors).toEqual([
    { field: 'session', code: 'cannot-undo' },
  ])
})

test('an act that something later stands on cannot be taken back', async () => {
  const { lead, params, start, acts } = await world()
  await start()
  await lead.call('steerSession', { params, body: { follow: 'hold' } })
  await lead.call('steerSession', { params, body: { follow: 'release' } })
  expect((await acts()).map(({ reversible }) => reversible)).toEqual([false, false, true])
})

test('closing loses nothing and is taken back with one press', async () => {
  const { lead, params, start, step, acts } = await world()
  await start()
  const closed = await lead.call('closeSession', { params })
  expect(closed.body.live).toMatchObject({ status: 'closed', activityId: step(0) })
  const last = String((await acts()).at(-1)?.number)
  const again = await lead.call('undoAct', { params: { ...params, number: last } })
  expect(again.body.live).toMatchObject({ status: 'live', closedAt: null, activityId: step(0) })
})

test('a session that was started is not removed, one that was planned is', async () => {
  const { lead, workspace, params, start, plan } = await world()
  const planned = await plan()
  expect((await lead.call('removeSession', { params: { workspace, session: planned.id } })).status).toBe(200)
  await start()
  expect((await lead.call('removeSession', { params })).problem.errors?.[0]?.code).toBe('was-started')
  const { body } = await lead.call('sessions', { params: { workspace } })
  expect(body.sessions.map(({ id }) => id)).toEqual([params.session])
})

test('a note is for those who lead', async () => {
  const { lead, params, join, see, step } = await world()
  await lead.call('putNote', { params: { ...params, activity: step(0) }, body: { text: 'Wim eerst' } })
  expect((await see(lead)).leading?.notes).toEqual({ [step(0)]: 'Wim eerst' })
  const { caller } = await join('Ada')
  expect(JSON.stringify(await see(caller))).not.toContain('Wim eerst')
})

test('sessions of a file are there as they were, and none is live', async () => {
  const lead = browserOf(server)
  const { body } = await lead.call('importWorkspace', { query: {}, body: exampleFile() })
  const { sessions } = (await lead.call('sessions', { params: { workspace: body.workspace.id } })).body
  expect(sessions.length).toBeGreaterThan(1)
  expect(sessions[0]).toMatchObject({ id: 'se-1', status: 'closed', present: expect.any(Number) as number })
  expect(sessions[0]?.present).toBeGreaterThan(5)
  expect(sessions.some(({ status }) => status === 'live')).toBe(false)
})

test('a script comes back from its file as it was, and nothing else is taken for one', async () => {
  const { lead, workspace } = await world()
  const script = {
    format: 'polder-script',
    formatVersion: 1,
    title: 'Eigen avond',
    templateId: '',
    goal: '',
    mode: 'onSite',
    stages: [
      {
        title: 'Begin',
        steps: [
          {
            title: 'Welkom',
            minutes: 5,
            workForm: 'plenary',
            method: 'opening',
            artefacts: [],
            prompt: 'Hallo',
            expectedOutput: '',
            anonymity: null,
            window: null,
          },
        ],
      },
    ],
  }
  const made = await lead.call('createSession', { params: { workspace }, body: { script } })
  expect(made.body.steps).toMatchObject([{ title: 'Welkom' }])
  const wrong = await lead.call('createSession', { params: { workspace }, body: { script: { format: 'else' } } })
  expect(wrong.problem.errors).toEqual([{ field: 'script', code: 'malformed-script' }])
})
