import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allPaths as paths, allRoutes as routes } from '#protocol/all-routes.ts'
import type { RouteName } from '#protocol/http-api.ts'
import { openMemory } from '../apps/server/storage/sqlite.ts'
import type { Tables } from '../apps/server/storage/storage.ts'
import { parseRoom } from '#protocol/room-name.ts'
import { browserOf, programOf, type Caller } from './support/caller.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const newWorkspace = async (caller: Caller = browserOf(server), title = 'Samen minder alleen') => {
  const made = await caller.call('createWorkspace', { body: { title, language: 'nl', question: 'Hoe?' } })
  expect(made.status).toBe(201)
  return { ada: caller, id: made.body.workspace.id, ...made.body }
}

const joinAs = async (code: string, name: string, perspective = 'resident', caller = browserOf(server)) => {
  const joined = await caller.call('join', { body: { code, name, perspective } })
  return { caller, ...joined }
}

describe('making a workspace', () => {
  test('gives its maker a session, and one empty artefact of each kind', async () => {
    const { ada, id, joinCode } = await newWorkspace()
    const { body, status } = await ada.call('workspace', { params: { workspace: id } })
    expect(status).toBe(200)
    expect(routes.workspace.answer.safeParse(body).error).toBeUndefined()
    expect(body.workspace).toMatchObject({ title: 'Samen minder alleen', question: 'Hoe?', joinCode, keepDays: 365 })
    expect(body.artefacts.length).toBeGreaterThan(0)
    expect(body.role).toBe('facilitator')
    expect(body.me.name).toBe('Begeleider')
    expect(body.secureCookie).toBe(false)
    expect(body.perspectives.map((perspective) => perspective.id)).toEqual([
      'resident',
      'professional',
      'policy',
      'other',
    ])
  })

  test('a program uses the token of the answer', async () => {
    const { id, facilitatorToken } = await newWorkspace()
    const { status } = await programOf(server, facilitatorToken).call('workspace', { params: { workspace: id } })
    expect(status).toBe(200)
  })

  test('a workspace that names its own groups gets one for everybody else', async () => {
    const perspectives = [{ id: 'buren', title: 'Buren', marker: 'm1' as const, order: 0, base: 'resident' as const }]
    const { body } = await browserOf(server).call('createWorkspace', {
      body: { title: 'Eigen', language: 'nl', perspectives },
    })
    const { body: joined } = await joinAs(body.joinCode, 'Bram', 'ik-weet-het-niet')
    expect(joined.participant.perspective).toBe('other')
    expect((await joinAs(body.joinCode, 'Cem', 'buren')).body.participant.perspective).toBe('buren')
  })

  test('names each wrong field', async () => {
    const body = { title: ' ', language: 'fr' } as never
    const { status, problem, headers } = await browserOf(server).call('createWorkspace', { body })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(problem).toMatchObject({ code: 'invalid-input', status: 400 })
    expect(problem.errors?.map(({ field }) => field)).toEqual(['title', 'language'])
    const none = await browserOf(server).call('createWorkspace', { body: {} as never })
    expect(none.problem.errors).toContainEqual({ field: 'title', code: 'required' })
    const unknown = await browserOf(server).call('createWorkspace', {
      body: { title: 'A', language: 'nl', artefacts: ['song'] },
    })
    expect(unknown.problem.errors).toEqual([{ field: 'artefacts.0', code: 'unknown-kind' }])
  })

  test('needs the code where one is set', async () => {
    const guarded = await startServer({ env: { CREATE_CODE: 'welkom' } })
    const ada = browserOf(guarded)
    const body = { title: 'A', language: 'nl' } as const
    expect((await ada.call('createWorkspace', { body })).code).toBe('create-code-required')
    expect((await ada.call('createWorkspace', { body: { ...body, createCode: 'raad' } })).code).toBe(
      'create-code-required',
    )
    expect((await ada.call('createWorkspace', { body: { ...body, createCode: 'welkom' } })).status).toBe(201)
    expect((await ada.call('importWorkspace', { query: {}, body: {} })).code).toBe('create-code-required')
    await guarded.stop()
  })
})

describe('joining', () => {
  test('with the code in any spelling; a name that is taken gets a number', async () => {
    const { joinCode, id } = await newWorkspace()
    const spaced = `${joinCode.slice(0, 4)} ${joinCode.slice(4)}`.toLowerCase()
    const preview = await browserOf(server).call('lookUpCode', { params: { code: spaced } })
    expect(preview.body).toMatchObject({ title: 'Samen minder alleen', language: 'nl', state: 'open' })
    const first = await joinAs(spaced, 'Ada')
    expect(first.status).toBe(201)
    expect(routes.join.answer.safeParse(first.body).error).toBeUndefined()
    const second = await joinAs(joinCode, ' ada ')
    expect(second.body.participant.name).toBe('ada 2')
    const { body } = await second.caller.call('people', { params: { workspace: id } })
    expect(body.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Begeleider', 'Ada', 'ada 2']))
  })

  test('people who join at once with one name all get names of their own', async () => {
    const storage = openMemory()
    // A disk that takes its time, so that requests truly overlap.
    const write: Tables['write'] = async (queries) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return storage.tables.write(queries)
    }
    const slow = await startServer({ storage: { ...storage, tables: { ...storage.tables, write } } })
    const made = await browserOf(slow).call('createWorkspace', { body: { title: 'A', language: 'nl' } })
    const body = { code: made.body.joinCode, name: 'Bram', perspective: 'other' }
    const all = await Promise.all(Array.from({ length: 20 }, () => browserOf(slow).call('join', { body })))
    expect(new Set(all.map((joined) => joined.body.participant.name)).size).toBe(20)
    await slow.stop()
  })

  test('one device is in several workspaces under one cookie', async () => {
    const one = await newWorkspace(undefined, 'Een')
    const bram = browserOf(server)
    await joinAs(one.joinCode, 'Bram', 'policy', bram)
    const cookie = bram.cookie()
    const two = await newWorkspace(bram, 'Twee')
    expect(bram.cookie()).toBe(cookie)
    const { body } = await bram.call('me', {})
    expect(body.workspaces.map(({ title, role }) => `${title}: ${role}`).toSorted()).toEqual([
      'Een: contributor',
      'Twee: facilitator',
    ])
    await bram.call('leave', { params: { workspace: two.id } })
    expect((await bram.call('me', {})).body.workspaces.map(({ title }) => title)).toEqual(['Een'])
  })

  test('an unknown code, a closed and a full workspace say so', async () => {
    expect((await joinAs('BBBBBBBB', 'Ada')).code).toBe('unknown-code')
    const { ada, id, joinCode } = await newWorkspace()
    await ada.call('changeWorkspace', { params: { workspace: id }, body: { joining: 'closed' } })
    expect((await joinAs(joinCode, 'Ada')).code).toBe('joining-closed')
    const small = await startServer({ env: { LIMIT_PARTICIPANTS: '2' } })
    const made = await browserOf(small).call('createWorkspace', { body: { title: 'Vol', language: 'nl' } })
    const join = (name: string) =>
      browserOf(small).call('join', { body: { code: made.body.joinCode, name, perspective: 'other' } })
    expect((await join('Ada')).status).toBe(201)
    expect((await join('Bram')).code).toBe('workspace-full')
    await small.stop()
  })

  test('a rotated code stops working; who was in stays in', async () => {
    const { ada, id, joinCode } = await newWorkspace()
    const bram = await joinAs(joinCode, 'Bram')
    const { body } = await ada.call('rotateJoinCode', { params: { workspace: id } })
    expect((await joinAs(joinCode, 'Cem')).code).toBe('unknown-code')
    expect((await joinAs(body.joinCode, 'Cem')).status).toBe(201)
    expect((await bram.caller.call('workspace', { params: { workspace: id } })).status).toBe(200)
  })

  test('a name of hidden characters only is no name', async () => {
    const { joinCode } = await newWorkspace()
    expect((await joinAs(joinCode, '\u200B\u202E')).problem.errors).toEqual([{ field: 'name', code: 'required' }])
  })

  test('a hall of three hundred joins at once, from one address', async () => {
    const { joinCode } = await newWorkspace()
    const joined = await Promise.all(Array.from({ length: 300 }, (_, at) => joinAs(joinCode, `Ada ${at}`)))
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(joined.map(({ body }) => body.participant.name)).size).toBe(300)
  })

  test('who guesses cannot pose as other addresses', async () => {
    const strict = await startServer({ env: { LIMIT_JOIN_FAILURES_PER_MINUTE: '3' } })
    const guess = (at: number) =>
      fetch(`${strict.url}/api/join/BBBBBBB${at}`, {
        headers: {
          'x-forwarded-for': `10.0.0.${at}`,
          'cf-connecting-ip': `10.0.1.${at}`,
          forwarded: `for=10.0.2.${at}`,
        },
      })
    const statuses: number[] = []
    for (let at = 2; at < 8; at += 1) statuses.push((await guess(at)).status)
    expect(statuses).toEqual([404, 404, 404, 429, 429, 429])
    await strict.stop()
  })

  test('only wrong codes are counted', async () => {
    const now = { value: 1_000_000 }
    const clock = { now: () => now.value, after: () => () => undefined }
    const strict = await startServer({ clock, env: { LIMIT_JOIN_FAILURES_PER_MINUTE: '3' } })
    const made = await browserOf(strict).call('createWorkspace', { body: { title: 'A', language: 'nl' } })
    const join = (code: string) => browserOf(strict).call('join', { body: { code, name: 'Ada', perspective: 'other' } })
    for (let count = 0; count < 12; count += 1) expect((await join(made.body.joinCode)).status).toBe(201)
    for (let count = 0; count < 3; count += 1) expect((await join('BBBBBBBB')).code).toBe('unknown-code')
    const refused = await join('BBBBBBBB')
    expect(refused.code).toBe('too-many-attempts')
    expect(refused.problem.retryAfter).toBe(60)
    expect(refused.headers.get('retry-after')).toBe('60')
    now.value += 60_000
    expect((await join(made.body.joinCode)).status).toBe(201)
    await strict.stop()
  })
})

describe('coming back', () => {
  test('a return code works once and is replaced', async () => {
    const { id, joinCode } = await newWorkspace()
    const ada = await joinAs(joinCode, 'Ada')
    expect(ada.body.returnCode).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ2-9]{12}$/)
    const phone = browserOf(server)
    const back = await phone.call('return', { body: { code: ada.body.returnCode.toLowerCase() } })
    expect(back.body.participant.id).toBe(ada.body.participant.id)
    expect((await phone.call('workspace', { params: { workspace: id } })).status).toBe(200)
    expect((await browserOf(server).call('return', { body: { code: ada.body.returnCode } })).code).toBe('unknown-code')
    expect((await browserOf(server).call('return', { body: { code: back.body.returnCode } })).status).toBe(200)
  })

  test('a facilitator link makes its holder a facilitator, and one who took part already too', async () => {
    const { id, joinCode, facilitatorSecret } = await newWorkspace()
    const cem = browserOf(server)
    const entered = await cem.call('enter', { body: { secret: facilitatorSecret } })
    expect(entered.body.participant.name).toBe('Begeleider 2')
    expect((await cem.call('workspace', { params: { workspace: id } })).body.role).toBe('facilitator')
    const bram = await joinAs(joinCode, 'Bram')
    const promoted = await bram.caller.call('enter', { body: { secret: facilitatorSecret } })
    expect(promoted.body.participant.id).toBe(bram.body.participant.id)
    expect((await bram.caller.call('workspace', { params: { workspace: id } })).body.role).toBe('facilitator')
    expect((await browserOf(server).call('enter', { body: { secret: 'nee' } })).code).toBe('unknown-code')
  })
})

describe('people', () => {
  test('change their own name and group; a facilitator changes roles', async () => {
    const { ada, id, joinCode } = await newWorkspace()
    const bram = await joinAs(joinCode, 'Bram')
    const own = { workspace: id, participant: bram.body.participant.id }
    expect(
      (await bram.caller.call('changePerson', { params: own, body: { name: 'Bram de Wit', perspective: 'policy' } }))
        .status,
    ).toBe(200)
    expect((await bram.caller.call('changePerson', { params: own, body: { role: 'facilitator' } })).code).toBe(
      'forbidden',
    )
    expect((await bram.caller.call('changePerson', { params: own, body: { canRecord: true } })).code).toBe('forbidden')
    const another = { workspace: id, participant: (await joinAs(joinCode, 'Cem')).body.participant.id }
    for (const body of [{ perspective: 'policy' }, { name: 'Karel' }])
      expect((await bram.caller.call('changePerson', { params: another, body })).code).toBe('forbidden')
    expect((await ada.call('changePerson', { params: another, body: { name: 'Karel' } })).status).toBe(200)
    expect((await ada.call('changePerson', { params: own, body: { canRecord: true } })).status).toBe(200)
    expect((await bram.caller.call('workspace', { params: { workspace: id } })).body.me.canRecord).toBe(true)
    expect((await ada.call('changePerson', { params: own, body: { role: 'observer', canRecord: false } })).status).toBe(
      200,
    )
    const { body } = await bram.caller.call('workspace', { params: { workspace: id } })
    expect(body.me).toMatchObject({ name: 'Bram de Wit', perspective: 'policy', role: 'observer' })
    expect(body.workspace.joinCode).toBeNull()
    expect(server.told.closed).toContainEqual({ who: own.participant, why: 'forbidden' })
  })

  test('who was removed is told so, and their return code is dead', async () => {
    const { ada, id, joinCode } = await newWorkspace()
    const bram = await joinAs(joinCode, 'Bram')
    const participant = bram.body.participant.id
    expect((await ada.call('removePerson', { params: { workspace: id, participant } })).status).toBe(200)
    expect((await bram.caller.call('workspace', { params: { workspace: id } })).code).toBe('removed')
    expect((await bram.caller.call('ticket', { params: { room: `${id}.workspace` } })).code).toBe('removed')
    expect((await browserOf(server).call('return', { body: { code: bram.body.returnCode } })).code).toBe('unknown-code')
    expect(server.told.closed).toContainEqual({ who: participant, why: 'forbidden' })
  })

  test('the last facilitator stays', async () => {
    const { ada, id, participant } = await newWorkspace()
    const params = { workspace: id, participant: participant.id }
    expect((await ada.call('removePerson', { params })).code).toBe('last-facilitator')
    expect((await ada.call('changePerson', { params, body: { role: 'observer' } })).code).toBe('last-facilitator')
  })
})

describe('artefacts', () => {
  test('are made, renamed, moved, locked and taken away', async () => {
    const { ada, id } = await newWorkspace()
    const list = async () => (await ada.call('workspace', { params: { workspace: id } })).body.artefacts
    const [first] = await list()
    if (!first) throw new Error('a new workspace has artefacts')
    const made = await ada.call('createArtefact', {
      params: { workspace: id },
      body: { kind: first.kind, title: 'Tweede' },
    })
    expect(made.status).toBe(201)
    const params = { workspace: id, artefact: made.body.id }
    await ada.call('changeArtefact', { params, body: { order: 0, title: 'Eerste', locked: true } })
    expect((await list())[0]).toMatchObject({ id: made.body.id, title: 'Eerste', locked: true })
    const told = server.told.events.map(({ event }) => event)
    expect(told).toContainEqual({ type: 'lock', documentId: made.body.id, locked: true })
    await ada.call('removeArtefact', { params })
    expect((await list()).map((artefact) => artefact.id)).not.toContain(made.body.id)
    expect(server.told.closed).toContainEqual({ who: made.body.id, why: 'gone' })
    expect((await ada.call('changeArtefact', { params, body: { title: 'X' } })).code).toBe('not-found')
    expect((await ada.call('removeArtefact', { params: { workspace: id, artefact: 'evidence' } })).code).toBe(
      'not-found',
    )
  })

  test('a ticket is only for a room that is there', async () => {
    const { ada, id } = await newWorkspace()
    const room = `${id}.evidence`
    expect(parseRoom(room).ok).toBe(true)
    const { body } = await ada.call('ticket', { params: { room } })
    expect(body.ticket).toMatch(/^[\w-]{43}$/)
    expect((await ada.call('ticket', { params: { room: `${id}.nothing` } })).code).toBe('not-found')
    expect((await ada.call('ticket', { params: { room: 'a.b' } })).code).toBe('not-found')
  })
})

describe('requests that another site could have sent', () => {
  const body = JSON.stringify({ title: 'A', language: 'nl' })
  const json = { 'content-type': 'application/json' }
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/workspaces`, { method: 'POST', body, headers })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:1'])(
    'are refused from %s',
    async (origin) => {
      expect((await post({ ...json, origin })).status).toBe(403)
    },
  )

  test('are refused when the browser says so, and when they are a form', async () => {
    expect((await post({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('are refused with a cookie and no origin', async () => {
    const { ada, id } = await newWorkspace()
    const cookie = ada.cookie() ?? ''
    const answer = await fetch(`${server.url}/api/workspaces/${id}/join-code`, {
      method: 'POST',
      headers: { cookie, 'x-polder': '1' },
    })
    expect(await answer.json()).toMatchObject({ code: 'origin-refused' })
  })
})

describe('every answer', () => {
  const seen = async (path: string) => (await fetch(server.url + path)).headers

  test.each(['/', '/j/BBBBBBBB', '/api/health', '/api/nothing', '/assets/nothing.js'])(
    'of %s has the headers of the policy',
    async (path) => {
      const headers = await seen(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy.split('; ')).toContain(part)
      expect(policy).toContain(server.url.replace('http', 'ws'))
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  test('a cookie is HttpOnly and Strict, and Secure with its prefix where the address is https', async () => {
    const make = (url: string, origin: string) =>
      fetch(`${url}/api/workspaces`, {
        method: 'POST',
        body: JSON.stringify({ title: 'A', language: 'nl' }),
        headers: { origin, 'content-type': 'application/json' },
      })
    const plain = (await make(server.url, server.url)).headers.getSetCookie()[0]
    expect(plain).toMatch(/^polder=[\w-]{43};.*HttpOnly; SameSite=Strict$/)
    const safe = await startServer({ env: { PUBLIC_URL: 'https://polder.example' } })
    const answer = await make(safe.url, 'https://polder.example')
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-polder=[\w-]{43};.*HttpOnly; Secure; SameSite=Strict$/)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect((await make(safe.url, safe.url)).status).toBe(403)
    await safe.stop()
  })
})

describe('the process', () => {
  test('says that it is there, ready, and how busy', async () => {
    expect(await (await fetch(`${server.url}/api/health`)).json()).toEqual({ status: 'ok', version: 'test' })
    expect(await (await fetch(`${server.url}/api/ready`)).json()).toEqual({ status: 'ready' })
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toMatch(/^polder_connections \d+$/m)
  })

  test('describes every route', async () => {
    const description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const described = Object.values(description.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(described.toSorted()).toEqual(Object.keys(paths).toSorted())
  })

  test('answers a route that is not there, malformed and oversized JSON with a problem', async () => {
    expect(await (await fetch(`${server.url}/api/nothing`)).json()).toMatchObject({ code: 'not-found', status: 404 })
    const post = (path: string, text: string) =>
      fetch(server.url + path, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } })
    expect(await (await post('/api/join', '{"code":')).json()).toMatchObject({ code: 'invalid-input' })
    expect(await (await post('/api/join', JSON.stringify('x'.repeat(1_100_000)))).json()).toMatchObject({
      code: 'too-large',
      status: 413,
    })
    expect(await (await fetch(`${server.url}/api/workspaces/nothing`)).json()).toMatchObject({ code: 'signed-out' })
  })

  test('tells no error of its own outside', async () => {
    const broken = await startServer({ exporters: { html: async () => Promise.reject(new Error('geheim')) } })
    const ada = browserOf(broken)
    const { body } = await ada.call('createWorkspace', { body: { title: 'A', language: 'nl' } })
    const answer = await ada.call('export', { params: { workspace: body.workspace.id }, query: { format: 'html' } })
    expect(answer.problem).toEqual({ type: 'urn:polder:problem:broken', title: 'broken', status: 500, code: 'broken' })
    expect(broken.logged.join('')).toContain('geheim')
    await broken.stop()
  })

  test('never logs a code, a token or a name', async () => {
    const made = await newWorkspace()
    const bram = await joinAs(made.joinCode, 'Bram-Canarie')
    const logged = server.logged.join('')
    for (const secret of [
      made.joinCode,
      made.facilitatorToken,
      made.facilitatorSecret,
      bram.body.token,
      bram.body.returnCode,
      'Bram-Canarie',
    ])
      expect(logged).not.toContain(secret)
  })
})

test('every route has an address', () => {
  expect(Object.keys(routes).toSorted()).toEqual(Object.keys(paths).toSorted() satisfies string[])
  const addresses = (Object.keys(paths) as RouteName[]).map((name) => `${paths[name].method} ${paths[name].path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})
