import { strFromU8, unzipSync } from 'fflate'
import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { downloadedBy, expectAccessible, openExample, personIn, phone, saved } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const kumu = {
  elements: [
    { id: 'k-1', label: 'Huisartsenpraktijk Waterhof', type: 'Organisatie', Invloed: 5, tags: ['zorg'] },
    { id: 'k-2', label: 'Imkers', type: 'Groep mensen', Belang: 4 },
    { id: 'k-3', label: 'Buurthuis De Pomq', description: 'Bijna dezelfde naam' },
    { id: 'k-4', label: 'Jan de Vries' },
  ],
  connections: [
    { from: 'k-2', to: 'k-1', type: 'Advies', direction: 'directed', label: 'honing' },
    { from: 'k-2', to: 'Kerk om de hoek', type: 'Samenwerken', direction: 'mutual' },
  ],
}

const card = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Kaart van betrokkenen' }).getByRole('button', { name: new RegExp(`^${name}`) })

const openFiles = async (page: Page) => {
  await page.getByRole('button', { name: 'Kijk en doe meer' }).click()
  await page.getByRole('button', { name: 'Bestand in of uit' }).click()
  return page.getByRole('dialog', { name: 'Bestanden' })
}
const give = (page: Page, name: string, text: string | Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  })

test('a file from Kumu comes in as one change, is taken back, comes in again, and leaves for Kumu', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/map-1`)
  const dialog = await openFiles(page)

  await test.step('what is no map, and what is dangerous, is refused with words', async () => {
    await give(page, 'oud.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))
    await expect(dialog.getByRole('alert')).toContainText('oud Excel-bestand')
    await give(page, 'x.gexf', '<!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf>&x;</gexf>')
    await expect(dialog.getByRole('alert')).toContainText('wil andere bestanden openen')
  })

  await test.step('the preview tells who is new, who changes, and asks what it cannot know', async () => {
    await give(page, 'kumu.json', JSON.stringify(kumu))
    await expect(dialog.getByText('Gevonden: 4 groepen en 2 lijnen.')).toBeVisible()
    await expect(dialog.getByText('4 groepen komen erbij, 1 verandert')).toBeVisible()
    await expect(dialog.getByText(/Invloed: \d wordt 5/)).toBeVisible()
    await dialog
      .getByRole('combobox', { name: 'Wie is Buurthuis De Pomq?' })
      .selectOption('Dezelfde als Buurthuis De Pomp')
    await dialog.getByRole('combobox', { name: 'Wie is Jan de Vries?' }).selectOption('Laat weg')
    await expect(dialog.getByText('2 groepen komen erbij, 2 veranderen')).toBeVisible()
    await expect(dialog.getByRole('combobox', { name: 'Wie is Kerk om de hoek?' })).toBeVisible()
    await expectAccessible(page, 'preview')
  })

  await test.step('it comes in, and one press takes all of it back', async () => {
    await dialog.getByRole('button', { name: 'Breng in' }).click()
    await expect(dialog.getByText('Ingebracht: 4 nieuw, 2 veranderd.').first()).toBeVisible()
    await expect(card(page, 'Imkers')).toBeAttached()
    await dialog.getByRole('button', { name: 'Maak ongedaan', exact: true }).first().click()
    await expect(dialog.getByText('Ongedaan gemaakt: 4 weg, 2 weer zoals het was.').first()).toBeVisible()
    await expect(card(page, 'Imkers')).toHaveCount(0)
  })

  await test.step('out to Kumu and in again beside itself: nothing changes', async () => {
    const made = await downloadedBy(page, dialog.getByRole('link', { name: 'Bewaar als Kumu (JSON)' }))
    const file = JSON.parse(strFromU8(made)) as { elements: unknown[]; connections: unknown[] }
    expect([file.elements.length, file.connections.length]).toEqual([24, 42])
    const sheet = await downloadedBy(page, dialog.getByRole('link', { name: 'Bewaar als Kumu (XLSX)' }))
    await dialog.getByRole('button', { name: 'Ander bestand' }).click()
    await give(page, 'kumu.xlsx', sheet)
    await expect(dialog.getByText('Gevonden: 24 groepen en 42 lijnen.')).toBeVisible()
    await expect(dialog.getByText('24 blijven zoals ze zijn')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Er verandert niets.' })).toBeDisabled()
  })
  await saved(page)
})

test('tables of Gephi come in together, a Dutch spreadsheet is mapped by hand, and the map leaves as GEXF and as a picture', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/map-1`)
  const dialog = await openFiles(page)

  await test.step('out as the two tables of Gephi, changed there, and in again', async () => {
    const made = unzipSync(await downloadedBy(page, dialog.getByRole('link', { name: 'Bewaar als Gephi (CSV)' })))
    const nodes = strFromU8(made['nodes.csv'] ?? new Uint8Array())
    const edges = strFromU8(made['edges.csv'] ?? new Uint8Array())
    expect([...(made['nodes.csv'] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(nodes).toMatch(/^Id,Label,kind,sector/)
    expect(edges).toMatch(/^Source,Target,Type,Kind,Id,Label,Weight/)
    await page.locator('input[type=file]').setInputFiles([
      { name: 'edges.csv', mimeType: 'text/csv', buffer: Buffer.from(edges) },
      {
        name: 'nodes.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(nodes.replace(/Mantelzorgers,group/, 'Mantelzorgers,network')),
      },
    ])
    await expect(dialog.getByText('0 groepen komen erbij, 1 verandert, 23 blijven zoals ze zijn.')).toBeVisible()
    await expect(dialog.getByText('Soort: Groep mensen wordt Netwerk')).toBeVisible()
    await dialog.getByRole('button', { name: 'Breng in' }).click()
    await expect(dialog.getByText('Ingebracht: 0 nieuw, 1 veranderd.').first()).toBeVisible()
  })

  await test.step('semicolons, old letters, another scale; a column is taken for something else', async () => {
    await dialog.getByRole('button', { name: 'Ander bestand' }).click()
    const text = 'Club;Punten;Macht\r\nCaf\u00e9 de Hoek;7;laag\r\n'
    await give(
      page,
      'clubs.csv',
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    )
    await expect(dialog.getByText('Gelezen met puntkomma, in windows-1252.')).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Punten: Dat is' }).selectOption('Geraakt')
    await expect(dialog.getByRole('combobox', { name: 'Punten: Cijfers lopen' })).toHaveValue('to10')
    await dialog.getByRole('button', { name: 'Breng in' }).click()
    await expect(dialog.getByText('Ingebracht: 1 nieuw, 0 veranderd.').first()).toBeVisible()
    await expect(card(page, 'Café de Hoek, geraakt 4 van 5, invloed 1 van 5')).toBeAttached()
  })

  await test.step('out as GEXF and as a picture of the lens that is open', async () => {
    const gexf = strFromU8(await downloadedBy(page, dialog.getByRole('link', { name: 'Bewaar als Gephi (GEXF)' })))
    expect(gexf).toContain('label="Café de Hoek"')
    const svg = strFromU8(await downloadedBy(page, dialog.getByRole('link', { name: 'Bewaar als Plaatje (SVG)' })))
    expect(svg).toContain('Geraakt en invloed')
    expect(svg).toContain('<desc')
  })
})

test('on a phone a file comes in too, and nothing scrolls sideways', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await personIn(browser, { url: server.url, viewport: { ...phone, width: 320 } })
  const home = await openExample(page)
  await page.goto(`${home}/a/map-1`)
  const dialog = await openFiles(page)
  await give(page, 'lijst.csv', 'naam;invloed\nImkers;3\nMantelzorgers;4\n')
  await expect(dialog.getByText('1 groep komt erbij, 1 verandert')).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
  await expectAccessible(page, 'phone')
  await dialog.getByRole('button', { name: 'Breng in' }).click()
  await expect(dialog.getByText('Ingebracht: 1 nieuw, 1 veranderd.').first()).toBeVisible()
})
