import { expect, test } from 'vitest'
import { addStakeholder } from '#artefacts/stakeholder-map/commands.ts'
import { stakeholderMap } from '#artefacts/stakeholder-map/model.ts'
import { makeWorkspace, until, type OpenDocument, type Person } from '../support/live-server.ts'
import { startServerProcess, type ServerProcess } from '../support/server.ts'

const isLong = process.env['LAWS_RUNS'] !== undefined
const kills = Number(process.env['CRASH_KILLS'] ?? (isLong ? 500 : 20))
/** A document of its own for each few kills, so that the last ones do not measure how large it has become. */
const killsPerMap = 5
const author = { perspective: 'resident' }
const { shape } = stakeholderMap
type Open = OpenDocument<typeof shape>

/** Names that somebody else saw, and names whose author was told that they are saved. */
type Ledger = { readonly seen: Set<string>; readonly saved: Set<string> }

/** Types a name every few milliseconds, each from the last one's event, until the server is gone. */
const typeUntilCut = ({ document, connection }: Open, prefix: string, ledger: Ledger): void => {
  const own = new Set<string>()
  const note = () => {
    if (connection.status().state === 'saved') for (const name of own) ledger.saved.add(name)
  }
  document.subscribe(() => {
    for (const { name } of document.content().stakeholders) if (!own.has(name)) ledger.seen.add(name)
  })
  connection.subscribe(note)
  let typed = 0
  const again = () => {
    if (connection.status().state === 'offline') return
    const name = `${prefix}-${(typed += 1)}`
    own.add(name)
    document.change(author, (draft) => addStakeholder(draft, { name }))
    setTimeout(again, 1 + ((typed * 7) % 5))
  }
  again()
}

const isSaved = ({ connection }: Open) => until(connection, () => connection.status().state === 'saved')

const killWhileTyping = async (server: ServerProcess, people: readonly Person[], map: string, kill: number) => {
  const ledger: Ledger = { seen: new Set(), saved: new Set() }
  const open = people.map((person) => person.open(map, shape))
  await Promise.all(open.map(isSaved))
  open.forEach((one, at) => typeUntilCut(one, `${kill}-${at}`, ledger))
  const enough = 5 + ((kill * 53) % 60)
  await Promise.all(open.map(({ document }) => until(document, () => ledger.seen.size > enough)))
  await server.kill()
  const promised = [...ledger.seen, ...ledger.saved]
  for (const one of open) one.close()
  await server.restart()
  return promised
}

const namesIn = async (person: Person, map: string): Promise<ReadonlySet<string>> => {
  const reader = person.open(map, shape)
  await isSaved(reader)
  const names = new Set(reader.document.content().stakeholders.map(({ name }) => name))
  reader.close()
  return names
}

test(
  `R2 R3: killed hard in the middle of typing, ${kills} times, nothing that was seen or called saved is gone`,
  { timeout: 30_000 + kills * 30_000 },
  async () => {
    const env = { LIMIT_COMMANDS_PER_SECOND: '1000', CHECKPOINT_ROWS: '20' }
    const server = await startServerProcess({ fromSource: true, env })
    const { ada, join, workspace } = await makeWorkspace(server)
    const people = [ada, await join('Bram'), await join('Cem')]
    const newMap = async (): Promise<string> => {
      const body = { kind: 'stakeholder-map', title: 'Kaart' }
      return (await ada.caller.call('createArtefact', { params: { workspace }, body })).body.id
    }
    let map = ''
    let promised: string[] = []
    let inAll = 0
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % killsPerMap === 0) [map, promised] = [await newMap(), []]
      promised.push(...(await killWhileTyping(server, people, map, kill)))
      const there = await namesIn(ada, map)
      expect(promised.filter((name) => !there.has(name))).toEqual([])
      inAll += new Set(promised).size
    }
    expect(inAll).toBeGreaterThan(kills * 5)
    process.stdout.write(
      `0 lost in ${kills} kills; names that were seen or called saved, counted after each: ${inAll}\n`,
    )
    await server.stop()
  },
)
