import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import {
  downloadedBy,
  joinAs,
  joinCodeOf,
  openExample,
  personIn,
  phone,
  proseNamed,
  saved,
  wordsIn,
  writeIn,
} from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

test('a first workshop: import, join, write together, survive a crash, export', async ({ browser }) => {
  test.setTimeout(300_000)
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  await expect(facilitator.getByText('Hoe zorgen we dat ouderen in Waterhof').first()).toBeVisible()
  const code = await joinCodeOf(facilitator, home)
  const resident = await personIn(browser, { ...server, viewport: phone })
  const policymaker = await personIn(browser, server)
  await joinAs(resident, code, 'Ada', 'Bewoners')
  await joinAs(policymaker, code, 'Bram', 'Beleidsmakers')
  const everybody = [facilitator, resident, policymaker]
  const label = 'Wat gebeurt er?'

  await test.step('all three write in the same paragraph', async () => {
    for (const page of everybody) {
      await page.goto(`${home}/a/pr-1`)
      await expect(proseNamed(page, label)).toContainText('Veel ouderen in Waterhof')
    }
    // The page opened from its own copy and found the server: that is no return from a break.
    await expect(facilitator.getByText('Weer verbonden')).toHaveCount(0)
    const before = await wordsIn(proseNamed(facilitator, label))
    const words = [' Zegt de begeleider.', ' Zegt Ada.', ' Zegt Bram.']
    await Promise.all(everybody.map((page, at) => writeIn(page, label, words[at] ?? '')))
    // Letters of three people may stand between each other; each letter must be there for everybody.
    const lettersOf = (text: string) => text.replaceAll(' ', '').length
    const all = lettersOf(before) + lettersOf(words.join(''))
    for (const page of everybody) {
      await expect.poll(async () => lettersOf(await wordsIn(proseNamed(page, label)))).toBe(all)
      await saved(page)
    }
    const [first, ...others] = await Promise.all(everybody.map((page) => wordsIn(proseNamed(page, label))))
    for (const other of others) expect(other).toBe(first)
    await expect(facilitator.locator('.remote-caret').filter({ hasText: 'Ada' })).toBeAttached()
  })

  await test.step('killed hard and started again, nothing that anyone saw is gone', async () => {
    const seen = await wordsIn(proseNamed(policymaker, label))
    await server.kill()
    await writeIn(resident, label, ' Ook zonder verbinding.')
    await expect(resident.locator('[data-saved="offline"]').first()).toBeAttached()
    await server.restart()
    for (const page of everybody) {
      await saved(page)
      await expect.poll(() => wordsIn(proseNamed(page, label))).toContain('Ook zonder verbinding.')
    }
    const newcomer = await personIn(browser, server)
    await joinAs(newcomer, code, 'Cem', 'Professionals')
    await newcomer.goto(`${home}/a/pr-1`)
    await expect(proseNamed(newcomer, label)).toContainText('Ook zonder verbinding.')
    expect(await wordsIn(proseNamed(newcomer, label))).toContain(seen)
    await newcomer.context().close()
  })

  await test.step('stakeholders are moved, by pointer, by keys and on a phone, and everybody sees it', async () => {
    for (const page of everybody) await page.goto(`${home}/a/map-1`)
    const elders = (page: typeof facilitator) =>
      page.getByRole('button', { name: /^Alleenwonende ouderen in Waterhof/ }).first()
    await expect(elders(policymaker)).toHaveAccessibleName(/invloed 1 van 5/i)
    await elders(policymaker).focus()
    await policymaker.keyboard.press('v')
    await policymaker.keyboard.press('ArrowUp')
    await policymaker.keyboard.press('Enter')
    for (const page of everybody) await expect(elders(page)).toHaveAccessibleName(/invloed 2 van 5/i)

    const carers = (page: typeof facilitator) => page.getByRole('button', { name: /^Mantelzorgers/ }).first()
    const box = await carers(facilitator).boundingBox()
    if (!box) throw new Error('the card stands nowhere')
    await facilitator.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await facilitator.mouse.down()
    await facilitator.mouse.move(box.x - 300, box.y - 200, { steps: 12 })
    await facilitator.mouse.up()
    await expect(carers(facilitator)).not.toHaveAccessibleName(/geraakt 5 van 5, invloed 2 van 5/i)
    const moved = await carers(facilitator).getAttribute('aria-label')
    for (const page of everybody) await expect(carers(page)).toHaveAccessibleName(moved ?? '')

    await elders(resident).click()
    const influence = resident.getByRole('spinbutton', { name: /^Invloed/ }).first()
    await influence.getByRole('button', { name: /meer/i }).click()
    for (const page of [facilitator, policymaker]) await expect(elders(page)).toHaveAccessibleName(/invloed 3 van 5/i)
    await saved(resident)
  })

  await test.step('a measure gets a result, in Dutch notation, and everybody sees it', async () => {
    for (const page of everybody) await page.goto(`${home}/a/ex-1`)
    const measure = resident.getByText('Gevoel van eenzaamheid').first()
    await measure.scrollIntoViewIfNeeded()
    await resident.getByRole('button', { name: /^Bewerk.*Gevoel van eenzaamheid/ }).click()
    const form = resident.locator('form').filter({ has: resident.getByLabel('Nieuw resultaat') })
    await form.getByLabel('Nieuw resultaat').fill('2,75')
    await form.getByLabel('Bij hoeveel (n)').fill('31')
    await form.getByLabel('Bij hoeveel (n)').press('Enter')
    for (const page of [facilitator, policymaker]) await expect(page.getByText('n = 31').first()).toBeVisible()
    await saved(resident)
  })

  await test.step('the report comes out as a page and for Word, and the workspace as a file that opens again', async () => {
    await facilitator.goto(`${home}/outcomes`)
    const files = facilitator.getByRole('group', { name: /welke bestanden/i }).getByRole('checkbox')
    await expect(files.first()).toBeVisible()
    const made = async (wanted: RegExp) => {
      for (const box of await files.all()) await box.setChecked(false)
      await files.and(facilitator.getByRole('checkbox', { name: wanted })).setChecked(true)
      return downloadedBy(facilitator, facilitator.getByRole('button', { name: 'Maak 1 bestand' }))
    }
    const html = new TextDecoder().decode(await made(/webpagina/i))
    expect(html).toContain('Ook zonder verbinding.')
    expect(html).not.toContain('>Ada<')
    const docx = await made(/^word/i)
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('Ook zonder verbinding.')
    const file = await made(/hele werkruimte/i)
    const again = await personIn(browser, server)
    await again.goto('/')
    await again
      .locator('input[type="file"]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) })
    await again.waitForURL(/\/w\/[0-9a-f]{32}/)
    const copy = /^.*\/w\/[0-9a-f]{32}/.exec(again.url())?.[0] ?? ''
    expect(copy).not.toBe(home)
    await again.goto(`${copy}/a/pr-1`)
    await expect(proseNamed(again, label)).toContainText('Ook zonder verbinding.')
  })
})
