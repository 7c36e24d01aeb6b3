import { participationLevels } from '#domain/workspace.ts'
import { ladderStep } from './derived.ts'
import type { Box } from './grid.ts'
import { byHash } from './lenses.ts'
import type { Stakeholder } from './shape.ts'

type Size = { readonly width: number; readonly cardHeight: number; readonly cardWidth: (name: string) => number }

export const ladderHead = 44
const gap = 5

/** Cards in a column for each step of the ladder, as they take part now; the height follows the fullest column. */
export const layLadder = (stakeholders: readonly Stakeholder[], size: Size) => {
  const column = size.width / participationLevels.length
  const filled = participationLevels.map(() => 0)
  const boxes = new Map<string, Box>()
  const tray: Stakeholder[] = []
  for (const stakeholder of stakeholders.toSorted(byHash)) {
    const step = ladderStep(stakeholder.participationCurrent)
    if (step === null) {
      tray.push(stakeholder)
      continue
    }
    const width = Math.min(column - 2 * gap, size.cardWidth(stakeholder.name))
    const y = ladderHead + (filled[step] ?? 0) * (size.cardHeight + gap)
    boxes.set(stakeholder.id, { x: step * column + gap, y, width, height: size.cardHeight })
    filled[step] = (filled[step] ?? 0) + 1
  }
  return { boxes, tray, height: ladderHead + Math.max(1, ...filled) * (size.cardHeight + gap) + gap }
}
