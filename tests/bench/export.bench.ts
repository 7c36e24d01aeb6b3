import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exportersOf } from '#export/files.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from '../support/imported-source.ts'
import { keep, print, type Figure } from './figures.ts'

// A report of 300 stakeholders, 600 relations and 10 experiments, in each format, on one thread: what somebody waits for.
const counts = { stakeholders: 300, relations: 600, experiments: 10 }
const runs = 7

const file = exampleFile()
const copies = (list: string, count: number, change: (row: JsonObject, at: number) => object): object[] => {
  const rows = jsonObjects(file[list])
  return Array.from({ length: count }, (_, at) => change(rows[at % rows.length] ?? {}, at))
}
// Ids are unique in a workspace, those inside a plan too.
const renamed = (row: JsonObject, at: number): object =>
  JSON.parse(JSON.stringify(row).replaceAll(/"id":"([^"]+)"/g, `"id":"$1-${at}"`)) as object // JSON of our own

const { source } = storedFrom(
  importedFrom({
    ...file,
    stakeholders: copies('stakeholders', counts.stakeholders, (row, at) => ({
      ...row,
      id: `sh-${at}`,
      name: `Groep ${at}`,
    })),
    relations: copies('relations', counts.relations, (row, at) => ({
      ...row,
      id: `rel-${at}`,
      from: `sh-${at % counts.stakeholders}`,
      to: `sh-${(at * 7 + 1) % counts.stakeholders}`,
    })),
    experiments: copies('experiments', counts.experiments, renamed),
  }),
)

const exporters = exportersOf(someModels)
/** What each may take at most, in ms. */
const goals = { html: 1000, docx: 3000, odt: 3000, pdf: 5000, md: null, xlsx: null, ods: null, csv: null } as const
const formats = ['html', 'docx', 'odt', 'pdf', 'md', 'xlsx', 'ods', 'csv'] as const
const figures: Figure[] = []
for (const level of ['standard', 'complete'] as const) {
  for (const format of formats) {
    const samples: number[] = []
    for (let run = 0; run < runs; run += 1) {
      // Another moment each time: a compiler remembers what it has seen.
      const at = Date.UTC(2026, 10, 25) + run * 60_000
      const begun = performance.now()
      await exporters[format](source, { locale: 'nl', names: false, draft: false, level, panel: true, at })
      samples.push(performance.now() - begun)
    }
    const goal = goals[format]
    const figure = { name: `${format}, ${level}${goal === null ? '' : ` (at most ${goal} ms)`}`, unit: 'ms', samples }
    print(figure)
    figures.push(figure)
  }
}
const peak = { name: 'memory at its peak', unit: 'MB', samples: [process.resourceUsage().maxRSS / 1024] }
print(peak)
keep('export', [...figures, peak])
