import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program of this folder that talks in lines. */
export type Program = {
  readonly pid: number
  /** The next line that it prints; throws when it ends first. */
  readonly line: () => Promise<string>
  readonly say: (line: string) => void
  readonly stop: () => void
}

// Whatever happens to a benchmark, nothing that it started may outlive it: the command that runs it would wait for ever.
const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Starts one of the programs beside this file in a process of its own. */
export const startProgram = (file: string): Program => {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid ?? 0,
    line: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${file} ended with ${child.exitCode ?? child.signalCode}`)
      return value
    },
    say: (line) => void child.stdin.write(`${line}\n`),
    stop: () => void child.kill(),
  }
}

const ticksPerSecond = 100

/** Processor time of a process with its threads so far, in ms. */
export const processorMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

const memoryOf = (pid: number, field: string): number => {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? Number.NaN) / 1024
}

/** Memory that a process holds now, in MB. */
export const memoryMb = (pid: number): number => memoryOf(pid, 'VmRSS')

/** The most that it held since it began or `forgetPeak`, in MB. */
export const peakMb = (pid: number): number => memoryOf(pid, 'VmHWM')

export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')
