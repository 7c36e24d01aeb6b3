import { expect, test } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, joinAs, joinCodeOf, openExample, personIn, phone, saved } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const inside = ['', '/a/pr-1', '/a/map-1', '/a/ex-1', '/outcomes', '/people', '/settings']

test('no page has an accessibility fault, for a facilitator on a laptop in the dark', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await personIn(browser, server)
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const address of ['/', '/new', '/join', '/about', '/privacy', '/accessibility', '/gallery']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, address)
  }
  const home = await openExample(page)
  for (const address of inside) {
    await page.goto(home + address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await saved(page)
    await expectAccessible(page, address)
  }
})

test('no page has an accessibility fault, and none is wider than the screen, on a phone of 320 pixels', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const page = await personIn(browser, { ...server, viewport: { ...phone, width: 320 } })
  for (const address of ['/', `/j/${code}`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, address)
  }
  await joinAs(page, code, 'Ada', 'Bewoners')
  for (const address of inside) {
    await page.goto(home + address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await saved(page)
    await expectAccessible(page, address)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect([address, over]).toEqual([address, 0])
  }
})
