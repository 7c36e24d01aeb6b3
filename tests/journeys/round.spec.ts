import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, joinAs, personIn, phone, saved } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const day = (from: number): string => new Date(Date.now() + from * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

test('a round in one’s own time: what is open, what comes, and what is new since one was there', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const lead = await personIn(browser, server)
  await lead.goto('/new')
  await lead.getByLabel('1. Wat is jullie vraag?').fill('Hoe zorgen we dat niemand op zondag alleen eet?')
  await lead.getByLabel('Korte naam').fill('Minder alleen')
  await lead.getByRole('button', { name: 'Maak de werkruimte' }).click()
  await lead.getByRole('link', { name: 'Ga naar de werkruimte' }).click()
  await lead.waitForURL(/\/w\/[0-9a-f]{32}/)
  const home = new URL(lead.url()).pathname
  await lead.goto(`${home}/settings`)
  const code = (await lead.getByTestId('join-code').innerText()).replaceAll(/\s/g, '')
  const [first, second] = ['Lees de vraag en de afspraken', 'Schrijf wat jij meemaakt']

  await test.step('planned over days, each step with its window', async () => {
    await lead.goto(`${home}/sessions`)
    await lead.getByRole('button', { name: 'Plan: Schrijfronde in je eigen tijd' }).click()
    for (const [title, from, to] of [
      [first, -1, 2],
      [second, 3, 5],
    ] as const) {
      await lead.getByRole('button', { name: `Meer over ${title}` }).click()
      await lead.getByLabel('Open van').fill(day(from))
      await lead.getByLabel('tot en met').fill(day(to))
      await lead.getByRole('button', { name: `Meer over ${title}` }).click()
    }
    await lead.getByRole('link', { name: 'Naar het begeleiden' }).click()
    await lead.getByRole('button', { name: 'Begin de sessie' }).click()
    await lead.getByRole('dialog').getByRole('textbox').fill('De gemeente antwoordt binnen zes weken.')
    await lead.getByRole('dialog').getByRole('button', { name: 'Begin de sessie' }).click()
    await expect(lead.getByText(/^Live/)).toBeVisible()
  })
  const address = new URL(lead.url()).pathname.replace(/\/lead$/, '')

  const [ada, bram] = [await personIn(browser, { ...server, viewport: phone }), await personIn(browser, server)]
  await joinAs(ada, code, 'Ada', 'Bewoners')
  await joinAs(bram, code, 'Bram', 'Professionals')
  for (const page of [ada, bram]) await page.goto(address)

  await test.step('what can be done now, and what comes', async () => {
    for (const page of [ada, bram]) {
      await expect(page.getByRole('region', { name: 'Wat je nu kunt doen' }).getByText(first)).toBeVisible()
      await expect(page.getByRole('region', { name: 'Komt nog' }).getByText(second)).toBeVisible()
      await expect(page.getByRole('button', { name: `Doe deze stap: ${second}` })).toHaveCount(0)
      await expect(page.getByText(/sinds jij er was/)).toHaveCount(0)
      expect(await widthOf(page)).toBe(page.viewportSize()?.width)
      await expectAccessible(page, 'a round')
    }
    await ada.getByRole('button', { name: `Doe deze stap: ${first}` }).click()
    await expect(ada.getByRole('heading', { name: first })).toBeVisible()
    await ada.getByRole('button', { name: 'Alle stappen' }).click()
  })

  await test.step('whoever comes back reads what others added, and not what was there before or is one’s own', async () => {
    // Not the home page: it shows whoever has just come in into the session.
    await ada.goto(`${home}/people`)
    await expect(ada.getByRole('heading', { level: 1 })).toBeVisible()
    await bram.goto(home)
    await bram.getByRole('link', { name: 'Probleem' }).first().click()
    const why = bram.getByRole('region', { name: 'Waardoor' })
    await why.getByLabel('Nog een oorzaak').fill('De zondag is vrij voor de zorg')
    await why.getByLabel('Nog een oorzaak').press('Enter')
    await saved(bram)
    await ada.goto(address)
    const news = ada.getByRole('region', { name: 'Nieuw sinds jij er was: 1 bijdrage' })
    await expect(news.getByRole('link', { name: 'De zondag is vrij voor de zorg' })).toBeVisible()
    await expectAccessible(ada, 'news in a round')
    await bram.goto(address)
    await expect(bram.getByText('Er kwam niets bij sinds jij er was.')).toBeVisible()
    await ada.reload()
    await expect(ada.getByText('Er kwam niets bij sinds jij er was.')).toBeVisible()
  })
})
