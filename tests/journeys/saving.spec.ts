import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { browserOf } from '../support/caller.ts'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { joinAs, joinCodeOf, openExample, personIn, proseNamed, saved, wordsIn, writeIn } from './people.ts'

// What is typed while there is no server, or where it may no longer be written, is not lost.

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const label = 'Wat gebeurt er?'

/** Under which name the build keeps the editor. */
const editorFile = async (): Promise<string> => {
  const manifest = await readFile(new URL('../../dist/web/.vite/manifest.json', import.meta.url), 'utf8')
  const built = z.record(z.string(), z.object({ file: z.string() })).parse(JSON.parse(manifest))
  return built['../../packages/react/prose-editor.tsx']?.file ?? 'no editor in the build'
}

test('what was typed without a connection outlives the page, is counted, and arrives when the page comes back', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  const other = await personIn(browser, server)
  await joinAs(other, await joinCodeOf(page, home), 'Ada', 'Bewoners')
  await page.goto(`${home}/a/pr-1`)
  await expect(proseNamed(page, label)).toContainText('Veel ouderen in Waterhof')
  await writeIn(page, label, ' Met verbinding.')
  // What somebody else sees is committed; the page itself says for a moment that nothing changed.
  await other.goto(`${home}/a/pr-1`)
  await expect(proseNamed(other, label)).toContainText('Met verbinding.')

  await server.kill()
  await expect(page.getByText('Geen verbinding').first()).toBeVisible()
  await writeIn(page, label, ' Zonder verbinding.')
  await expect(page.getByText(/op dit apparaat \(\d+ wijziging/)).toBeVisible()
  await page.close()
  await server.restart()

  // Somebody else has what was saved, and not yet the rest.
  await other.goto(`${home}/a/pr-1`)
  await expect(proseNamed(other, label)).toContainText('Met verbinding.')
  expect(await wordsIn(proseNamed(other, label))).not.toContain('Zonder verbinding.')
  const again = await page.context().newPage()
  await again.goto(`${home}/a/pr-1`)
  await expect(proseNamed(again, label)).toContainText('Met verbinding. Zonder verbinding.')
  await saved(again)
  await expect(proseNamed(other, label)).toContainText('Met verbinding. Zonder verbinding.')
})

test('two tabs of one person without a connection, and both sets of words arrive', async ({ browser }) => {
  const first = await personIn(browser, server)
  const home = await openExample(first)
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto(`${home}/a/pr-1`)
    await expect(proseNamed(page, label)).toContainText('Veel ouderen in Waterhof')
    await saved(page)
  }
  await server.kill()
  await expect(second.getByText('Geen verbinding').first()).toBeVisible()
  await writeIn(first, label, ' Uit de eerste tab.')
  await writeIn(second, label, ' Uit de tweede tab.')
  await expect(second.getByText(/op dit apparaat \(\d+ wijziging/)).toBeVisible()
  for (const page of [first, second]) await page.close()
  await server.restart()
  const again = await first.context().newPage()
  await again.goto(`${home}/a/pr-1`)
  for (const words of ['Uit de eerste tab.', 'Uit de tweede tab.'])
    await expect(proseNamed(again, label)).toContainText(words)
  await saved(again)
})

test('what was typed before a lock was known comes back as words to copy', async ({ browser }) => {
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const writer = await personIn(browser, server)
  await joinAs(writer, code, 'Bram', 'Beleidsmakers')
  await writer.goto(`${home}/a/pr-1`)
  await expect(proseNamed(writer, label)).toContainText('Veel ouderen in Waterhof')
  await writeIn(writer, label, ' Op tijd.')
  await facilitator.goto(`${home}/a/pr-1`)
  await expect(proseNamed(facilitator, label)).toContainText('Op tijd.')
  await server.kill()
  await expect(writer.getByText('Geen verbinding').first()).toBeVisible()
  await writeIn(writer, label, ' Dit schreef Bram nog.')
  await expect(writer.getByText(/op dit apparaat \(\d+ wijziging/)).toBeVisible()
  await writer.close()
  await server.restart()
  const workspace = home.slice(home.lastIndexOf('/') + 1)
  const cookie = (await facilitator.context().cookies()).find(({ name }) => name === 'polder')?.value ?? ''
  const locked = await browserOf(server).fetch(`/api/workspaces/${workspace}/artefacts/pr-1`, {
    method: 'PATCH',
    body: '{"locked":true}',
    headers: { 'content-type': 'application/json', cookie: `polder=${cookie}` },
  })
  expect(locked.status).toBe(200)
  const again = await writer.context().newPage()
  await again.goto(`${home}/a/pr-1`)
  await expect(again.getByText('Je laatste woorden zijn niet opgenomen.')).toBeVisible()
  await expect(again.getByLabel('Dit schreef je nog:')).toHaveValue(/Dit schreef Bram nog\./)
  await again.getByRole('button', { name: 'Ga verder met de tekst van iedereen' }).click()
  await expect(proseNamed(again, label)).toContainText('Op tijd.')
  await expect(again.getByText('Dit schreef Bram nog.')).toHaveCount(0)
})

test('a text takes the first key at once, where it was pressed, and by keys the whole of it is written anew', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/pr-1`)
  const field = proseNamed(page, label)
  await expect(field).toContainText('Veel ouderen in Waterhof')
  // The editor is sent for when the page has nothing else to do.
  await page.waitForFunction(
    (file) => performance.getEntriesByType('resource').some(({ name }) => name.includes(file)),
    await editorFile(),
  )
  await page.waitForLoadState('networkidle')

  const middle = await field.evaluate((element) => {
    const range = document.createRange()
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (words === null) throw new Error('an empty field')
    range.setStart(words, 'Veel'.length)
    range.setEnd(words, 'Veel'.length)
    const [caret, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
    return { x: caret.left - box.left, y: caret.top - box.top + caret.height / 2 }
  })
  await field.click({ position: middle })
  await page.keyboard.type(', heel veel,')
  await expect.poll(() => wordsIn(field)).toContain('Veel, heel veel, ouderen in Waterhof')

  const other = proseNamed(page, 'Waarom nu?')
  await other.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Omdat het winter wordt.')
  await expect.poll(() => wordsIn(other)).toBe('Omdat het winter wordt.')
  await saved(page)
  await page.reload()
  await expect(other).toHaveText('Omdat het winter wordt.')
  await expect(field).toContainText('Veel, heel veel, ouderen')
})
