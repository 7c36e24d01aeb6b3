import { useCallback, useEffect, useState } from 'react'
import { isFiltering, noFilter, type MapFilter } from '../filter.ts'
import { filterFromLine } from '../filter.ts'
import { lenses, type Lens } from '../lenses.ts'
import { isMarkRule, isSizeRule, type MarkRule, type SizeRule } from '../marks.ts'
import type { Phase, RingView, SavedView } from '../shape.ts'

/** How this person looks at the map now; nobody else is moved by it. */
export type LookState = {
  readonly lens: Lens
  readonly phase: Phase
  readonly ringView: RingView
  readonly mark: MarkRule
  readonly size: SizeRule
  readonly filter: MapFilter
  readonly selected: string | null
}

const first: LookState = {
  lens: 'influence',
  phase: 'whole',
  ringView: 'now',
  mark: 'voice',
  size: 'none',
  filter: noFilter,
  selected: null,
}

/** The look of this page, kept in its address so that it can be shared and comes back. */
export const useLook = (parties: ReadonlyMap<string, unknown>) => {
  const [look, setLook] = useState(() => fromAddress(parties))
  const change = useCallback((patch: Partial<LookState>) => setLook((last) => ({ ...last, ...patch })), [])
  const { lens, selected, filter } = look
  useEffect(() => {
    const address = new URL(location.href)
    put(address, 'lens', lens === first.lens ? null : lens)
    put(address, 'node', selected)
    put(address, 'missing', filter.missing ? '1' : null)
    if (address.href !== location.href) history.replaceState(history.state, '', address)
  }, [lens, selected, filter.missing])
  return { look, change, reset: () => change({ filter: noFilter }), filtering: isFiltering(filter) }
}

/** What the address names: a party, or a line between two. */
export const named = (): string => decodeURIComponent(location.hash.slice(1))

const put = (address: URL, name: string, value: string | null): void =>
  value === null ? address.searchParams.delete(name) : address.searchParams.set(name, value)

const fromAddress = (parties: ReadonlyMap<string, unknown>): LookState => {
  const parts = new URLSearchParams(location.search)
  const item = named()
  return {
    ...first,
    lens: lenses.find((lens) => lens === parts.get('lens')) ?? first.lens,
    selected: parties.has(item) ? item : parts.get('node'),
    filter: { ...noFilter, missing: parts.get('missing') === '1' },
  }
}

/** The look that a saved view keeps. */
export const lookOfView = (view: SavedView): Partial<LookState> => ({
  lens: lenses.find((lens) => lens === view.lens) ?? first.lens,
  mark: isMarkRule(view.colour) ? view.colour : 'voice',
  size: isSizeRule(view.size) ? view.size : 'none',
  filter: { ...filterFromLine(view.filter), focusId: view.focusId, reach: reachOf(view.reach) },
  selected: view.focusId,
})

const reachOf = (reach: number | null): 1 | 2 | 3 => (reach === 2 || reach === 3 ? reach : 1)
