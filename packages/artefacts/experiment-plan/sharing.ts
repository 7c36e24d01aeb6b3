import type { Share } from './shape.ts'

/** What a party keeps of it: benefit − cost − risk, from −6 to 3; `null` while one is unknown. */
export const balanceOf = ({ benefit, cost, risk }: Pick<Share, 'benefit' | 'cost' | 'risk'>): number | null =>
  benefit === null || cost === null || risk === null ? null : benefit - cost - risk

export const shareFlags = ['riskWithoutSay', 'paysMore', 'gainsWithoutGiving'] as const
/**
 * What stands out in a share: bears risk without a say (E07), pays more than it gains (E08), gains without giving. For
 * the last the sources give no bound; ours is a benefit of 2 or 3 of 3 with neither cost nor risk (the README above,
 * decisions), so that a small gain for somebody who has nothing to give is not held against them.
 */
export type ShareFlag = (typeof shareFlags)[number]

/** What stands out in the share of one party; what nobody filled in never does. */
export const flagsOf = ({
  benefit,
  cost,
  risk,
  say,
}: Pick<Share, 'benefit' | 'cost' | 'risk' | 'say'>): readonly ShareFlag[] => [
  ...(risk !== null && say !== null && risk >= 2 && say <= 1 ? (['riskWithoutSay'] as const) : []),
  ...(cost !== null && benefit !== null && cost - benefit >= 2 ? (['paysMore'] as const) : []),
  ...(cost === 0 && risk === 0 && benefit !== null && benefit >= 2 ? (['gainsWithoutGiving'] as const) : []),
]
