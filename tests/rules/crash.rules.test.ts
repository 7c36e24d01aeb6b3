import { expect, test } from 'vitest'
import { addStakeholder } from '#artefacts/stakeholder-map/commands.ts'
import { stakeholderMap } from '#artefacts/stakeholder-map/model.ts'
import { makeWorkspace, until } from '../support/live-server.ts'
import { startServerProcess } from '../support/server.ts'

const kills = Number(process.env['LAWS_RUNS'] ?? 80) / 20
const author = { perspective: 'resident' }
const { shape } = stakeholderMap

test(`R2 R3: killed hard in the middle of typing, ${kills} times, nothing that was seen or called saved is gone`, async () => {
  const server = await startServerProcess({ fromSource: true, env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
  const { ada, join, artefact } = await makeWorkspace(server)
  const map = artefact('stakeholder-map')
  const people = [ada, await join('Bram'), await join('Cem')]
  const promised = new Set<string>()
  let typed = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const open = people.map((person) => person.open(map, shape))
    await Promise.all(open.map(({ connection }) => until(connection, () => connection.status().state === 'saved')))
    const seen = new Set<string>()
    const saved = new Set<string>()
    open.forEach(({ document, connection }, at) => {
      const own = new Set<string>()
      document.subscribe(() => {
        for (const { name } of document.content().stakeholders)
          if (name.startsWith(`${kill}-`) && !own.has(name)) seen.add(name)
      })
      connection.subscribe(() => {
        if (connection.status().state === 'saved') for (const name of own) saved.add(name)
      })
      const type = () => {
        const name = `${kill}-${at}-${(typed += 1)}`
        own.add(name)
        document.change(author, (draft) => addStakeholder(draft, { name }))
      }
      // A key every few milliseconds, each from the last one's event, until the server is gone.
      const again = () => {
        if (connection.status().state === 'offline') return
        type()
        setTimeout(again, 1 + ((typed * 7) % 5))
      }
      again()
    })
    const enough = 30 + ((kill * 53) % 170)
    await Promise.all(open.map(({ document }) => until(document, () => seen.size > enough)))
    await server.kill()
    for (const name of [...seen, ...saved]) promised.add(name)
    for (const one of open) one.close()
    await server.restart()
  }
  const reader = ada.open(map, shape)
  await until(reader.connection, () => reader.connection.status().state === 'saved')
  const there = new Set(reader.document.content().stakeholders.map(({ name }) => name))
  const lost = [...promised].filter((name) => !there.has(name))
  expect(promised.size).toBeGreaterThan(kills * 30)
  expect(lost).toEqual([])
  reader.close()
  await server.stop()
}, 600_000)
