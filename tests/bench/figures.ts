import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a benchmark found: many samples of one figure in one unit. */
export type Figure = { readonly name: string; readonly unit: string; readonly samples: readonly number[] }

/** The value below which a part of the samples lies. */
export const percentile = (samples: readonly number[], part: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** Prints a figure with its median, 95th percentile and number of samples. */
export const print = ({ name, unit, samples }: Figure): void => {
  const [half, most] = [shown(median(samples)), shown(percentile(samples, 0.95))]
  process.stdout.write(`  ${name.padEnd(58)} median ${half} ${unit}, p95 ${most} ${unit}, n ${samples.length}\n`)
}

/** Prints how one median stands to a peer's of the same run. */
export const printRatio = (name: string, ours: Figure, peer: Figure): void => {
  const ratio = median(ours.samples) / median(peer.samples)
  process.stdout.write(`  ${name.padEnd(58)} ${shown(ratio)} times ${peer.name}\n`)
}

/** Keeps the figures of a run, so that two runs can be laid side by side. */
export const keep = (bench: string, figures: readonly Figure[]): void => {
  const folder = fileURLToPath(new URL('../../test-results/bench/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${bench}.json`, `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
}
