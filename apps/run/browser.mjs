import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { requireFromRoot, run, say, tool } from './process.mjs'

/** The path of a Chromium for the journeys: one that is there, else one that can be installed; throws with what to do. */
export const findBrowser = async () => {
  const found = present()
  if (found) return found
  say('No Chromium found. Trying to install one.')
  for (const [name, attempt] of Object.entries({ Playwright: byPlaywright, 'apt-get': bySystem })) {
    await attempt().catch((error) => say(`Not by ${name}: ${error.message}.\n${errorsIn(error.output)}`))
    const installed = present()
    if (installed) return installed
  }
  throw new Error(
    'The journeys need a Chromium, and none could be installed. Install Chromium, Google Chrome or Microsoft Edge, ' +
      'or set CHROMIUM_PATH to the program of one that you have, and run the command again.',
  )
}

const present = () => candidates().find(answers)

const candidates = () => [process.env.CHROMIUM_PATH, ...onPath(), ...usualPlaces(), ownOfPlaywright()].filter(Boolean)

// The first is the same engine without a window, and takes a quarter less time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

const onPath = () => {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)))
}

const usualPlaces = () => {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  )
}

const ownOfPlaywright = () => {
  try {
    return requireFromRoot('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

// Some systems have a stand-in that only says what to install, and a download can lack the system's libraries. On
// Windows the question for a version opens a window, so there being there has to do.
const answers = (path) =>
  existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0)

// A download that can never come must not hold up the tests.
const byPlaywright = () => tool('playwright', ['install', '--no-shell', 'chromium'], { timeoutMs: 90_000, hold: true })

const bySystem = async () => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) throw new Error('this machine has none')
  const isRoot = process.getuid() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) throw new Error('it needs administrator rights')
  const apt = (...args) => {
    const words = [...(isRoot ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(words[0], words.slice(1), { hold: true, timeoutMs: 5 * 60_000 })
  }
  // An old list of packages may still do.
  await apt('update').catch(() => undefined)
  const install = (name) => apt('install', '-y', '--no-install-recommends', name)
  await install(names[0]).catch(() => install('chromium'))
}

const errorsIn = (output = '') =>
  output
    .split('\n')
    .filter((line) => /error|failed|^E:/i.test(line))
    .slice(0, 3)
    .join('\n')
