import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReadable } from '../../apps/server/storage/sqlite-driver.ts'
import { choosingWorld, receiptOf, type Chooser } from '../support/choosers.ts'
import { startServerProcess } from '../support/server.ts'

const voters = Number(process.env['VOTERS'] ?? 1000)
const tries = 5
const seed = Number(process.env['SEED'] ?? 7)
const perspectives = ['resident', 'professional', 'policy'] as const

// Numbers that look drawn and come again with the same seed.
const drawer = (start: number) => {
  let state = start
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

/** What each voter says at each of their tries; the last one counts. */
const planOf = (draw: (below: number) => number) =>
  Array.from({ length: voters }, (_, at) => ({
    name: `v${at}`,
    perspective: perspectives[draw(3)] ?? 'resident',
    choices: Array.from({ length: tries }, () => {
      const a = draw(3)
      return { ...(a === 0 ? {} : { a }), ...(a < 2 ? { b: 1 } : {}) }
    }),
  }))

const atOnce = async <Item>(list: readonly Item[], width: number, act: (item: Item) => Promise<void>) => {
  const waiting = [...list]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next)
  }
  await Promise.all(Array.from({ length: width }, work))
}

test(`I4: ${voters} voters, ${tries} tries each, a hard kill in the middle: every count is exact (SEED=${seed})`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'polder-votes-'))
  const env = {
    LIMIT_COMMANDS_PER_SECOND: '10000',
    LIMIT_JOINS_PER_SECOND: '10000',
    LIMIT_PARTICIPANTS: String(voters + 10),
  }
  const server = await startServerProcess({ fromSource: true, dataDir, env })
  const world = await choosingWorld(server)
  const plan = planOf(drawer(seed))
  const people = new Map<string, Chooser>()
  await atOnce(plan, 40, async ({ name, perspective }) => {
    people.set(name, await world.join(name, perspective))
  })
  const ballot = await world.open({ method: 'dotVote', options: [{ id: 'a' }, { id: 'b' }] })

  // Whoever gets no answer tries again, as an outbox does; half-way the server dies under everybody's hands.
  let answered = 0
  let killed: Promise<void> | null = null
  const insist = async (act: () => Promise<{ code: string | undefined }>): Promise<void> => {
    for (;;) {
      const answer = await act().catch(() => null)
      if (answer?.code === undefined && answer !== null) break
      if (answer !== null && answer.code !== 'unavailable') throw new Error(answer.code)
      await killed
    }
    answered += 1
    if (answered === Math.floor((voters * tries) / 2)) killed = server.restart()
  }
  await atOnce(plan, 60, async ({ name, choices }) => {
    const one = people.get(name)
    if (!one) throw new Error(`${name} did not get in`)
    for (const choice of choices) await insist(() => world.vote(ballot, one, choice))
  })
  expect(killed).not.toBeNull()
  const turnout = (await world.look(ballot))?.turnout ?? []
  expect(turnout.reduce((sum, { voted }) => sum + voted, 0)).toBe(voters)
  expect(turnout.every(({ entered }) => entered === 0)).toBe(true)

  await world.move(ballot, 'closed')
  const late = await world.vote(ballot, people.get('v0') ?? (await world.join('late')), { a: 1 })
  expect(late.code).toBe('conflict')
  const tally = (await world.look(ballot))?.tally ?? []
  const expected = perspectives.map((perspective) => {
    const last = plan.filter((one) => one.perspective === perspective).map(({ choices }) => choices.at(-1) ?? {})
    const count = (option: 'a' | 'b', dots: number) => last.filter((choice) => choice[option] === dots).length
    return { perspective, n: last.length, a: [count('a', 1), count('a', 2)], b: count('b', 1) }
  })
  const found = tally.map(({ perspectives: [perspective = ''], n, options }) => {
    return { perspective, n, a: [options['a']?.['1'] ?? 0, options['a']?.['2'] ?? 0], b: options['b']?.['1'] ?? 0 }
  })
  expect(found.toSorted((x, y) => x.perspective.localeCompare(y.perspective))).toEqual(
    expected.toSorted((x, y) => x.perspective.localeCompare(y.perspective)),
  )

  await server.kill()
  const database = openReadable(join(dataDir, 'polder.db'))
  expect(database.prepare('SELECT count(*) AS n FROM choice').all()).toEqual([{ n: 0 }])
  database.close()
  // Neither in the database nor in its log of writes is a byte of a receipt.
  for (const file of readdirSync(dataDir)) {
    const bytes = readFileSync(join(dataDir, file)).toString('latin1')
    expect(bytes.includes(receiptOf('v1').slice(0, 16))).toBe(false)
  }
  rmSync(dataDir, { recursive: true, force: true })
}, 600_000)
