/** How large a file may be that is read into a map; beyond it somebody made a mistake, or means harm. */
export const bounds = {
  /** Bytes of the file itself, and of everything in it once it is unpacked. */
  file: 20_000_000,
  unpacked: 50_000_000,
  /** How much larger than its packed form a part may become, and how many parts there may be. */
  ratio: 100,
  entries: 1000,
  rows: 25_000,
  columns: 200,
  /** Characters of one cell. */
  cell: 20_000,
  /** Elements within elements of XML, and how many of them in all. */
  depth: 64,
  elements: 1_500_000,
} as const

/** What one import may bring. */
export const most = { parties: 5000, lines: 20_000 } as const
