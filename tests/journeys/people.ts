import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'

/** The screens that people come with. */
export const laptop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

type Coming = { readonly url: string; readonly viewport?: typeof laptop; readonly locale?: string }

/** A browser of its own, as each person has. A page that breaks or is refused something by its policy fails the test. */
export const personIn = async (
  browser: Browser,
  { url, viewport = laptop, locale = 'nl-NL' }: Coming,
): Promise<Page> => {
  const context = await browser.newContext({ viewport, locale, baseURL: url })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Types?|TrustedHTML/i.test(message.text())) throw new Error(message.text())
  })
  return page
}

/** Opens the example as a facilitator; gives the address of the workspace. */
export const openExample = async (page: Page): Promise<string> => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Bekijk een voorbeeld' }).click()
  await page.waitForURL(/\/w\/[0-9a-f]{32}/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await saved(page)
  return /^.*\/w\/[0-9a-f]{32}/.exec(page.url())?.[0] ?? ''
}

/** The code under which others come in, as the facilitator sees it. */
export const joinCodeOf = async (page: Page, home: string): Promise<string> => {
  await page.goto(`${home}/settings`)
  const code = (await page.getByTestId('join-code').innerText()).replaceAll(/\s/g, '')
  expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ2-9]{8}$/)
  return code
}

/** Comes in with a code, a name and a group. */
export const joinAs = async (page: Page, code: string, name: string, group: string): Promise<void> => {
  await page.goto(`/j/${code}`)
  await page.getByLabel('Hoe mogen we je noemen?').fill(name)
  await page.getByRole('radio', { name: group }).check({ force: true })
  await page.getByRole('button', { name: 'Doe mee' }).click()
  const onward = /ga naar|verder|open/i
  await page
    .getByRole('link', { name: onward })
    .or(page.getByRole('button', { name: onward }))
    .first()
    .click()
  await page.waitForURL(/\/w\/[0-9a-f]{32}/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Everything on this page is committed on the server. */
export const saved = (page: Page) => expect(page.locator('[data-saved="saved"]').first()).toBeAttached()

/** A field of rich text by its label. */
export const proseNamed = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label }).first()

/** The words in a field, without the names on other people's carets. */
export const wordsIn = (field: Locator): Promise<string> =>
  field.evaluate((element) => {
    const copy = element.cloneNode(true) as Element
    for (const caret of copy.querySelectorAll('.remote-caret')) caret.remove()
    return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  })

/** Types at the end of a field of rich text, as a person does: click, wait for the caret, write. */
export const writeIn = async (page: Page, label: string, words: string): Promise<void> => {
  const field = proseNamed(page, label)
  await field.click()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words, { delay: 15 })
}

/** No fault of WCAG 2.2 A or AA that axe can see. */
export const expectAccessible = async (page: Page, where: string): Promise<void> => {
  // Parts out of view are not laid out, and axe would measure what has no place yet.
  await page.evaluate(() => {
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(all)
  })
  const { violations } = await new AxeBuilder({ page })
    // The preview of a report runs no scripts, so axe can never answer from inside it.
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const twice = await page.evaluate(() => {
    document.adoptedStyleSheets.pop()
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, at) => ids.indexOf(id) !== at)
  })
  // Axe only asks for a second look at these, and a name then comes from whichever element stands first.
  expect(twice, `${where}: ids that are there twice`).toEqual([])
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** What a press on something downloads. */
export const downloadedBy = async (page: Page, button: Locator): Promise<Uint8Array> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return new Uint8Array(await readFile(await file.path()))
}
