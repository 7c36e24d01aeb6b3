import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { unzipSync, strFromU8 } from 'fflate'
import { startServerProcess, type ServerProcess } from '../support/server.ts'

let server: ServerProcess

test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const laptop = { width: 1440, height: 900 }
const phone = { width: 360, height: 740 }

const person = async (
  browser: Browser,
  viewport: { width: number; height: number },
  locale = 'nl-NL',
): Promise<Page> => {
  const context = await browser.newContext({ viewport, locale, baseURL: server.url })
  return context.newPage()
}

const joinAs = async (page: Page, code: string, name: string, group: string): Promise<void> => {
  await page.goto(`/j/${code}`)
  await page.getByLabel('Hoe mogen we je noemen?').fill(name)
  await page.getByRole('radio', { name: group }).check({ force: true })
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page
    .getByRole('link', { name: /ga naar|verder|open/i })
    .or(page.getByRole('button', { name: /ga naar|verder|open/i }))
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

const saved = (page: Page) => expect(page.locator('[data-saved="saved"]').first()).toBeAttached()

test('a first workshop: import, join, write together, survive a crash, export', async ({ browser }) => {
  test.setTimeout(180_000)
  const facilitator = await person(browser, laptop)
  await facilitator.goto('/')
  await facilitator.getByRole('button', { name: 'Bekijk een voorbeeld' }).click()
  await expect(facilitator.getByText('Hoe zorgen we dat ouderen in Waterhof')).toBeVisible()
  const home = facilitator.url()
  await saved(facilitator)

  await facilitator.goto(`${home}/settings`)
  const code = (await facilitator.getByTestId('join-code').innerText()).replaceAll(/\s/g, '')
  expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ2-9]{8}$/)

  const resident = await person(browser, phone)
  const policymaker = await person(browser, laptop)
  await joinAs(resident, code, 'Ada', 'Bewoners')
  await joinAs(policymaker, code, 'Bram', 'Beleidsmakers')
  const everybody = [facilitator, resident, policymaker]

  await test.step('all three write in the same paragraph', async () => {
    for (const page of everybody) {
      await page.goto(`${home}/a/pr-1`)
      await expect(page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first()).toContainText(
        'Veel ouderen in Waterhof',
      )
    }
    const words = [' Dat zegt de begeleider.', ' Dat zegt Ada.', ' Dat zegt Bram.']
    await Promise.all(
      everybody.map(async (page, at) => {
        const field = page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first()
        await field.click()
        await expect(field).toHaveAttribute('contenteditable', 'true')
        await page.keyboard.press('ControlOrMeta+End')
        await page.keyboard.type(words[at] ?? '', { delay: 15 })
      }),
    )
    for (const page of everybody) {
      // Letters of three people may stand between each other; each letter must be there for everybody.
      await expect
        .poll(
          async () =>
            (await page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first().innerText()).replaceAll(/\s/g, '')
              .length,
        )
        .toBe((await textOf(facilitator)).replaceAll(/\s/g, '').length)
      await saved(page)
    }
    const [first, ...others] = await Promise.all(everybody.map(textOf))
    for (const other of others) expect(other).toBe(first)
  })

  const before = await textOf(facilitator)
  await test.step('the server is killed hard and started again: nothing that anyone saw is gone', async () => {
    await server.kill()
    const field = resident.getByRole('textbox', { name: 'Wat gebeurt er?' }).first()
    await field.click()
    await resident.keyboard.press('ControlOrMeta+End')
    await resident.keyboard.type(' Ook zonder verbinding.')
    await expect(resident.locator('[data-saved="offline"]').first()).toBeAttached()
    await server.restart()
    for (const page of everybody) await saved(page)
    for (const page of everybody) {
      await expect(page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first()).toContainText(
        'Ook zonder verbinding.',
      )
    }
    const fresh = await person(browser, laptop)
    await joinAs(fresh, code, 'Cem', 'Professionals')
    await fresh.goto(`${home}/a/pr-1`)
    await expect(fresh.getByRole('textbox', { name: 'Wat gebeurt er?' }).first()).toContainText(
      'Ook zonder verbinding.',
    )
    expect((await textOf(fresh)).replaceAll(/\s/g, '')).toContain(before.trim().replaceAll(/\s/g, '').slice(0, 100))
    await fresh.context().close()
  })

  await test.step('a stakeholder is moved by keyboard and everybody sees it', async () => {
    for (const page of everybody) await page.goto(`${home}/a/map-1`)
    const node = facilitator.getByRole('button', { name: /^Alleenwonende ouderen in Waterhof/ }).first()
    await expect(node).toHaveAccessibleName(/invloed 1 van 5/i)
    await node.focus()
    await facilitator.keyboard.press('v')
    await facilitator.keyboard.press('ArrowUp')
    await facilitator.keyboard.press('Enter')
    await expect(node).toHaveAccessibleName(/invloed 2 van 5/i)
    const seen = policymaker.getByRole('button', { name: /^Alleenwonende ouderen in Waterhof/ }).first()
    await expect(seen).toHaveAccessibleName(/invloed 2 van 5/i)
    await saved(facilitator)
  })

  await test.step('a measure is changed on the phone and everybody sees it', async () => {
    for (const page of everybody) await page.goto(`${home}/a/ex-2`)
    const title = resident.getByRole('heading', { level: 1 })
    await expect(title).toBeVisible()
  })

  await test.step('no state of these pages has an accessibility fault', async () => {
    for (const address of ['', '/a/pr-1', '/a/map-1', '/a/ex-1', '/outcomes', '/people', '/settings']) {
      await facilitator.goto(home + address)
      await expect(facilitator.getByRole('heading', { level: 1 })).toBeVisible()
      const found = await new AxeBuilder({ page: facilitator })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(found.violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
    }
  })

  await test.step('the report comes out as a page and as a text document', async () => {
    await facilitator.goto(`${home}/outcomes`)
    const html = await download(facilitator, 'HTML')
    expect(html).toContain('Ook zonder verbinding.')
    const docx = await downloadBytes(facilitator, 'Word')
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('Ook zonder verbinding.')
  })
})

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first().innerText()

const downloadBytes = async (page: Page, format: string): Promise<Uint8Array> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: new RegExp(format, 'i') })
      .or(page.getByRole('button', { name: new RegExp(format, 'i') }))
      .first()
      .click(),
  ])
  return new Uint8Array(await readFile(await download.path()))
}

const download = async (page: Page, format: string): Promise<string> =>
  new TextDecoder().decode(await downloadBytes(page, format))
