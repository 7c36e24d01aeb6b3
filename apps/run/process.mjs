import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export const say = (words) => process.stdout.write(`${words}\n`)

const running = new Set()
process.on('exit', () => running.forEach(end))
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => {
    // A server that runs here listens too, and ends in its own time.
    if (process.listenerCount(signal) === 0) process.exit(code)
  })
}

/**
 * Runs a program to its end; throws when it fails or takes longer than `timeoutMs`. With `hold` its output is kept
 * and stands in the error's `output`; else it is passed on.
 */
export const run = (program, args, { env = {}, hold = false, timeoutMs = 0, shell = false } = {}) =>
  new Promise((resolve, reject) => {
    const own = timeoutMs > 0 && process.platform !== 'win32'
    const child = spawn(program, args, {
      cwd: root,
      shell,
      // A group of its own, so that what the program started ends with it when the time is over.
      detached: own,
      stdio: ['ignore', hold ? 'pipe' : 'inherit', hold ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
    })
    const entry = { child, own }
    running.add(entry)
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    const fail = (words) => reject(Object.assign(new Error(words), { output }))
    const giveUp = () => {
      end(entry)
      fail(`it took longer than ${timeoutMs / 1000} s`)
    }
    const timer = timeoutMs > 0 ? setTimeout(giveUp, timeoutMs) : undefined
    child.on('error', (error) => {
      running.delete(entry)
      fail(error.message)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      running.delete(entry)
      if (code === 0) resolve(output)
      else fail(signal ? `stopped by ${signal}` : `ended with code ${code}`)
    })
  })

/** Runs an installed command by its script, so that no shell and no .cmd file is needed. */
export const tool = (command, args, options) => run(process.execPath, [bin(command), ...args], options)

export const requireFromRoot = createRequire(join(root, 'package.json'))

const end = ({ child, own }) => {
  try {
    if (own) process.kill(-child.pid, 'SIGKILL')
    else child.kill()
  } catch {
    // It was over already.
  }
}

const owners = { tsc: 'typescript', playwright: '@playwright/test' }

const bin = (command) => {
  const home = join(root, 'node_modules', owners[command] ?? command)
  const { bin: entry } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return join(home, typeof entry === 'string' ? entry : entry[command])
}
