import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, say } from './process.mjs'

/** Does `work` while no other terminal does work of this name in this folder; a lock whose owner is gone is taken over. */
export const withLock = async (name, work) => {
  // Outside the repository: npm empties node_modules, and a build empties dist.
  const folder = join(tmpdir(), `polder-${name}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  let told = false
  while (!take(folder)) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true })
    else if (!told) say(`Another terminal is busy with this (${name}). Waiting for it.`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const take = (folder) => {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'pid'), String(process.pid))
  return true
}

const isAbandoned = (folder) => {
  try {
    const ageMs = Date.now() - statSync(folder).mtimeMs
    if (ageMs > 20 * 60_000) return true
    // The owner writes its number just after it made the folder.
    if (ageMs > 5_000) process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT'
  }
}
