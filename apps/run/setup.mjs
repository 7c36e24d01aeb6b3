import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { root, run, say } from './process.mjs'

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.setup-stamp')
const lockFile = join(root, 'package-lock.json')

/** Installs what package-lock.json names, once for each lock file and kind of machine. */
export const setUp = async () => {
  if (isSetUp()) return
  await withLock('setup', async () => {
    if (isSetUp()) return
    say('Installing what is missing. This takes about a minute, once.')
    const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--ignore-scripts']
    try {
      await npm(['ci', '--prefer-offline', ...flags])
    } catch {
      // A lock file from a machine of another kind can lack this one's binaries.
      say('The exact installation failed. Trying the ordinary one.')
      await npm(['install', '--no-save', ...flags]).catch(() => {
        throw new Error('Installing failed; what went wrong stands above. Is there a connection to the npm registry?')
      })
    }
    mkdirSync(modules, { recursive: true })
    writeFileSync(stampFile, stamp())
  })
}

const isSetUp = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()

// Of package.json only what npm installs by: a changed script is no reason to install again.
const stamp = () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return createHash('sha256')
    .update(existsSync(lockFile) ? readFileSync(lockFile) : '')
    .update(JSON.stringify([dependencies, devDependencies, overrides]))
    .update([process.platform, process.arch, process.versions.modules].join(' '))
    .digest('hex')
}

const npm = (args) => {
  const bins = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(bins, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bins, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = places.find((place) => place && /npm-cli\.c?js$/.test(place) && existsSync(place))
  if (script) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}
