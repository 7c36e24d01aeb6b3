import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readPng } from '#export/logo.ts'
import { pngOf } from '../support/png.ts'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { downloadedBy, joinAs, joinCodeOf, openExample, personIn } from './people.ts'

// Whoever records a trace fetches pictures by their blob address, which the policy of the page refuses.
test.use({ trace: 'off' })

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const drawing = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><script>document.title='ran'</script><image href="https://example.org/x.png" width="9" height="9"/><rect width="300" height="60" fill="${colour}"/></svg>`,
  )

test('a facilitator puts a logo on the title page: what is no picture is told at the field, and only pixels arrive', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  const code = await joinCodeOf(page, home)
  await page.goto(`${home}/outcomes`)
  const file = page.getByLabel('Kies een afbeelding')
  const words = page.getByLabel('Wat staat erop?')
  const save = page.getByRole('button', { name: 'Logo bewaren' })
  await save.click()
  await expect(file).toHaveAccessibleDescription(/Kies eerst een afbeelding/)
  await expect(words).toHaveAccessibleDescription(/Schrijf wat er op het logo staat/)
  await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await expect(file).toHaveAccessibleDescription(/niet als afbeelding openen/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await file.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: drawing('#005764') })
  await words.fill('Gemeente Veldermeer')
  const sent = page.waitForRequest((request) => request.method() === 'PUT')
  await save.click()
  const body = (await sent).postDataJSON() as { readonly png: string }
  expect(readPng(Buffer.from(body.png, 'base64'))).toMatchObject({ ok: true, value: { width: 800, height: 160 } })
  await expect(page.getByText('Het logo staat op het titelblad.')).toBeVisible()
  await expect(page.frameLocator('iframe').getByRole('img', { name: 'Gemeente Veldermeer', exact: true })).toBeVisible()
  expect(asked.filter((url) => url.includes('example.org'))).toEqual([])
  expect(await page.title()).not.toBe('ran')

  // A photo of a camera is made small before it leaves.
  await file.setInputFiles({
    name: 'b.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pngOf({ width: 3000, height: 900 })),
  })
  await words.fill('Zorggroep Veldermeer')
  await save.click()
  await expect(page.frameLocator('iframe').getByRole('img', { name: 'Zorggroep Veldermeer' })).toBeVisible()
  for (const box of await page
    .getByRole('group', { name: /welke bestanden/i })
    .getByRole('checkbox')
    .all())
    await box.setChecked(false)
  await page.getByRole('checkbox', { name: /OpenDocument-tekst/ }).check()
  const odt = unzipSync(await downloadedBy(page, page.getByRole('button', { name: 'Maak 1 bestand' })))
  expect(readPng(odt['Pictures/logo.png'] ?? new Uint8Array())).toMatchObject({
    ok: true,
    value: { width: 800, height: 240 },
  })

  const ada = await personIn(browser, server)
  await joinAs(ada, code, 'Ada', 'Bewoners')
  await ada.goto(`${home}/outcomes`)
  await expect(ada.frameLocator('iframe').getByRole('img', { name: 'Zorggroep Veldermeer' })).toBeVisible()
  await expect(ada.getByLabel('Kies een afbeelding')).toHaveCount(0)

  await page.getByRole('button', { name: 'Logo weghalen' }).click()
  await expect(page.getByText('Het logo is weg.')).toBeVisible()
  await expect(page.frameLocator('iframe').getByRole('img', { name: 'Zorggroep Veldermeer' })).toHaveCount(0)
})
