import { wordsIn, type Block, type Cell, type Outline, type OutlineItem, type Run } from '#domain/outline.ts'

/**
 * The same blocks without marks that lead to what is not in them, such as numbers of evidence in a summary, and without
 * columns in which nobody filled in anything.
 */
export const withoutLooseEnds = (blocks: Outline): Outline => {
  const places = new Set(blocks.flatMap(placesIn))
  const tied = (runs: readonly Run[]): readonly Run[] =>
    runs.every(({ to }) => to === undefined || places.has(to))
      ? runs
      : runs.filter(({ to }) => to === undefined || places.has(to))
  return blocks.map((block) => tiedBlock(block, tied))
}

/** The ids of things that have a place in a block, each of which can be led to. */
export const placesIn = (block: Block): readonly string[] => [
  ...(block.from === undefined ? [] : [block.from]),
  ...(block.type === 'table' ? (block.rowsFrom ?? []).flatMap((id) => (id === null ? [] : [id])) : []),
  ...(block.type === 'list' ? placesInItems(block.items) : []),
]

const placesInItems = (items: readonly OutlineItem[]): readonly string[] =>
  items.flatMap(({ from, items: inner }) => [...(from === undefined ? [] : [from]), ...placesInItems(inner ?? [])])

/** The ids of things to which marks in a block lead. */
export const leadsIn = (block: Block): readonly string[] =>
  runsOf(block).flatMap(({ to }) => (to === undefined ? [] : [to]))

const runsOf = (block: Block): readonly Run[] => {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
    case 'note':
      return block.runs
    case 'list':
      return runsOfItems(block.items)
    case 'facts':
      return block.rows.flatMap(({ runs }) => runs)
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => (typeof cell === 'string' ? [] : cell)))
    case 'heading':
    case 'strips':
    case 'figure':
      return []
  }
}

const runsOfItems = (items: readonly OutlineItem[]): readonly Run[] =>
  items.flatMap(({ runs, items: inner }) => [...runs, ...runsOfItems(inner ?? [])])

type Tie = (runs: readonly Run[]) => readonly Run[]

const tiedBlock = (block: Block, tied: Tie): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
    case 'note':
      return { ...block, runs: tied(block.runs) }
    case 'list':
      return { ...block, items: tiedItems(block.items, tied) }
    case 'facts':
      return { ...block, rows: block.rows.map(({ label, runs }) => ({ label, runs: tied(runs) })) }
    case 'table':
      return withoutEmptyColumns({ ...block, rows: block.rows.map((row) => row.map((cell) => tiedCell(cell, tied))) })
    case 'heading':
    case 'strips':
    case 'figure':
      return block
  }
}

type Table = Extract<Block, { type: 'table' }>

const withoutEmptyColumns = (table: Table): Table => {
  const { head, rows } = table
  const kept = head.flatMap((_, at) =>
    at === 0 || rows.some((row) => wordsIn(row[at] ?? '').trim() !== '') ? [at] : [],
  )
  if (rows.length === 0 || kept.length === head.length) return table
  const pick = <Item>(items: readonly Item[]): Item[] => items.filter((_, at) => kept.includes(at))
  return { ...table, head: pick(head), rows: rows.map(pick) }
}

const tiedCell = (cell: Cell, tied: Tie): Cell => (typeof cell === 'string' ? cell : tied(cell))

const tiedItems = (items: readonly OutlineItem[], tied: Tie): OutlineItem[] =>
  items.map((item) => ({
    ...item,
    runs: tied(item.runs),
    ...(item.items ? { items: tiedItems(item.items, tied) } : {}),
  }))
