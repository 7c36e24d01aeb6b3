import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { joinAs, joinCodeOf, openExample, personIn, saved } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const map = (page: Page) => page.getByRole('group', { name: 'Kaart van betrokkenen' })
const card = (page: Page, name: string) => map(page).getByRole('button', { name: new RegExp(`^${name}`) })
const middleOf = async (page: Page, name: string) => {
  const box = await card(page, name).boundingBox()
  if (!box) throw new Error(`${name} stands nowhere`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('a missing voice gets one, a line is drawn by hand, and kept views are told one after another', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const lead = await personIn(browser, server)
  const home = await openExample(lead)
  const code = await joinCodeOf(lead, home)
  const ada = await personIn(browser, server)
  await joinAs(ada, code, 'Ada', 'Bewoners')
  for (const page of [lead, ada]) await page.goto(`${home}/a/map-1`)

  await test.step('who says to speak for a missing group gives it a voice that everybody sees', async () => {
    await card(ada, 'Woningstichting Velderwoon').click()
    const panel = ada.getByRole('complementary', { name: 'Woningstichting Velderwoon' })
    await expect(card(lead, 'Woningstichting Velderwoon')).toHaveAccessibleName(/Nog geen stem aan tafel/)
    const speak = panel.getByRole('button', { name: 'Ik spreek namens hen' })
    await speak.click()
    await expect(speak).toHaveAttribute('aria-pressed', 'true')
    await expect(card(lead, 'Woningstichting Velderwoon')).toHaveAccessibleName(/stem: Bewoners/)
    await expect(panel.getByText('Ada spreekt namens hen.')).toBeVisible()
    await speak.click()
    await expect(card(lead, 'Woningstichting Velderwoon')).toHaveAccessibleName(/Nog geen stem aan tafel/)
  })

  await test.step('a line is drawn from the handle of one card to another', async () => {
    await card(lead, 'Buurtwinkel en kapper').click()
    const handle = map(lead).locator('[data-handle]')
    const from = await handle.boundingBox()
    if (!from) throw new Error('there is no handle')
    const to = await middleOf(lead, 'Woningstichting Velderwoon')
    await lead.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await lead.mouse.down()
    await lead.mouse.move(to.x, to.y, { steps: 8 })
    await lead.mouse.up()
    const dialog = lead.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Trek een lijn' }).click()
    await expect(dialog).toHaveCount(0)
    await lead.keyboard.press('Escape')
  })

  await test.step('a view is kept, and shown with its words on the wall', async () => {
    await card(lead, 'Mantelzorgers').focus()
    await lead.keyboard.press('2')
    await lead.getByRole('button', { name: 'Kijk en doe meer' }).click()
    await lead.getByRole('button', { name: 'Bewaarde beelden' }).click()
    for (const title of ['Wie staat dichtbij', 'Hetzelfde nog eens']) {
      await lead.getByRole('textbox', { name: 'Hoe heet dit beeld?' }).fill(title)
      await lead.getByRole('button', { name: 'Bewaar dit beeld' }).click()
    }
    await lead.getByRole('button', { name: 'Laat ze na elkaar zien' }).click()
    const show = lead.getByRole('group', { name: 'Laat ze na elkaar zien' })
    await expect(show.getByText('Wie staat dichtbij')).toBeVisible()
    await expect(map(lead)).toHaveAttribute('data-lens', 'rings')
    await lead.keyboard.press('PageDown')
    await expect(show.getByText('Hetzelfde nog eens')).toBeVisible()
    await lead.keyboard.press('Escape')
    await expect(show).toHaveCount(0)
  })
  for (const page of [lead, ada]) await saved(page)
})
