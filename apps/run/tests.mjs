import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root, tool } from './process.mjs'

const results = join(root, 'test-results')

/** Runs the unit tests, contracts, laws and rules: how many passed and failed, and which files took part. */
export const runUnitTests = async () => {
  const report = freshReport('unit.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return countRun(() => tool('vitest', args), report, countUnit)
}

/** Runs the journeys in the browser at this path, on the built server: counts and files, as for the unit tests. */
export const runJourneys = async (browser) => {
  const report = freshReport('journeys.json')
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--config', 'tests/journeys/playwright.config.ts']
  return countRun(() => tool('playwright', args, { env }), report, countJourneys)
}

/** The files of tests in the tree of which no test ran. */
export const filesNotIn = (files) => {
  const ran = new Set(files)
  return ['apps', 'packages', 'tests']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)))
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name) && !ran.has(name))
}

const freshReport = (name) => {
  mkdirSync(results, { recursive: true })
  rmSync(join(results, name), { force: true })
  return join(results, name)
}

const countRun = async (work, report, count) => {
  const ended = await work().catch((error) => error)
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, files: [], reasons: [] }
  const counts = count(JSON.parse(readFileSync(report, 'utf8')))
  // Errors outside any test, or no test at all: the run failed though no test of it did.
  if (ended instanceof Error && counts.failed === 0) counts.failed = 1
  return counts
}

const countUnit = ({ testResults }) =>
  tally(
    testResults.flatMap(({ name, status, assertionResults }) => {
      const tests = assertionResults.map(({ status, fullName }) => ({ file: name, status, why: whySkipped(fullName) }))
      // A file that breaks outside its tests counts as one failure.
      const broke = status === 'failed' && tests.every((test) => test.status !== 'failed')
      return broke ? [...tests, { file: name, status }] : tests
    }),
  )

// A test that cannot run everywhere says in its name why not: `(skipped: …)`.
const whySkipped = (name) => /\(skipped: ([^)]+)\)/.exec(name)?.[1]

const countJourneys = ({ suites, errors, config }) =>
  tally([...errors.map(() => ({ status: 'failed' })), ...suites.flatMap((suite) => journeysOf(suite, config.rootDir))])

const journeysOf = ({ file, specs, suites = [] }, folder) => [
  ...specs.flatMap(({ tests }) => tests.map((test) => ({ file: join(folder, file), status: outcomes[test.status] }))),
  ...suites.flatMap((suite) => journeysOf(suite, folder)),
]

const outcomes = { expected: 'passed', unexpected: 'failed', flaky: 'failed', skipped: 'skipped' }

const tally = (tests) => {
  const passed = tests.filter(({ status }) => status === 'passed')
  const failed = tests.filter(({ status }) => status === 'failed')
  const excused = tests.filter(({ status, why }) => why && status !== 'passed' && status !== 'failed')
  const files = [...passed, ...failed, ...excused].flatMap(({ file }) =>
    file ? [relative(root, file).split(sep).join('/')] : [],
  )
  const skipped = tests.length - passed.length - failed.length
  const reasons = [...new Set(excused.map(({ why }) => why))]
  return { passed: passed.length, failed: failed.length, skipped, files, reasons }
}
