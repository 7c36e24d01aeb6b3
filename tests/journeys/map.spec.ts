import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { joinAs, joinCodeOf, openExample, personIn, phone, saved } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const card = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Kaart van betrokkenen' }).getByRole('button', { name: new RegExp(`^${name}`) })
const noFaults = async (page: Page, where: string) => {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('three people draw one map at once', async ({ browser }) => {
  test.setTimeout(240_000)
  const lead = await personIn(browser, server)
  const home = await openExample(lead)
  const code = await joinCodeOf(lead, home)
  const ada = await personIn(browser, server)
  const bram = await personIn(browser, server)
  await joinAs(ada, code, 'Ada', 'Bewoners')
  await joinAs(bram, code, 'Bram', 'Beleidsmakers')
  const everybody = [lead, ada, bram]
  for (const page of everybody) await page.goto(`${home}/a/map-1`)

  await test.step('each adds somebody, at the same moment', async () => {
    const names = ['Imkers', 'Kerk en moskee', 'Nachtzorg']
    await Promise.all(
      everybody.map(async (page, at) => {
        await page.getByRole('button', { name: 'Voeg toe' }).first().click()
        const field = page.getByRole('dialog').getByRole('textbox', { name: 'Naam of groep' })
        await field.fill(names[at] ?? '')
        await field.press('Enter')
        await expect(field).toHaveValue('')
        await page.getByRole('button', { name: 'Klaar' }).click()
      }),
    )
    for (const page of everybody) for (const name of names) await expect(card(page, name)).toBeAttached()
  })

  await test.step('a list is pasted; what looks like somebody on the map is left out', async () => {
    await ada.getByRole('button', { name: 'Voeg toe' }).first().click()
    await ada.getByRole('button', { name: 'Plak een lijst' }).click()
    await ada.getByRole('textbox', { name: 'Namen' }).fill('- Bibliotheek\n- De imkers\n- Speeltuin')
    await ada.getByRole('button', { name: 'Voeg 2 toe' }).click()
    await expect(card(bram, 'Speeltuin')).toBeAttached()
    await ada.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(card(bram, 'Speeltuin')).toHaveCount(0)
    await expect(card(bram, 'Imkers')).toBeAttached()
  })

  await test.step('who drags is seen on the way, and what it gives is one value for all', async () => {
    const box = await card(bram, 'Mantelzorgers').boundingBox()
    if (!box) throw new Error('the card stands nowhere')
    await bram.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await bram.mouse.down()
    await bram.mouse.move(box.x - 200, box.y - 120, { steps: 10 })
    await expect(lead.locator('[data-mover]').getByText('Bram verplaatst')).toBeAttached()
    await bram.mouse.up()
    await expect(lead.locator('[data-mover]')).toHaveCount(0)
    await expect(card(lead, 'Mantelzorgers')).not.toHaveAccessibleName(/geraakt 5 van 5, invloed 2 van 5/)
    const placed = (await card(bram, 'Mantelzorgers').getAttribute('aria-label')) ?? ''
    for (const page of everybody) await expect(card(page, 'Mantelzorgers')).toHaveAccessibleName(placed)
    await card(bram, 'Mantelzorgers').focus()
    await bram.keyboard.press('2')
    await expect(bram.getByRole('group', { name: 'Kaart van betrokkenen' })).toHaveAttribute('data-lens', 'rings')
    await bram.keyboard.press('1')
  })

  await test.step('own estimates first; the middle one only for who gave theirs, and agreeing writes it', async () => {
    for (const [at, page] of everybody.entries()) {
      await page.goto(`${home}/a/map-1?node=sh-woning`)
      const own = page.getByRole('spinbutton', { name: 'Mijn schatting: Invloed' })
      await own.focus()
      await page.keyboard.press(String([1, 3, 5][at]))
      await expect(own).toHaveAttribute('aria-valuenow', String([1, 3, 5][at]))
      await expect.poll(async () => page.getByText(/3 schattingen|[12] schatting/).count()).toBeGreaterThan(0)
    }
    await expect(bram.getByText('3 schattingen. De middelste is 3, ze lopen van 1 tot 5.')).toBeVisible()
    await lead.reload()
    await expect(lead.getByText('3 schattingen. De middelste is 3, ze lopen van 1 tot 5.')).toBeVisible()
    await expect(lead.getByText('Jullie schatten dit heel verschillend.', { exact: false })).toBeVisible()
  })

  await test.step('who is missing becomes a question and a limit, and the network is told in sentences', async () => {
    await lead.goto(`${home}/a/map-1?missing=1`)
    const panel = lead.getByRole('complementary', { name: 'Wie missen we?' })
    await panel.getByRole('button', { name: 'Maak er een vraag van' }).first().click()
    await expect(panel.getByText('Staat als vraag bij de open punten').first()).toBeVisible()
    await panel.getByRole('button', { name: 'Noem het als grens' }).first().click()
    await panel.getByRole('button', { name: 'Zet dit in het verslag' }).click()
    await expect(panel.getByRole('heading', { name: 'Grenzen die we noemen' })).toBeVisible()
    await lead.getByRole('button', { name: 'Kijk en doe meer' }).click()
    await lead.getByRole('button', { name: 'Wat zegt het netwerk?' }).click()
    const network = lead.getByRole('complementary', { name: 'Wat zegt het netwerk?' })
    await expect(network.getByText(/^Los staan: .*Ouderen die weinig Nederlands spreken/)).toBeVisible()
    await expect(network.getByText('Alleenwonende ouderen in Waterhof: 9 contacten.')).toBeVisible()
    await noFaults(lead, 'network')
  })
  for (const page of everybody) await saved(page)
})

test('the map by keys alone', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/map-1`)
  const keys = page.keyboard

  await card(page, 'Huisartsenpraktijk Waterhof').focus()
  await keys.press('v')
  await keys.press('ArrowRight')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveAccessibleName(/geraakt 3 van 5, invloed 3 van 5/)
  await keys.press('v')
  await keys.press('ArrowUp')
  await keys.press('Escape')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveAccessibleName(/invloed 3 van 5/)

  await keys.press('r')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Met wie?' }).selectOption({ label: 'Woningstichting Velderwoon' })
  await dialog.getByRole('combobox', { name: /Wat voor lijn/ }).selectOption({ label: 'geeft advies aan' })
  await dialog.getByRole('button', { name: 'Trek een lijn' }).press('Enter')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveAccessibleName(/4 lijnen/)

  await card(page, 'Huisartsenpraktijk Waterhof').focus()
  await keys.press('3')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveAccessibleName(/verbonden met .*Woningstichting/)
  await card(page, 'Huisartsenpraktijk Waterhof').focus()
  await keys.press('v')
  await keys.press('Shift+ArrowLeft')
  await keys.press('Enter')
  await keys.press('1')
  await card(page, 'Huisartsenpraktijk Waterhof').focus()
  await keys.press(' ')
  await keys.press('ArrowRight')
  await keys.press(' ')
  await expect(page.getByText('2 gekozen')).toBeVisible()
  await keys.press('t')
  await expect(page.locator('tr input:focus')).toHaveCount(1)

  await card(page, 'Huisartsenpraktijk Waterhof').focus()
  await keys.press('Delete')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveCount(0)
  await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter')
  await expect(card(page, 'Huisartsenpraktijk Waterhof')).toHaveAccessibleName(/4 lijnen/)
  await saved(page)
})

test('every lens and panel is sound, on a laptop and on a phone', async ({ browser }) => {
  test.setTimeout(420_000)
  const laptop = await personIn(browser, server)
  const home = await openExample(laptop)
  const failures: string[] = []
  laptop.on('pageerror', ({ message }) => failures.push(message))
  laptop.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
  for (const lens of [
    'influence',
    'rings',
    'network',
    'worlds',
    'table',
    'interest',
    'attitude',
    'salience',
    'participation',
  ]) {
    await laptop.goto(`${home}/a/map-1?lens=${lens}`)
    await expect(laptop.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(laptop.getByRole('button', { name: /Mantelzorgers/ }).first()).toBeAttached()
    await noFaults(laptop, lens)
  }
  await test.step('on paper the drawing is whole', async () => {
    await laptop.goto(`${home}/a/map-1?lens=influence`)
    const drawing = laptop.locator('[data-lens]')
    await expect(drawing).toBeVisible()
    await laptop.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await laptop.emulateMedia({ media: 'print' })
    expect((await drawing.boundingBox())?.width).toBeLessThanOrEqual(700)
    await laptop.emulateMedia({ media: 'screen' })
    expect((await drawing.boundingBox())?.width).toBeGreaterThan(700)
  })
  await laptop.goto(`${home}/a/map-1?node=sh-wijkteam`)
  await expect(laptop.getByRole('heading', { name: 'Sociaal wijkteam Waterhof' })).toBeFocused()
  await noFaults(laptop, 'party')
  await laptop
    .getByRole('button', { name: /^Open: Sociaal wijkteam Waterhof/ })
    .first()
    .click()
  await expect(laptop.getByRole('combobox', { name: 'Welke kant op?' })).toBeVisible()
  await noFaults(laptop, 'line')
  for (const tool of ['Kleur en filter', 'Bewaarde beelden']) {
    await laptop.getByRole('button', { name: 'Kijk en doe meer' }).click()
    await laptop.getByRole('button', { name: tool }).click()
    await expect(laptop.getByRole('complementary', { name: tool })).toBeVisible()
    await noFaults(laptop, tool)
  }
  expect(failures).toEqual([])

  const hand = await personIn(browser, { ...server, viewport: phone })
  await openExample(hand)
  const address = new URL(hand.url())
  for (const lens of ['influence', 'rings', 'network', 'participation', 'table']) {
    await hand.goto(`${address.origin}${address.pathname.replace(/\/$/, '')}/a/map-1?lens=${lens}`)
    await expect(hand.getByRole('button', { name: /Mantelzorgers/ }).first()).toBeAttached()
    expect(await hand.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await noFaults(hand, `phone ${lens}`)
  }
})
