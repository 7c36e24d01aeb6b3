import { formatRoom } from '#protocol/room-name.ts'
import { browserOf, programOf } from '../support/caller.ts'
import { keep, percentile, print } from './figures.ts'
import { largeFile } from './large-workspace.ts'
import { runLoad } from './loading.ts'
import { placesIn, startPolder, type Subject } from './subjects.ts'

// A room where people write, in the very workspace of which files are made: what they feel of it, in turns of one run.
const load = { does: 'edits', rate: 20, warmUp: 1, seconds: 8 } as const
const [people, writers, turns] = [12, 6, 4]
const server = await startPolder({ LIMIT_EXPORTS_PER_MINUTE: '100000', LIMIT_IMPORTS_PER_HOUR: '1000' })
const lead = browserOf(server)
const { body: made } = await lead.call('importWorkspace', { query: {}, body: largeFile() })
const workspace = made.workspace.id
const tokens: string[] = []
for (let at = 0; at < people; at += 1) {
  const who = { code: made.joinCode, name: `p${at}`, perspective: 'resident' }
  tokens.push((await browserOf(server).call('join', { body: who })).body.token)
}
const subject: Pick<Subject, 'speaks' | 'pid'> = { speaks: 'ours', pid: server.pid }
const exporter = programOf(server, made.facilitatorToken)
const wanted = ['pdf', 'docx', 'odt', 'html', 'xlsx'] as const

const delaysWhile = async (exporting: boolean): Promise<readonly number[]> => {
  const params = { workspace }
  const { body } = await lead.call('createArtefact', { params, body: { kind: 'problem-statement', title: 'Bench' } })
  const places = await placesIn(server, formatRoom(workspace, body.id), tokens, writers)
  const stop = new AbortController()
  if (!exporting) stop.abort()
  const exports = (async () => {
    for (let at = 0; !stop.signal.aborted; at += 1) {
      const format = wanted[at % wanted.length] ?? 'pdf'
      const { status } = await exporter.fetch(`/api/workspaces/${workspace}/export?format=${format}&level=complete`)
      if (status !== 200) throw new Error(`no ${format}: ${status}`)
    }
  })()
  const { delays } = await runLoad(subject, places, load)
  stop.abort()
  await exports
  return delays
}

const [calm, busy]: [number[], number[]] = [[], []]
for (let turn = 0; turn < turns; turn += 1) {
  calm.push(...(await delaysWhile(false)))
  busy.push(...(await delaysWhile(true)))
}
await server.stop()
const without = { name: 'an edit seen by others, no file being made', unit: 'ms', samples: calm }
const during = { name: 'an edit seen by others, files made one after another', unit: 'ms', samples: busy }
print(without)
print(during)
const ratio = percentile(busy, 0.95) / percentile(calm, 0.95)
const times = { name: 'p95 during beside without (at most 1.2)', unit: 'times', samples: [ratio] }
print(times)
keep('export-live', [without, during, times])
