import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withLock } from './lock.mjs'
import { root, say, tool } from './process.mjs'

const stampFile = join(root, 'dist', '.build-stamp')

/** Builds the web app and the server into `dist`, when something of their sources changed. */
export const build = () =>
  withLock('build', async () => {
    const stamp = stampOfSources()
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
    say('Building.')
    rmSync(stampFile, { force: true })
    const env = { NODE_ENV: 'production' }
    await tool('vite', ['build', '--logLevel', 'warn'], { env })
    await tool('vite', ['build', '--config', 'apps/server/vite.config.ts', '--logLevel', 'warn'], { env })
    writeFileSync(stampFile, stamp)
  })

const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const byName = (a, b) => (a < b ? -1 : 1)
const isSource = (name) => !/\.(test|spec)\.tsx?$|\.md$/.test(name) && !/apps.run/.test(name)

const stampOfSources = () => {
  const sources = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter(isSource),
  )
  const hash = createHash('sha256')
  for (const name of [...files, ...sources.toSorted(byName)]) hash.update(name).update(readFileSync(join(root, name)))
  return hash.digest('hex')
}
