import type { RowDraft, RowPlace } from '#crdt/draft.ts'
import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { shape, type ProblemStatementDraft, type WhyTree } from './shape.ts'
import { numbered, treeOf, type Branch } from './tree.ts'

type Statement = ProblemStatementDraft
type Unknown = 'unknown-item'
type NoPlace = 'no-place'
type Row = RowDraft<'Why', typeof shape.causes.fields>
type Init = { readonly text: string; readonly evidenceIds?: readonly string[]; readonly basedOnIds?: readonly string[] }

/** Where a new cause or effect comes: right behind a sibling, else as the last one under a parent or on top. */
export type WhyPlace = RowPlace<'Why'> & { readonly parentId?: string | null; readonly behind?: string }

/**
 * Writes down why something is, or what follows from it. It may start without words when its place is given: then
 * somebody goes on typing behind or under another one.
 */
export const addWhy = (
  statement: Statement,
  tree: WhyTree,
  problemId: string,
  { text, ...init }: Init,
  { parentId = null, behind, ...place }: WhyPlace = {},
): Result<string, 'unknown-problem' | Unknown | 'no-text'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (text.trim() === '' && behind === undefined && parentId === null) return refuse('no-text')
  const all = branchesOf(statement, tree, problemId)
  const found = behind === undefined ? siblingsUnder(all, parentId) : siblingsAround(all, behind)
  if (!found) return refuse('unknown-item')
  const at = behind === undefined ? found.rows.length - 1 : found.rows.findIndex((row) => row.id === behind)
  const order = orderBetween(orderOf(found.rows[at]), orderOf(found.rows[at + 1]))
  const row = { ...init, problemId, parentId: found.parentId, text: text.trim() }
  return ok(statement[tree].add(row, { order, ...place }))
}

/** Puts a row under the one above it on the same level. */
export const indent = (statement: Statement, tree: WhyTree, id: string): Result<void, Unknown | NoPlace> =>
  withSiblings(statement, tree, id, ({ all, rows, row }) => {
    const above = rows[rows.indexOf(row) - 1]
    if (!above) return refuse('no-place')
    const last = siblingsUnder(all, above.id)?.rows.at(-1)
    row.order.set(orderBetween(orderOf(last), null))
    return ok(row.parentId.set(above.id))
  })

/** Takes a row one level up, right behind the one that it was under. */
export const outdent = (statement: Statement, tree: WhyTree, id: string): Result<void, Unknown | NoPlace> =>
  withSiblings(statement, tree, id, ({ all, parentId, row }) => {
    const around = parentId === null ? undefined : siblingsAround(all, parentId)
    if (!around) return refuse('no-place')
    const at = around.rows.findIndex((each) => each.id === parentId)
    row.order.set(orderBetween(orderOf(around.rows[at]), orderOf(around.rows[at + 1])))
    return ok(row.parentId.set(around.parentId))
  })

/** Moves a row with all that is under it one place up or down among its siblings. */
export const moveWhy = (
  statement: Statement,
  tree: WhyTree,
  id: string,
  step: -1 | 1,
): Result<void, Unknown | NoPlace> =>
  withSiblings(statement, tree, id, ({ rows, row }) => {
    const others = rows.filter((each) => each !== row)
    const at = rows.indexOf(row) + step
    if (at < 0 || at > others.length) return refuse('no-place')
    return ok(row.order.set(orderBetween(orderOf(others[at - 1]), orderOf(others[at]))))
  })

/** Takes a row away with all that is under it. */
export const removeWhy = (statement: Statement, tree: WhyTree, id: string): Result<void, Unknown> =>
  withSiblings(statement, tree, id, ({ all }) => {
    const branch = branchAt(all, id)
    for (const { row } of branch ? numbered([branch]) : []) statement[tree].remove(row.id)
    return ok(undefined)
  })

type Node = { readonly id: string; readonly parentId: string | null; readonly draft: Row }
type Tree = readonly Branch<Node>[]
type Siblings = { readonly parentId: string | null; readonly rows: readonly Row[] }

const branchesOf = (statement: Statement, tree: WhyTree, problemId: string | null): Tree =>
  treeOf(
    statement[tree]
      .all()
      .filter((row) => row.problemId.get() === problemId)
      .map((draft) => ({ id: draft.id, parentId: draft.parentId.get(), draft })),
  )

const branchAt = (all: Tree, id: string): Branch<Node> | undefined => {
  for (const branch of all) {
    const found = branch.row.id === id ? branch : branchAt(branch.children, id)
    if (found) return found
  }
  return undefined
}

const rowsIn = (branches: Tree): readonly Row[] => branches.map(({ row }) => row.draft)

const siblingsUnder = (all: Tree, parentId: string | null): Siblings | undefined => {
  const branches = parentId === null ? all : branchAt(all, parentId)?.children
  return branches && { parentId, rows: rowsIn(branches) }
}

const siblingsAround = (all: Tree, id: string, parentId: string | null = null): Siblings | undefined => {
  if (all.some(({ row }) => row.id === id)) return { parentId, rows: rowsIn(all) }
  for (const { row, children } of all) {
    const found = siblingsAround(children, id, row.id)
    if (found) return found
  }
  return undefined
}

const withSiblings = <Reason extends string>(
  statement: Statement,
  tree: WhyTree,
  id: string,
  act: (place: Siblings & { readonly all: Tree; readonly row: Row }) => Result<void, Reason>,
): Result<void, Reason | Unknown> => {
  const all = branchesOf(statement, tree, statement[tree].get(id)?.problemId.get() ?? null)
  const siblings = siblingsAround(all, id)
  const row = siblings?.rows.find((each) => each.id === id)
  return siblings && row ? act({ ...siblings, all, row }) : refuse('unknown-item')
}

const orderOf = (row: Row | undefined): string | null => row?.order.get() ?? null
