import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { joinAs, joinCodeOf, openExample, personIn, phone, proseNamed, saved, wordsIn, writeIn } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  // A facilitator and one more fit in; the people of the example came in with a file and do not count.
  server = await startServerProcess({ env: { LIMIT_PARTICIPANTS: '2', LIMIT_IMPORT_BYTES: '600000' } })
})
test.afterAll(() => server.stop())

const bringFile = (page: Page, content: string) =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'werkruimte.json', mimeType: 'application/json', buffer: Buffer.from(content) })

test('a code that is wrong is told at the code, and what was typed stays', async ({ browser }) => {
  const page = await personIn(browser, { ...server, viewport: phone })
  await page.goto('/join')
  const code = page.getByLabel('Code van je bijeenkomst')
  const join = page.getByRole('button', { name: 'Doe mee' })
  await join.click()
  await expect(code).toHaveAccessibleDescription(/Vul de code in/)
  await code.fill('BCDF')
  await join.click()
  await expect(code).toHaveAccessibleDescription(/De code heeft 8 tekens. Je hebt er nu 4/)
  await code.fill('BCDA FGHJ')
  await join.click()
  await expect(code).toHaveAccessibleDescription(/Een ‘A’ komt in geen code voor/)
  await code.fill('BCDF GHJK')
  await join.click()
  await expect(page.getByText('Deze code werkt niet. Kijk of hij klopt', { exact: false })).toBeVisible()
  await expect(code).toHaveValue(/BCDF ?GHJK/)
  await expect(code).toHaveAttribute('aria-invalid', 'true')
})

test('a workspace that is closed or full says so, and who can help', async ({ browser }) => {
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const [first, second] = [await personIn(browser, { ...server, viewport: phone }), await personIn(browser, server)]
  await joinAs(first, code, 'Ada', 'Bewoners')

  await second.goto(`/j/${code}`)
  await second.getByRole('button', { name: 'Doe mee' }).click()
  await expect(second.getByLabel('Hoe mogen we je noemen?')).toHaveAccessibleDescription(/Vul een naam in/)
  await expect(second.getByText('Kies een groep.').first()).toBeVisible()
  await second.getByLabel('Hoe mogen we je noemen?').fill('Bram')
  await second.getByRole('radio', { name: 'Beleidsmakers' }).check({ force: true })
  await second.getByRole('button', { name: 'Doe mee' }).click()
  await expect(second.getByText('Deze werkruimte is vol', { exact: false })).toBeVisible()
  await expect(second.getByLabel('Hoe mogen we je noemen?')).toHaveValue('Bram')

  await facilitator.goto(`${home}/people`)
  await facilitator.getByRole('switch', { name: /Meedoen/ }).click()
  await expect(facilitator.getByText(/Dicht|Gesloten/i).first()).toBeVisible()
  await second.goto(`/j/${code}`)
  await expect(second.getByText('Meedoen is nu gesloten.').first()).toBeVisible()
})

test('a file that cannot be a workspace is refused with words, and the page goes on', async ({ browser }) => {
  const page = await personIn(browser, server)
  await page.goto('/')
  const alert = page.getByRole('alert')
  await bringFile(page, 'dit is geen json')
  await expect(alert).toContainText('Dit bestand is niet te lezen')
  await bringFile(page, JSON.stringify({ naam: 'boodschappen' }))
  await expect(alert).toContainText('Dit is geen werkruimte van Polder')
  await bringFile(page, JSON.stringify({ format: 'polder-workspace', formatVersion: 1, workspace: { title: ' ' } }))
  await expect(alert).toContainText('workspace.title: dit is leeg')
  await bringFile(page, JSON.stringify({ format: 'polder-workspace', formatVersion: 99 }))
  await expect(alert).toContainText('Dit bestand komt van een nieuwere Polder')
  await bringFile(page, JSON.stringify({ format: 'polder-workspace', formatVersion: 1, filler: 'x'.repeat(700_000) }))
  await expect(alert).toContainText('Dit bestand is te groot om te openen')
  await page.getByRole('button', { name: 'Bekijk een voorbeeld' }).click()
  await page.waitForURL(/\/w\/[0-9a-f]{32}/)
})

test('a place that is not there says so and shows the way back', async ({ browser }) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/bestaat-niet`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.getByText('Hoe zorgen we dat ouderen in Waterhof').first()).toBeVisible()
  await page.goto(`/w/${'0'.repeat(32)}`)
  await expect(page.getByRole('alert')).toContainText('Dit is er niet, of niet meer')
  await expect(page.getByRole('link', { name: /code/i })).toBeVisible()
  await page.goto('/nergens')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('two tabs of one person write in one text, and closing one leaves the person there', async ({ browser }) => {
  const first = await personIn(browser, server)
  const home = await openExample(first)
  const second = await first.context().newPage()
  const label = 'Wat gebeurt er?'
  for (const tab of [first, second]) await tab.goto(`${home}/a/pr-1`)
  await first.bringToFront()
  await writeIn(first, label, ' Uit de eerste tab.')
  await second.bringToFront()
  await writeIn(second, label, ' Uit de tweede tab.')
  for (const tab of [first, second]) {
    await expect.poll(() => wordsIn(proseNamed(tab, label))).toContain('Uit de eerste tab.')
    await expect.poll(() => wordsIn(proseNamed(tab, label))).toContain('Uit de tweede tab.')
    await saved(tab)
  }
  await second.close()
  await writeIn(first, label, ' Nog steeds hier.')
  await saved(first)
  await first.reload()
  await expect(proseNamed(first, label)).toContainText('Nog steeds hier.')
})
