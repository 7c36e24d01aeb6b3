import type { Block } from '#domain/outline.ts'

/** The same blocks with headings that skip no level, whatever the artefacts make of theirs. */
export const inOrder = (blocks: readonly Block[]): readonly Block[] => {
  let last = 0
  return blocks.map((block): Block => {
    if (block.type !== 'heading') return block
    const level = block.level <= last + 1 ? block.level : last === 0 ? 1 : 2
    last = level
    return { ...block, level }
  })
}

/** Whether a table or picture is called by the very words of the heading above it, which then need not be shown twice. */
export const isEcho = (blocks: readonly Block[], at: number): boolean => {
  const block = blocks[at]
  if (!block || !('caption' in block)) return false
  const above = blocks.slice(0, at).findLast(({ type }) => type === 'heading')
  return above?.type === 'heading' && above.text === block.caption
}
