import { exportersOf } from '#export/files.ts'
import { importedFrom, someModels, storedFrom } from '../support/imported-source.ts'
import { keep, print, type Figure } from './figures.ts'
import { largeFile } from './large-workspace.ts'

// A report of 300 stakeholders, 600 relations and 10 experiments, in each format, on one thread: what somebody waits for.
const runs = 7

const { source } = storedFrom(importedFrom(largeFile()))

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
      // What a compiler held outside the heap is let go between two turns, as it is on the thread that makes files.
      await new Promise((resolve) => setImmediate(resolve))
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
