import type { Term, TermFinder, TermPlace } from './glossary-match.ts'

/** A term and where on the screen it stands. */
export type TermSpot = { readonly term: Term; readonly left: number; readonly top: number; readonly bottom: number }

/** Every explained word in the text of a page, as ranges; fields that are no text of the page have none. */
export const placesIn = (page: Element, finder: TermFinder): readonly Range[] => {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The list that explains them needs no dots.
    if (node.parentElement?.closest('[popover]')) continue
    for (const place of finder.all(node.nodeValue ?? '')) ranges.push(rangeOf(node, place))
  }
  return ranges
}

/** The explained word at the caret: in a text area, in an editor, or in words that somebody pressed. */
export const termAtCaret = (finder: TermFinder): TermSpot | null => {
  const field = document.activeElement
  if (field instanceof HTMLTextAreaElement) {
    const found = field.selectionStart === field.selectionEnd ? finder.at(field.value, field.selectionStart) : undefined
    return found ? spotOf(found, field.getBoundingClientRect()) : null
  }
  const selection = document.getSelection()
  const node = selection?.isCollapsed ? selection.anchorNode : null
  if (!selection || node?.nodeType !== Node.TEXT_NODE || !node.parentElement?.closest('main, [role=main]')) return null
  // A control does what it says; its words are not read.
  if (node.parentElement.closest('button, a, select, nav')) return null
  const found = finder.at(node.nodeValue ?? '', selection.anchorOffset)
  return found ? spotOf(found, rangeOf(node, found).getBoundingClientRect()) : null
}

const rangeOf = (node: Node, { start, end }: TermPlace): Range => {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range
}

const spotOf = ({ term }: TermPlace, { left, top, bottom }: DOMRect): TermSpot => ({ term, left, top, bottom })
