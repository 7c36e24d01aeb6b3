import type { Block } from '#domain/outline.ts'
import type { Logo, Report } from './report/form.ts'

/** Whether a report has a title page of its own; what is short begins on the page of its title. */
export const hasCover = ({ short = false, facts = [] }: Report): boolean => !short && facts.length > 0

/** What a reader must know first, such as that it is a draft, and all that comes after. */
export const openedOf = ({
  blocks,
}: Report): { readonly warnings: readonly Block[]; readonly body: readonly Block[] } => {
  const end = blocks.findIndex((block) => block.type !== 'note' || block.tone !== 'caution')
  const at = end < 0 ? blocks.length : end
  return { warnings: blocks.slice(0, at), body: blocks.slice(at) }
}

/** How much wider than high a logo may stand; one that is wider stands lower. */
const widest = 6

/** The size at which a logo stands beside a title, in the measure of `tall`. */
export const logoSize = (
  { width, height }: Logo,
  tall: number,
): { readonly width: number; readonly height: number } => {
  const ratio = width / height
  const high = tall * Math.min(1, widest / ratio)
  return { width: high * ratio, height: high }
}
