// Weighs what each page loads first: the script of its chunk and everything that it imports statically,
// gzip level 9, 1 kB = 1,024 bytes. Prints a table; a page above its budget fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root, say } from './process.mjs'

const web = join(root, 'dist', 'web')
const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8'))

/** What counts as already loaded: the entry for the room, the entry and the room for an artefact. */
const entry = ['index.html']
const room = [...entry, 'workspace/workspace-page.tsx']
const viewOf = (kind) => `../../packages/artefacts/${kind}/view/${kind}.tsx`
const budgets = [
  { name: 'start and join', keys: entry, without: [], kB: 90 },
  { name: 'styles', keys: entry, without: [], kB: 15, css: true },
  { name: 'workspace shell', keys: room, without: entry, kB: 90 },
  { name: 'problem statement', keys: [viewOf('problem-statement')], without: room, kB: 25 },
  { name: 'stakeholder map', keys: [viewOf('stakeholder-map')], without: room, kB: 65 },
  { name: 'experiment plan', keys: [viewOf('experiment-plan')], without: room, kB: 25 },
  { name: 'rich text editor', keys: ['../../packages/react/prose-editor.tsx'], without: room, kB: 115 },
]

const fail = (words) => {
  say(words)
  process.exit(1)
}

const closure = (keys, seen = new Set()) => {
  for (const key of keys) {
    if (seen.has(key)) continue
    if (!manifest[key])
      fail(`The build has no "${key}"; the table of budgets in apps/run/budget.mjs must follow the code.`)
    seen.add(key)
    closure(manifest[key].imports ?? [], seen)
  }
  return seen
}

const weigh = (file) => gzipSync(readFileSync(join(web, file)), { level: 9 }).length / 1024

let over = 0
for (const { name, keys, without, kB, css } of budgets) {
  const loaded = closure(without)
  const chunks = [...closure(keys)].filter((key) => !loaded.has(key)).map((key) => manifest[key])
  const files = new Set(css ? chunks.flatMap((chunk) => chunk.css ?? []) : chunks.map((chunk) => chunk.file))
  const weight = [...files].reduce((sum, file) => sum + weigh(file), 0)
  if (weight > kB) over += 1
  say(`${weight > kB ? 'OVER ' : '     '}${name.padEnd(20)} ${weight.toFixed(1).padStart(6)} kB of ${kB}`)
}
if (over > 0) process.exit(1)
