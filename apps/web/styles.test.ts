import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, loadedBy, readSources, resolve } from '../../tests/support/imports.ts'

const sources = readSources()
const folder = 'apps/web'
const inside = `${folder}/shell/inside.css`
const firstSheet = readFileSync(new URL('styles.css', import.meta.url), 'utf8')
const seen = [...firstSheet.matchAll(/@source '([^']+)'/g)].map(([, path]) => posix.join(folder, path ?? ''))
const isDressed = (path: string) => /class/i.test(sources.get(path) ?? '') && path.endsWith('.tsx')
const isSeen = (path: string) => seen.some((place) => path === place || path.startsWith(`${place}/`))

test('the first sheet sees every component that the first pages load', () => {
  const first = [...loadedBy(`${folder}/main.tsx`, sources)].filter(isDressed)
  expect(first.length).toBeGreaterThan(10)
  expect(first.filter((path) => !isSeen(path))).toEqual([])
})

test('every page that shows more than the first sheet sees brings the sheet of the inside', () => {
  const app = `${folder}/app.tsx`
  const pages = importsOf(sources.get(app) ?? '').flatMap(({ to, lazy }) => (lazy ? (resolve(app, to) ?? []) : []))
  expect(pages.length).toBeGreaterThan(4)
  const bare = pages.filter((page) => {
    const loaded = [...loadedBy(page, sources)]
    return loaded.some((path) => isDressed(path) && !isSeen(path)) && !loaded.includes(inside)
  })
  expect(bare).toEqual([])
})
