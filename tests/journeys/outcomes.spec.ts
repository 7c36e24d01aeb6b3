import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, openExample, personIn } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

/** Goes on with the Tab key until the focus is where the words say. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { activeElement } = document
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : ''
      return `${activeElement?.getAttribute('aria-label') ?? ''} ${label ?? ''} ${activeElement?.textContent ?? ''}`
    })
    if (name.test(at)) return
  }
  throw new Error(`the Tab key never came to ${name}`)
}

test('a report is put together and made with the keyboard only, and its choices come back', async ({ browser }) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/outcomes`)
  await expect(page.getByText('24 partijen')).toBeVisible()

  await tabTo(page, /Omlaag: Samenvatting/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Samenvatting op één bladzijde staat nu op plek 2 van 12.')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Omlaag: Samenvatting op één bladzijde' })).toBeFocused()
  await tabTo(page, /^ *Stemmen per groep/)
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /Stemmen per groep/ })).not.toBeChecked()
  await page.getByLabel('Welk beeld van de kaart?').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Welk beeld van de kaart?')).toHaveValue('rings')
  await tabTo(page, /OpenDocument-tekst/)
  await page.keyboard.press('Space')
  const preview = page.frameLocator('iframe')
  await expect(preview.locator('figcaption').first()).toHaveText('Ringen')
  await expect(preview.locator('h2').first()).toHaveText(/Inhoud/)

  await page.reload()
  await expect(page.getByRole('checkbox', { name: /Stemmen per groep/ })).not.toBeChecked()
  await expect(page.getByLabel('Welk beeld van de kaart?')).toHaveValue('rings')
  const button = page.getByRole('button', { name: 'Maak 1 bestand' })
  // The preview has hundreds of links; nobody needs to go through them to reach the button.
  await tabTo(page, /Sla het voorbeeld over/)
  await page.keyboard.press('Enter')
  await expect(button).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  await expect(page.getByText('Het bestand is klaar.')).toBeVisible()
  await expectAccessible(page, 'outcomes')
})

test('a report can be about one session', async ({ browser }) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/outcomes`)
  await expect(page.getByText('2 sessies')).toBeVisible()
  const choice = page.getByLabel('Waarover gaat het?')
  const [, , last] = await choice.locator('option').allTextContents()
  await choice.selectOption({ index: 2 })
  await expect(page.getByText('1 sessie', { exact: true })).toBeVisible()
  await expect(page.frameLocator('iframe').locator('.kicker')).toContainText(last?.split(',')[0] ?? 'niets')
})
