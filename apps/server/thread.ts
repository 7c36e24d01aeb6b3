import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Where a program for a thread of its own is: beside the bundled server, else the source; `null` where neither is. */
export const findProgram = (name: string, folder: string): URL | null => {
  const places = [`./${name}.js`, `../${name}.js`, `./${folder}/${name}.ts`]
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url))) ?? null
}

/** Starts a program on a thread. A bundled one runs as it is; from source, a thread does not inherit what reads TypeScript. */
export const startThread = (program: URL, workerData?: unknown): Worker => {
  if (!program.pathname.endsWith('.ts')) return new Worker(program, { workerData })
  const reader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const text = `import(${reader}).then(({ register }) => { register(); return import(${JSON.stringify(program.href)}) })`
  return new Worker(text, { eval: true, workerData, execArgv: [] })
}
