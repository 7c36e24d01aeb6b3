import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { downloadedBy, openExample, personIn } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

/** Every link of a complete report back into the workspace, by the page to which it leads. */
const linksOf = async (page: Page, home: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  await page.goto(`${home}/outcomes`)
  await page.getByText('Compleet', { exact: true }).click()
  const files = page.getByRole('group', { name: /welke bestanden/i }).getByRole('checkbox')
  for (const box of await files.all()) await box.setChecked(false)
  await page.getByRole('checkbox', { name: /Webpagina/ }).check()
  const bytes = await downloadedBy(page, page.getByRole('button', { name: 'Maak 1 bestand' }))
  const html = new TextDecoder().decode(bytes)
  const pages = new Map<string, Set<string>>()
  for (const [, href = ''] of html.matchAll(/<a class="back" href="([^"]+)"/g)) {
    const { pathname, hash } = new URL(href)
    pages.set(pathname, (pages.get(pathname) ?? new Set()).add(decodeURIComponent(hash.slice(1))))
  }
  return new Map([...pages].map(([path, ids]) => [path, [...ids]]))
}

/** Whether the thing has the focus or holds it, within the time that the page gives itself to find it. */
const isReached = (page: Page, id: string): Promise<boolean> => {
  const named = `[id="${id}"], [id="row-${id}"], [data-item="${id}"], [data-stakeholder="${id}"], [data-step="${id}"]`
  const there = page.locator(`:is(${named}):is(:focus, :focus-within)`)
  return there
    .first()
    .waitFor({ timeout: 6000 })
    .then(
      () => true,
      () => false,
    )
}

test('every line of a report that has a source leads to the thing itself', async ({ browser }) => {
  test.setTimeout(420_000)
  const page = await personIn(browser, server)
  const home = await openExample(page)
  const pages = await linksOf(page, home)
  const kinds = [...pages.keys()].map((path) => path.split('/')[3])
  expect(new Set(kinds)).toEqual(new Set(['a', 'session', 'choose', 'outcomes']))
  expect([...pages.values()].flat().length).toBeGreaterThan(150)
  const lost: string[] = []
  for (const [path, ids] of pages) {
    const named = ids.filter((id) => id !== '')
    const [first] = named
    // The first comes from outside, as a reader of the report does; the rest go on from there.
    await page.goto('about:blank')
    await page.goto(first === undefined ? path : `${path}#${encodeURIComponent(first)}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const id of named) {
      if (id !== first) await page.evaluate((hash) => (location.hash = hash), encodeURIComponent(id))
      if (!(await isReached(page, id))) lost.push(`${path.replace(/^\/w\/\w+/, '')}#${id}`)
    }
  }
  expect(lost).toEqual([])
})
