// Completes package-lock.json after `npm install` on a machine whose registry lacks the binaries of other platforms:
// npm then leaves those optional packages out of the lock, and `npm ci` refuses it. Adds a stub for each, tagged with
// its platform, so that npm skips it where it does not apply. Usage: node apps/run/complete-lockfile.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './process.mjs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

const stubOf = (name, version, { dev }) => {
  const words = name.split('/').pop()
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.split('-').includes(processor))
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const file = process.argv[2] ?? join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0
for (const [owner, entry] of Object.entries({ ...lock.packages })) {
  delete lock.packages[owner].resolved
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    const isExact = /^\d+\.\d+\.\d+/.test(version)
    if (!isExact || lock.packages[key] || lock.packages[`${owner}/${key}`]) continue
    lock.packages[key] = stubOf(name, version, entry)
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
say(`Added ${added} packages of other platforms to ${file}.`)
