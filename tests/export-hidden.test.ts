import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { exportFormats, type ExportFormat } from '#protocol/http-schemas.ts'
import { openDoor } from '../apps/server/door.ts'
import { readWorkspaceFile } from '../apps/server/files.ts'
import { createRooms } from '../apps/server/rooms.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { receiptOf, type Chooser } from './support/choosers.ts'
import { exportedText } from './support/exported-text.ts'
import { startServer, type TestServer } from './support/test-server.ts'

const example = JSON.parse(
  readFileSync(new URL('../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
) as object // our own file

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    createRooms,
    openDoor,
    readWorkspaceFile,
    exporters: exportersOf(models),
    env: { LIMIT_COMMANDS_PER_SECOND: '1000', LIMIT_EXPORTS_PER_MINUTE: '1000' },
  })
})
afterAll(() => server.stop())

const timeout = 240_000

/** The example in the middle of a live session, with something hidden in every place that hides something. */
const hiddenWorld = async () => {
  const lead = browserOf(server)
  const { body: made } = await lead.call('importWorkspace', { query: {}, body: example })
  const workspace = made.workspace.id
  const params = { workspace }
  const join = async (name: string, perspective = 'resident'): Promise<Chooser> => {
    const caller = browserOf(server)
    const { body } = await caller.call('join', { body: { code: made.joinCode, name, perspective } })
    return { id: body.participant.id, caller, receipt: receiptOf(name) }
  }
  const people = await Promise.all(['Een', 'Twee', 'Drie'].map((name) => join(`Kanarienaam ${name}`)))
  const [ada, bram] = people
  if (!ada || !bram) throw new Error('nobody came')
  const { body: session } = await lead.call('createSession', { params, body: { template: 'tpl-problem' } })
  const inSession = { workspace, session: session.id }
  await lead.call('startSession', { params: inSession, body: { promise: 'De raad antwoordt.' } })

  const activity = session.steps[2]?.id ?? ''
  const kept: number[] = []
  const keep = ({ status }: { readonly status: number }) => void kept.push(status)
  keep(
    await ada.caller.call('putDraft', {
      params: { workspace, activity, draft: 'ca-kanarie' },
      body: { session: session.id, text: 'Kanarieconcept dat niemand nog ziet', promise: 'names' },
    }),
  )
  keep(
    await ada.caller.call('takePart', {
      params: inSession,
      body: { present: true, hand: 'help', text: 'Kanariehand: mijn scherm is leeg' },
    }),
  )
  for (const [secret, note] of [
    [true, 'Kanariegeheim'],
    [false, 'Kanarieopen'],
  ] as const) {
    const asked = { question: 'Gaan we door?', method: 'consent' as const, options: [{ id: 'yes', text: 'Ja' }] }
    const { body: ballot } = await lead.call('createBallot', {
      params,
      body: { ...asked, settings: { secret }, open: true },
    })
    for (const { caller, receipt } of people) {
      const body = { choice: { yes: 'objection' }, receipt, note: `${note} bij een stem` }
      keep(await caller.call('vote', { params: { workspace, ballot: ballot.id }, body }))
    }
  }
  keep(
    await ada.caller.call('addRecord', {
      params: { workspace, collection: 'comments' },
      body: {
        value: {
          documentId: 'pr-1',
          itemId: null,
          field: null,
          quote: '',
          text: 'Kanariereactie van iemand',
          threadId: null,
          kind: 'comment',
          mentions: [bram.id],
          resolved: false,
        },
      },
    }),
  )
  // Each of them is really there.
  expect(kept).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 201])
  const { body: link } = await lead.call('makeReadingLink', { params })
  return { lead, ada, people, workspace, params, session: session.id, secret: link.secret, joinCode: made.joinCode }
}

/** Letters only, as a PDF breaks words and a code has spaces. */
const plain = (text: string): string => text.replaceAll(/[\s\u00ad-]+/g, '').toLowerCase()

test('what is hidden while a session runs is in no file, no letter and no page about files', { timeout }, async () => {
  const { lead, ada, people, workspace, params, session, secret, joinCode } = await hiddenWorld()
  const file = async ({ fetch }: Caller, query: string): Promise<string> => {
    const response = await fetch(`/api/workspaces/${workspace}/${query}`)
    expect({ query, status: response.status }).toEqual({ query, status: 200 })
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'memo.html'
    return exportedText(name, new Uint8Array(await response.arrayBuffer()))
  }
  const reports = new Set<ExportFormat>(['html', 'odt', 'docx', 'pdf', 'md'])
  const queries = exportFormats.flatMap((format) => [
    `export?format=${format}&level=complete&panel=1`,
    ...(reports.has(format)
      ? [`export?format=${format}&session=${session}`, `export?format=${format}&kind=letter`]
      : []),
  ])
  const told: (readonly [string, string])[] = []
  for (const query of [...queries, 'agenda?format=docx', 'agenda?format=html', 'agenda?format=md']) {
    told.push([`a participant's ${query}`, await file(ada.caller, query)])
  }
  told.push(['the outcomes', JSON.stringify((await ada.caller.call('outcomes', { params, query: {} })).body)])
  const { body: letter } = await browserOf(server).call('readLetter', { body: { secret } })
  told.push(['the reading page', JSON.stringify(letter)])
  expect(letter.blocks.length).toBeGreaterThan(3)

  const codes = [secret, joinCode, ...people.map(({ receipt }) => receipt)]
  const leaks = told.flatMap(([where, text]) => {
    // A workspace file has people without their names; every other file tells of groups only.
    const ids = where.includes('format=json') ? [] : people.map(({ id }) => id)
    const words = plain(text).match(/kanarie[a-z]*/g) ?? []
    return [...words, ...[...codes, ...ids].filter((each) => text.includes(each))].map((each) => `${where}: ${each}`)
  })
  expect(leaks).toEqual([])

  // The facilitator's own copy tells names and comments, and still nothing that was promised to be hidden.
  const backup = await file(lead, 'export?format=json&names=1')
  expect(new Set(plain(backup).match(/kanarie[a-z]{4}/g))).toEqual(new Set(['kanarienaam', 'kanariereac']))
  for (const hidden of codes) expect(backup).not.toContain(hidden)
})
