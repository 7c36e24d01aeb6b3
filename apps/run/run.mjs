// The commands of package.json: `node apps/run/run.mjs start|dev|test|check|bench|laws|format`. Only Node is needed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { checkBuild, checkSource, formatted } from './checks.mjs'
import { root, say, tool } from './process.mjs'
import { serve } from './serve.mjs'
import { setUp } from './setup.mjs'
import { failedSteps, step } from './steps.mjs'
import { filesNotIn, runJourneys, runUnitTests } from './tests.mjs'

const start = async () => {
  await build()
  await serve()
}

const dev = async () => {
  const web = 'http://localhost:5173'
  say(`Open ${web}. The server restarts and the page reloads when you save a file.`)
  await Promise.all([
    tool('tsx', ['watch', '--clear-screen=false', 'apps/server/main.ts'], { env: { EXTRA_ORIGINS: web } }),
    tool('vite', ['--clearScreen', 'false']),
  ])
}

const test = async () => {
  const browser = await step('browser', findBrowser)
  await checkSource()
  const runs = [await runUnitTests()]
  if ((await checkBuild()) && browser) runs.push(await runJourneys(browser))
  const missed = filesNotIn(runs.flatMap(({ files }) => files))
  for (const file of missed) say(`No test ran of ${file}`)
  const total = (key) => runs.reduce((sum, counts) => sum + counts[key], 0)
  const reasons = runs.flatMap((counts) => counts.reasons)
  if (total('skipped') > 0) say([`${total('skipped')} skipped`, ...reasons].join(': '))
  if (failedSteps().length > 0) say(`Failed: ${failedSteps().join(', ')}`)
  const failed = total('failed') + missed.length + failedSteps().length
  say(`${total('passed')} passed, ${failed} failed`)
  process.exit(failed === 0 && total('passed') > 0 ? 0 : 1)
}

const check = async () => {
  await checkSource()
  // What needs a server, sockets or many random runs belongs to `npm test`; this must answer while one waits.
  const quick = ['apps/', 'packages/', 'tests/architecture', 'tests/readme']
  await step('unit tests', () => tool('vitest', ['run', '--reporter=dot', ...quick]))
  await checkBuild()
  if (failedSteps().length > 0) throw new Error(`Failed: ${failedSteps().join(', ')}`)
}

/** Runs every benchmark, or those whose names are given: `npm run bench -- latency`. */
const bench = async (...wanted) => {
  const files = readdirSync(join(root, 'tests', 'bench')).filter((name) => /\.bench\.(ts|mjs)$/.test(name))
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  if (chosen.length === 0)
    throw new Error(`Nothing to measure; there is ${files.join(', ') || 'no *.bench.ts in tests/bench'}.`)
  await build()
  const env = { CHROMIUM_PATH: await findBrowser() }
  for (const file of chosen) {
    say(`\n${file}`)
    await tool('tsx', [`tests/bench/${file}`], { env })
  }
}

const laws = () =>
  tool('vitest', ['run', 'law', 'rules', '--testTimeout=600000'], {
    env: { LAWS_RUNS: process.env.LAWS_RUNS ?? '2000' },
  })

const format = () => tool('oxfmt', formatted)

const commands = { start, dev, test, check, bench, laws, format }

const [major, minor] = process.versions.node.split('.').map(Number)
const [name = 'start', ...rest] = process.argv.slice(2)
try {
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Polder needs Node 20.19 or newer; this is ${process.version}.`)
  if (!Object.hasOwn(commands, name))
    throw new Error(`Unknown command "${name}". There is ${Object.keys(commands).join(', ')}.`)
  await setUp()
  await commands[name](...rest)
} catch (error) {
  if (error.output) say(error.output)
  say(error.message)
  process.exit(1)
}
