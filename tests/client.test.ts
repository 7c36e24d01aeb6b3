import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stakeholderMap } from '#artefacts/stakeholder-map/model.ts'
import { addStakeholder } from '#artefacts/stakeholder-map/commands.ts'
import { makeWorkspace, startLiveServer, until } from './support/live-server.ts'
import type { TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startLiveServer({ LIMIT_COMMANDS_PER_SECOND: '1000' })
})
afterAll(() => server.stop())

const author = { perspective: 'resident' }
const shape = stakeholderMap.shape

/** Ada and Bram in one map. */
const twoInAMap = async () => {
  const { ada, join, artefact, workspace } = await makeWorkspace(server)
  const bram = await join('Bram')
  const map = artefact('stakeholder-map')
  const [hers, his] = [ada.open(map, shape), bram.open(map, shape)]
  await until(hers.connection, () => hers.connection.status().state === 'saved')
  await until(his.connection, () => his.connection.status().state === 'saved')
  const names = () => his.document.content().stakeholders.map(({ name }) => name)
  const add = (name: string) => hers.document.change(author, (draft) => addStakeholder(draft, { name }))
  return { ada, bram, map, hers, his, names, add, workspace }
}

describe('our client with our server', () => {
  test('work of one reaches the other, and is called saved once it is committed', async () => {
    const { hers, his, names, add } = await twoInAMap()
    add('Buren')
    expect(hers.connection.status()).toMatchObject({ state: 'saving', unsaved: 1 })
    await until(his.document, () => names().includes('Buren'))
    await until(hers.connection, () => hers.connection.status().state === 'saved')
    expect(hers.connection.status().unsaved).toBe(0)
    hers.close()
    his.close()
  })

  test('each knows who the other is from the server, and what they show from themselves', async () => {
    const { hers, his, bram } = await twoInAMap()
    his.connection.presence.set({ at: { item: 'sh-1', field: 'name' }, typing: true })
    await until(hers.connection.presence, () => hers.connection.presence.others()[0]?.state.typing === true)
    expect(hers.connection.presence.others()).toMatchObject([
      { participantId: bram.id, name: 'Bram', perspective: 'resident', role: 'contributor' },
    ])
    his.close()
    await until(hers.connection.presence, () => hers.connection.presence.others().length === 0)
    hers.close()
  })

  test('what is written under a lock comes back as words, and the other reads on', async () => {
    const { ada, map, hers, his, names, add, workspace } = await twoInAMap()
    add('Gemeente')
    await until(his.document, () => names().includes('Gemeente'))
    // Bram knows of the lock first, so his screen would not let him; a stale tab would.
    await ada.caller.call('changeArtefact', { params: { workspace, artefact: map }, body: { locked: true } })
    await until(his.connection, () => his.connection.status().locked)
    expect(his.connection.status().canWrite).toBe(false)
    his.document.change(author, (draft) => addStakeholder(draft, { name: 'Te laat', goals: 'dit wil ik bewaren' }))
    await until(his.connection, () => his.connection.status().state === 'refused')
    expect(his.connection.status().reason).toBe('rejected')
    expect(his.connection.unsavedWords()).toContain('dit wil ik bewaren')
    expect(hers.document.content().stakeholders.map(({ name }) => name)).toEqual(['Gemeente'])
    expect(hers.connection.status().state).toBe('saved')
    await ada.caller.call('changeArtefact', { params: { workspace, artefact: map }, body: { locked: false } })
    await until(hers.connection, () => !hers.connection.status().locked)
    expect(hers.connection.status().canWrite).toBe(true)
    hers.close()
    his.close()
  })

  test('who becomes an observer comes back as one, and who is removed is told so', async () => {
    const { ada, bram, hers, his, workspace } = await twoInAMap()
    const params = { workspace, participant: bram.id }
    await ada.caller.call('changePerson', { params, body: { role: 'observer' } })
    await until(his.connection, () => his.connection.status().state === 'saved' && !his.connection.status().canWrite)
    await ada.caller.call('removePerson', { params })
    await until(his.connection, () => his.connection.status().state === 'ended')
    expect(his.connection.status().reason).toBe('forbidden')
    hers.close()
    his.close()
  })

  test('a document that is not there is said to be gone', async () => {
    const { ada } = await makeWorkspace(server)
    const nothing = ada.open('a-nothing', shape)
    await until(nothing.connection, () => nothing.connection.status().state === 'ended')
    expect(nothing.connection.status()).toMatchObject({ readable: false, reason: 'gone' })
    nothing.close()
  })
})

describe('nothing that was typed is lost', () => {
  test('two tabs of one person write beside each other, and both have all of it', async () => {
    const { ada, map, hers, his, add } = await twoInAMap()
    const second = ada.open(map, shape)
    await until(second.connection, () => second.connection.status().state === 'saved')
    add('eerste tab')
    second.document.change(author, (draft) => addStakeholder(draft, { name: 'tweede tab' }))
    const names = (open: typeof hers) =>
      open.document
        .content()
        .stakeholders.map(({ name }) => name)
        .toSorted()
    for (const open of [hers, second, his]) {
      await until(open.document, () => names(open).length === 2)
      expect(names(open)).toEqual(['eerste tab', 'tweede tab'])
    }
    for (const open of [hers, second, his]) open.close()
  })

  test('a key that is saved in a moment costs no repaint, and what takes longer is told', async () => {
    const { hers, his, add } = await twoInAMap()
    const before = hers.connection.status()
    const told: string[] = []
    hers.connection.subscribe(() => void told.push(hers.connection.status().state))
    add('snel')
    expect(hers.connection.status()).toMatchObject({ state: 'saving', unsaved: 1 })
    await until(hers.connection, () => hers.connection.status().state === 'saved')
    // The very same object as before: whoever shows it has nothing to paint.
    expect(hers.connection.status()).toBe(before)
    expect(told).not.toContain('saving')
    his.close()
    hers.close()
  })

  test('a document that was rebuilt lets no older copy in, and who wrote in it has their words back', async () => {
    const { bram, map, hers, his } = await twoInAMap()
    // Lives are counted from one.
    const memory = { recall: async () => ({ epoch: 0, unsaved: 2 }), remember: () => undefined }
    const old = bram.open(map, shape, memory)
    old.document.change(author, (draft) => addStakeholder(draft, { name: 'van vroeger', goals: 'mijn woorden' }))
    await until(old.connection, () => old.connection.status().state === 'refused')
    expect(old.connection.status()).toMatchObject({ reason: 'epoch-changed', unsaved: 3 })
    expect(old.connection.unsavedWords()).toContain('mijn woorden')
    expect(hers.document.content().stakeholders).toEqual([])
    for (const open of [old, hers, his]) open.close()
  })
})
