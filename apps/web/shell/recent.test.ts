import { expect, test } from 'vitest'
import { withVisit, type RecentWorkspace } from './recent.ts'

const visit = (workspace: string, at: number, more: Partial<RecentWorkspace> = {}): RecentWorkspace => ({
  workspace,
  title: `Title ${workspace}`,
  at,
  ...more,
})

test('the latest visit stands first, once, and keeps the code by which it joined', () => {
  const list = withVisit([visit('b', 2), visit('a', 1, { code: 'BCDFGHJK', name: 'Ada' })], visit('a', 3))
  expect(list).toEqual([visit('a', 3, { code: 'BCDFGHJK', name: 'Ada' }), visit('b', 2)])
})

test('keeps eight', () => {
  const many = Array.from({ length: 12 }, (_, at) => visit(String(at), at))
  const list = many.reduce<readonly RecentWorkspace[]>(withVisit, [])
  expect(list.map(({ workspace }) => workspace)).toEqual(['11', '10', '9', '8', '7', '6', '5', '4'])
})
