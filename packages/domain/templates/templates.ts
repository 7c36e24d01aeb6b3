import { checkin } from './check-in.ts'
import { experiment } from './experiment.ts'
import { labDay } from './lab-day.ts'
import { labSprint } from './lab-sprint.ts'
import { map } from './map.ts'
import { problem } from './problem.ts'
import type { Template } from './template.ts'
import { worldCafe } from './world-cafe.ts'
import { writingRound } from './writing-round.ts'

/** The scripts that come with Polder, in the order in which they are offered. */
export const templates: readonly Template[] = [
  problem,
  map,
  experiment,
  labDay,
  worldCafe,
  checkin,
  writingRound,
  labSprint,
]

export const templateById = (id: string): Template | undefined => templates.find((template) => template.id === id)
