import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, can, type Action } from '#domain/permissions.ts'
import { roles, type Role } from '#domain/participant.ts'
import { allPaths as paths, allRoutes as routes } from '#protocol/all-routes.ts'
import type { CallOf, RouteAccess, RouteName } from '#protocol/http-api.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { pngOf } from './support/png.ts'
import { startServer, type TestServer } from './support/test-server.ts'

type World = {
  readonly workspace: string
  readonly artefact: string
  readonly joinCode: string
  readonly returnCode: string
  readonly secret: string
  /** Somebody else, who is there to be changed or removed. */
  readonly other: string
  readonly prepared: string
  readonly open: string
  readonly opposed: string
  readonly card: string
  /** A card whose words were taken into the map. */
  readonly taken: string
  /** The secret of its reading link. */
  readonly readingSecret: string
  /** The secret of the link to its hall screen. */
  readonly hallSecret: string
  /** A comment of the facilitator. */
  readonly comment: string
  /** A session that is live, and its second step; and one that is planned. */
  readonly session: string
  readonly activity: string
  readonly planned: string
}

/** One sound request of every route; a route that is not here is a type error. */
const requests: { readonly [Name in RouteName]: (world: World) => CallOf<Name> } = {
  health: () => ({}),
  ready: () => ({}),
  metrics: () => ({}),
  description: () => ({}),
  me: () => ({}),
  createWorkspace: () => ({ body: { title: 'A', language: 'nl' } }),
  importWorkspace: () => ({ query: {}, body: {} }),
  lookUpCode: ({ joinCode }) => ({ params: { code: joinCode } }),
  join: ({ joinCode }) => ({ body: { code: joinCode, name: 'Cem', perspective: 'other' } }),
  return: ({ returnCode }) => ({ body: { code: returnCode } }),
  enter: ({ secret }) => ({ body: { secret } }),
  workspace: ({ workspace }) => ({ params: { workspace } }),
  changeWorkspace: ({ workspace }) => ({ params: { workspace }, body: { keepDays: 90 } }),
  rotateJoinCode: ({ workspace }) => ({ params: { workspace } }),
  makeFacilitatorLink: ({ workspace }) => ({ params: { workspace } }),
  people: ({ workspace }) => ({ params: { workspace } }),
  changePerson: ({ workspace, other }) => ({ params: { workspace, participant: other }, body: { role: 'observer' } }),
  removePerson: ({ workspace, other }) => ({ params: { workspace, participant: other } }),
  leave: ({ workspace }) => ({ params: { workspace } }),
  directory: ({ workspace }) => ({ params: { workspace } }),
  activity: ({ workspace }) => ({ params: { workspace } }),
  createArtefact: ({ workspace }) => ({ params: { workspace }, body: { kind: 'stakeholder-map' } }),
  changeArtefact: ({ workspace, artefact }) => ({ params: { workspace, artefact }, body: { locked: true } }),
  removeArtefact: ({ workspace, artefact }) => ({ params: { workspace, artefact } }),
  imports: ({ workspace, artefact }) => ({ params: { workspace, artefact } }),
  importRows: ({ workspace, artefact }) => ({
    params: { workspace, artefact },
    body: { id: 'im-a', title: 'a.csv', rows: { parties: [], lines: [] } },
  }),
  undoImport: ({ workspace, artefact }) => ({ params: { workspace, artefact, import: 'im-brought' } }),
  allRecords: ({ workspace }) => ({ params: { workspace } }),
  records: ({ workspace }) => ({ params: { workspace, collection: 'comments' } }),
  addRecord: ({ workspace, artefact }) => ({
    params: { workspace, collection: 'comments' },
    body: { value: { documentId: artefact, text: 'A', quote: '' } },
  }),
  changeRecord: ({ workspace, comment }) => ({
    params: { workspace, collection: 'comments', record: comment },
    body: { version: 1, value: { resolved: true } },
  }),
  removeRecord: ({ workspace, comment }) => ({ params: { workspace, collection: 'comments', record: comment } }),
  estimates: ({ workspace }) => ({ params: { workspace } }),
  putEstimate: ({ workspace, artefact }) => ({
    params: { workspace, map: artefact, stakeholder: 'sh-a', attribute: 'influence' },
    body: { value: null },
  }),
  agenda: ({ workspace }) => ({ params: { workspace }, query: { format: 'docx' } }),
  insights: ({ workspace }) => ({ params: { workspace } }),
  export: ({ workspace }) => ({ params: { workspace }, query: { format: 'html' } }),
  exportsMade: ({ workspace }) => ({ params: { workspace } }),
  outcomes: ({ workspace }) => ({ params: { workspace }, query: {} }),
  logo: ({ workspace }) => ({ params: { workspace } }),
  putLogo: ({ workspace }) => ({ params: { workspace }, body: { png: dot, alternative: 'Gemeente Veldermeer' } }),
  removeLogo: ({ workspace }) => ({ params: { workspace } }),
  makeReadingLink: ({ workspace }) => ({ params: { workspace } }),
  revokeReadingLink: ({ workspace }) => ({ params: { workspace } }),
  readLetter: ({ readingSecret }) => ({ body: { secret: readingSecret } }),
  ticket: ({ workspace, artefact }) => ({ params: { room: `${workspace}.${artefact}` } }),
  sessions: ({ workspace }) => ({ params: { workspace } }),
  createSession: ({ workspace }) => ({ params: { workspace }, body: { template: 'tpl-problem' } }),
  session: ({ workspace, session }) => ({ params: { workspace, session } }),
  removeSession: ({ workspace, planned }) => ({ params: { workspace, session: planned } }),
  startSession: ({ workspace, planned }) => ({
    params: { workspace, session: planned },
    body: { promise: 'De raad antwoordt.' },
  }),
  closeSession: ({ workspace, session }) => ({ params: { workspace, session } }),
  moveToStep: ({ workspace, session, activity }) => ({ params: { workspace, session }, body: { activity } }),
  steerTimer: ({ workspace, session }) => ({ params: { workspace, session }, body: { act: 'pause' } }),
  steerSession: ({ workspace, session }) => ({ params: { workspace, session }, body: { follow: 'hold' } }),
  setTables: ({ workspace, session }) => ({ params: { workspace, session }, body: { tables: [] } }),
  mergeTables: ({ workspace, session, activity }) => ({ params: { workspace, session }, body: { activity } }),
  takePart: ({ workspace, session }) => ({ params: { workspace, session }, body: { present: true } }),
  answerHand: ({ workspace, session, other }) => ({
    params: { workspace, session, participant: other },
    body: { act: 'done' },
  }),
  markPresent: ({ workspace, session, other }) => ({
    params: { workspace, session, participant: other },
    body: { present: true },
  }),
  putNote: ({ workspace, session, activity }) => ({ params: { workspace, session, activity }, body: { text: 'A' } }),
  sessionLog: ({ workspace, session }) => ({ params: { workspace, session } }),
  makeHallLink: ({ workspace, session }) => ({ params: { workspace, session } }),
  revokeHallLink: ({ workspace, session }) => ({ params: { workspace, session } }),
  openHall: ({ hallSecret }) => ({ body: { secret: hallSecret } }),
  undoAct: ({ workspace, session }) => ({ params: { workspace, session, number: '2' } }),
  ballots: ({ workspace }) => ({ params: { workspace } }),
  createBallot: ({ workspace }) => ({ params: { workspace }, body: { ...ballot, open: true } }),
  changeBallot: ({ workspace, prepared }) => ({ params: { workspace, ballot: prepared }, body: { question: 'B?' } }),
  removeBallot: ({ workspace, prepared }) => ({ params: { workspace, ballot: prepared } }),
  moveBallot: ({ workspace, prepared }) => ({ params: { workspace, ballot: prepared }, body: { to: 'open' } }),
  vote: ({ workspace, open }) => ({
    params: { workspace, ballot: open },
    body: { choice: { yes: 'consent' }, receipt },
  }),
  enterVotes: ({ workspace, open }) => ({
    params: { workspace, ballot: open },
    body: { choice: { yes: 'consent' }, receipt, perspective: 'resident', people: 2 },
  }),
  sayNeed: ({ workspace, opposed }) => ({ params: { workspace, ballot: opposed }, body: { text: 'Een proef' } }),
  skipNeeds: ({ workspace, opposed }) => ({ params: { workspace, ballot: opposed }, body: { why: 'Geen tijd' } }),
  drafts: ({ workspace, activity }) => ({ params: { workspace, activity } }),
  putDraft: ({ workspace, activity, session }) => ({
    params: { workspace, activity, draft: 'ca-mijn' },
    body: { session, text: 'A', promise: 'names' },
  }),
  revealDrafts: ({ workspace, activity, session }) => ({
    params: { workspace, activity },
    body: { session, evenFew: true },
  }),
  takeCard: ({ workspace, session, card }) => ({
    params: { workspace, session, card },
    body: { kind: 'stakeholder-map', place: 'stakeholders' },
  }),
  giveBackCard: ({ workspace, session, taken, artefact }) => ({
    params: { workspace, session, card: taken },
    body: { document: artefact, place: 'stakeholders' },
  }),
  exit: ({ workspace, session }) => ({ params: { workspace, session } }),
  answerExit: ({ workspace, session }) => ({
    params: { workspace, session },
    body: { receipt, answers: { 'exq-1': 4 } },
  }),
  influence: ({ workspace }) => ({ params: { workspace }, query: {} }),
}

/** One pixel as PNG. */
const dot = Buffer.from(pngOf({ width: 1, height: 1 })).toString('base64')
const receipt = 'a-receipt-that-only-this-device-has'
const ballot = {
  question: 'A?',
  method: 'consent' as const,
  options: [{ id: 'yes', text: 'Ja' }],
}

/** Beside the people of the workspace: nobody, somebody of another workspace, and somebody who was removed. */
const outsiders = ['nobody', 'stranger', 'removed'] as const
type Who = Role | (typeof outsiders)[number]
const everybody: readonly Who[] = [...roles, 'screen', ...outsiders]
const names = Object.keys(paths) as RouteName[] // the keys of the table, which TypeScript widens

let server: TestServer
beforeAll(async () => {
  const html = async () => ({ bytes: new Uint8Array([1]), type: 'text/html', name: 'a.html' })
  const env = {
    LIMIT_COMMANDS_PER_SECOND: '1000',
    LIMIT_JOIN_FAILURES_PER_MINUTE: '1000',
    LIMIT_IMPORTS_PER_HOUR: '1000',
  }
  server = await startServer({ env, exporters: { html } })
})
afterAll(() => server.stop())

// A world of its own for each cell, so that what one cell changes is no part of another.
const worldFor = async (who: Who): Promise<{ readonly world: World; readonly caller: Caller }> => {
  const ada = browserOf(server)
  const { body: made } = await ada.call('createWorkspace', {
    body: { title: 'A', language: 'nl', artefacts: ['stakeholder-map'] },
  })
  const workspace = made.workspace.id
  const join = async (caller: Caller, name: string) => {
    const { body } = await caller.call('join', { body: { code: made.joinCode, name, perspective: 'resident' } })
    return body
  }
  const other = await join(browserOf(server), 'Bram')
  const { body: view } = await ada.call('workspace', { params: { workspace } })
  const artefact = view.artefacts[0]?.id ?? ''
  const comment = await ada.call('addRecord', {
    params: { workspace, collection: 'comments' },
    body: { value: { documentId: artefact, text: 'Klopt dit?' } },
  })
  await ada.call('importRows', {
    params: { workspace, artefact },
    body: { id: 'im-brought', title: 'a.csv', rows: { parties: [], lines: [] } },
  })
  const plan = async () => {
    const planned = await ada.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
    return planned.body
  }
  const [planned, live] = [await plan(), await plan()]
  const inLive = { workspace, session: live.id }
  await ada.call('startSession', { params: inLive, body: { promise: 'De raad antwoordt.' } })
  await ada.call('steerSession', { params: inLive, body: { follow: 'hold' } })
  // A ballot that is prepared, one that is open, and one that closed with an objection; a text that waits, and a card.
  const makeBallot = async (open: boolean) => {
    const { body } = await ada.call('createBallot', { params: { workspace }, body: { ...ballot, open } })
    return body.id
  }
  const [prepared, open, opposed] = [await makeBallot(false), await makeBallot(true), await makeBallot(true)]
  await ada.call('enterVotes', {
    params: { workspace, ballot: opposed },
    body: { receipt, perspective: 'resident', people: 1, choice: { yes: 'objection' }, note: 'Te snel' },
  })
  await ada.call('moveBallot', { params: { workspace, ballot: opposed }, body: { to: 'closed' } })
  const activity = live.steps[1]?.id ?? ''
  const write = (draft: string) =>
    ada.call('putDraft', {
      params: { workspace, activity, draft },
      body: { session: live.id, text: 'Het is stil op zondag', promise: 'none' },
    })
  for (const card of ['ca-kaart', 'ca-mee']) await write(card)
  await ada.call('revealDrafts', { params: { workspace, activity }, body: { session: live.id, evenFew: true } })
  await ada.call('takeCard', {
    params: { ...inLive, card: 'ca-mee' },
    body: { kind: 'stakeholder-map', place: 'stakeholders' },
  })
  await write('ca-wacht')
  const world = {
    prepared,
    open,
    opposed,
    card: 'ca-kaart',
    taken: 'ca-mee',
    workspace,
    artefact,
    session: live.id,
    activity: live.steps[1]?.id ?? '',
    planned: planned.id,
    comment: comment.body.id,
    joinCode: made.joinCode,
    secret: made.facilitatorSecret,
    returnCode: other.returnCode,
    other: other.participant.id,
    hallSecret: (await ada.call('makeHallLink', { params: inLive })).body.secret,
    readingSecret: (await ada.call('makeReadingLink', { params: { workspace } })).body.secret,
  }
  const caller = browserOf(server)
  if (who === 'nobody') return { world, caller }
  if (who === 'screen') {
    await caller.call('openHall', { body: { secret: world.hallSecret } })
    return { world, caller }
  }
  if (who === 'stranger') await caller.call('createWorkspace', { body: { title: 'B', language: 'nl' } })
  else {
    const params = { workspace, participant: (await join(caller, 'Dina')).participant.id }
    if (who === 'removed') await ada.call('removePerson', { params })
    else await ada.call('changePerson', { params, body: { role: who } })
  }
  return { world, caller }
}

const call = <Name extends RouteName>(caller: Caller, name: Name, world: World) =>
  caller.call(name, requests[name](world))

const isAction = (name: string): name is Action => actions.some((action) => action === name)

/** Routes where these requests ask for more than the route itself: changing somebody else, or entering for others. */
const more: { readonly [Name in RouteName]?: Action } = {
  changePerson: 'manage-people',
  removeRecord: 'manage-people',
  enterVotes: 'run-ballots',
}

/** The code of the refusal that the policy demands, or `null` for a request that must get through to its route. */
const demanded = (name: RouteName, who: Who): string | null => {
  const access: RouteAccess = routes[name].access
  if (access === 'anybody') return null
  if (who === 'nobody') return 'signed-out'
  if (who === 'stranger') return 'not-found'
  if (who === 'removed') return 'removed'
  // On the wall stand neither the artefacts themselves nor what people say about them.
  if (who === 'screen' && (name === 'ticket' || name === 'records')) return 'forbidden'
  if (!isAction(access.action)) throw new Error(`the policy has no action ${access.action}`)
  const action = more[name] ?? access.action
  return can(who, action) ? null : 'forbidden'
}

describe.each(everybody)('%s', (who) => {
  test.each(names)('calls %s', async (name) => {
    const { world, caller } = await worldFor(who)
    const answer = await call(caller, name, world)
    const wanted = demanded(name, who)
    if (wanted !== null) return expect(answer.code).toBe(wanted)
    if (name === 'importWorkspace') return expect(answer.code).toBe('malformed-import')
    // Another session is led: one at a time.
    if (name === 'startSession')
      return expect(answer.problem.errors).toEqual([{ field: 'session', code: 'other-session' }])
    expect(answer.code).toBeUndefined()
    const route = routes[name]
    if ('answer' in route) expect(route.answer.safeParse(answer.body).error).toBeUndefined()
  })
})

test('a workspace that is not there and one of others are answered alike', async () => {
  const { world, caller } = await worldFor('stranger')
  const theirs = await call(caller, 'workspace', world)
  const none = await call(caller, 'workspace', { ...world, workspace: 'f'.repeat(32) })
  const noId = await call(caller, 'workspace', { ...world, workspace: 'nothing' })
  expect([none.problem, noId.problem]).toEqual([theirs.problem, theirs.problem])
})

test('an id of another workspace in an address of one’s own changes nothing', async () => {
  const mine = await worldFor('facilitator')
  const theirs = await worldFor('facilitator')
  const mixed = { ...mine.world, artefact: theirs.world.artefact, other: theirs.world.other }
  for (const name of ['changeArtefact', 'removeArtefact', 'changePerson', 'removePerson', 'ticket'] as const)
    expect((await call(mine.caller, name, mixed)).code).toBe('not-found')
  const { body } = await theirs.caller.call('workspace', { params: { workspace: theirs.world.workspace } })
  expect(body.artefacts).toMatchObject([{ id: theirs.world.artefact, locked: false }])
})
