import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, personIn, phone } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess({ env: { LIMIT_COMMANDS_PER_SECOND: '100' } })
})
test.afterAll(() => server.stop())

type Made = { readonly id: string; readonly code: string; readonly session: string; readonly steps: readonly string[] }

/** A workspace with a session that is live, led by Sanne. */
const begin = async (page: Page): Promise<Made> => {
  await page.goto('/')
  return page.evaluate(async () => {
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/workspaces${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return (await answer.json()) as {
        workspace: { id: string }
        joinCode: string
        id: string
        steps: readonly { readonly id: string }[]
      }
    }
    const wish = { title: 'Samen', question: 'Hoe nu verder?', language: 'nl', name: 'Sanne' }
    const { workspace, joinCode } = await send('', wish)
    const { id, steps } = await send(`/${workspace.id}/sessions`, { template: 'tpl-problem' })
    await send(`/${workspace.id}/sessions/${id}/start`, { promise: 'De raad antwoordt.' })
    return { id: workspace.id, code: joinCode, session: id, steps: steps.map((step) => step.id) }
  })
}

/** Comes in as somebody who scanned the code would, straight to the session. */
const join = async (page: Page, made: Made, name: string, perspective: string): Promise<void> => {
  await page.goto('/')
  await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/join', { method: 'POST', headers, body: JSON.stringify(body) })
    },
    { code: made.code, name, perspective },
  )
  await page.goto(`/w/${made.id}/session/${made.session}`)
  await expect(page.getByRole('button', { name: 'Ik ben klaar' })).toBeVisible()
}

test('whoever leads changes people and locks work; everybody reads it, and it is taken back', async ({ browser }) => {
  test.setTimeout(180_000)
  const lead = await personIn(browser, server)
  const made = await begin(lead)
  const address = `/w/${made.id}/session/${made.session}`
  const [ada, bram] = [
    await personIn(browser, { ...server, viewport: phone }),
    await personIn(browser, { ...server, viewport: phone }),
  ]
  await join(ada, made, 'Ada', 'resident')
  await join(bram, made, 'Bram', 'resident')
  await lead.goto(`${address}/lead`)
  await lead.getByText('Tafels en mensen').click()

  await test.step('rename, and move to another group', async () => {
    await lead.getByRole('button', { name: 'Verander Bram' }).click()
    const dialog = lead.getByRole('dialog', { name: 'Wat verandert er voor Bram' })
    await dialog.getByLabel('Naam').fill('Bram Bakker')
    await dialog.getByLabel('Naam').press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('De naam is nu Bram Bakker.')
    await lead.getByRole('dialog').getByLabel('Groep').selectOption({ index: 1 })
    await expect(lead.getByRole('dialog').getByRole('status')).toContainText('Bram Bakker hoort nu bij')
    await expect(bram.getByText('Bram Bakker').first()).toBeVisible()
    await expectAccessible(lead, 'the dialog of a person')
    await lead.getByRole('button', { name: 'Klaar', exact: true }).click()
    await expect(lead.getByRole('button', { name: 'Verander Bram Bakker' })).toBeFocused()
  })

  await test.step('may enter for others, and no longer by the log', async () => {
    await lead.getByRole('button', { name: 'Verander Bram Bakker' }).click()
    await lead.getByRole('switch', { name: 'Voert ook in voor anderen' }).click()
    await expect(lead.getByRole('dialog').getByRole('status')).toHaveText(
      'Bram Bakker mag nu ook voor anderen invoeren.',
    )
    await lead.getByRole('button', { name: 'Klaar', exact: true }).click()
    await lead.getByRole('link', { name: 'Logboek' }).click()
    await lead.getByRole('button', { name: 'Maak ongedaan: Bram Bakker mag nu ook voor anderen invoeren' }).click()
    await expect(lead.getByRole('status').filter({ hasText: 'Het is ongedaan gemaakt.' })).toBeAttached()
    await lead.getByRole('link', { name: 'Naar de sessie' }).click()
    await lead.getByText('Tafels en mensen').click()
    await lead.getByRole('button', { name: 'Verander Bram Bakker' }).click()
    await expect(lead.getByRole('switch', { name: 'Voert ook in voor anderen' })).not.toBeChecked()
    await lead.getByRole('button', { name: 'Klaar', exact: true }).click()
  })

  await test.step('out, and back in by the log', async () => {
    await lead.getByRole('button', { name: 'Verander Bram Bakker' }).click()
    await lead.getByRole('button', { name: 'Haal Bram Bakker weg' }).click()
    await lead.getByRole('button', { name: 'Haal weg' }).click()
    await expect(lead.getByText('Live, 1 aan tafel')).toBeVisible()
    await expect(bram.getByRole('alert').filter({ hasText: 'Je doet' })).toBeVisible()
    await expect(bram.getByRole('button', { name: 'Ik ben klaar' })).toHaveCount(0)
    await ada.goto(`${address}/log`)
    await expect(ada.getByText('Bram Bakker weggehaald uit de werkruimte')).toBeVisible()
    await expect(ada.getByText('Naam veranderd van Bram Bakker')).toBeVisible()
    await lead.getByRole('link', { name: 'Logboek' }).click()
    await lead.getByRole('button', { name: 'Maak ongedaan: Bram Bakker weggehaald uit de werkruimte' }).click()
    await expect(lead.getByRole('status').filter({ hasText: 'Het is ongedaan gemaakt.' })).toBeAttached()
    await bram.reload()
    await expect(bram.getByRole('button', { name: 'Ik ben klaar' })).toBeVisible()
  })

  await test.step('locked by a key, and opened again by the log', async () => {
    await lead.getByRole('link', { name: 'Naar de sessie' }).click()
    await lead.keyboard.press('Alt+Shift+N')
    await expect(lead.getByRole('heading', { name: 'Nu: Verhalen uit het dagelijks leven' })).toBeVisible()
    await lead.keyboard.press('Alt+Shift+L')
    await expect(lead.getByText(/^Alleen lezen: /)).toBeVisible()
    await expect(ada.getByText(/^Op slot: /)).toBeVisible()
    await lead.getByRole('link', { name: 'Logboek' }).click()
    await lead.getByRole('button', { name: /^Maak ongedaan: Op slot: / }).click()
    await lead.getByRole('link', { name: 'Naar de sessie' }).click()
    await expect(lead.getByText('Iedereen kan schrijven')).toBeVisible()
  })

  await test.step('the lead is handed over', async () => {
    await lead.getByText('Tafels en mensen').click()
    await lead.getByRole('button', { name: 'Verander Ada' }).click()
    await lead.getByRole('button', { name: 'Draag het begeleiden over' }).click()
    await lead.getByRole('button', { name: 'Draag over aan Ada' }).click()
    await expect(lead.getByRole('button', { name: 'Ik ben klaar' })).toBeVisible()
    await ada.goto(`${address}/lead`)
    await expect(ada.getByRole('heading', { name: /^Nu: / })).toBeVisible()
    expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    await expectAccessible(ada, 'the console on a phone')
  })
})

test('tables write each on their own sheet, and what they wrote is brought together and taken back', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const lead = await personIn(browser, server)
  const made = await begin(lead)
  const address = `/w/${made.id}/session/${made.session}`
  const newPhone = () => personIn(browser, { ...server, viewport: phone })
  const [ada, bram, cem] = [await newPhone(), await newPhone(), await newPhone()]
  await join(ada, made, 'Ada', 'resident')
  await join(bram, made, 'Bram', 'resident')
  await join(cem, made, 'Cem', 'policy')
  await lead.goto(`${address}/lead`)
  await expect(lead.getByText('Live, 3 aan tafel')).toBeVisible()

  let [withCem, alone] = [ada, bram]

  await test.step('people are divided, and each phone says with whom', async () => {
    await lead.getByText('Tafels en mensen').click()
    for (const name of ['Ada', 'Bram', 'Cem'])
      await expect(lead.getByRole('checkbox', { name: `${name} is er` })).toBeChecked()
    await lead.getByRole('button', { name: 'Verdeel iedereen' }).click()
    await lead.getByRole('button', { name: /^Ga naar Hoe kunnen we/ }).click()
    for (const page of [ada, bram]) await expect(page.getByText(/^Je zit aan Tafel [12]$/)).toBeVisible()
    // Ada and Bram are of one group, so they sit apart; which of them sits with Cem, their ids decide.
    if (await bram.getByText('Je zit aan Tafel 1').isVisible()) [withCem, alone] = [bram, ada]
    await expect(withCem.getByText('Met Cem')).toBeVisible()
    await expect(alone.getByText('Je zit aan Tafel 2')).toBeVisible()
  })

  await test.step('a table writes together, and whoever leads sees how far each is', async () => {
    await withCem.getByRole('textbox', { name: 'Blad van Tafel 1' }).fill('Hoe kunnen we samen eten?')
    await expect(cem.getByRole('textbox', { name: 'Blad van Tafel 1' })).toHaveValue('Hoe kunnen we samen eten?')
    await alone.getByRole('textbox', { name: 'Blad van Tafel 2' }).fill('Wie belt er op zondag?\nWie haalt mensen op?')
    await expect(lead.getByText('1 punt · 0 van 2 klaar')).toBeVisible()
    await expect(lead.getByText('2 punten · 0 van 1 klaar')).toBeVisible()
    await expect(lead.getByText('3 nieuwe punten')).toBeVisible()
  })

  await test.step('whoever comes later gets the smallest table', async () => {
    const dirk = await newPhone()
    await join(dirk, made, 'Dirk', 'professional')
    await expect(dirk.getByText('Je hebt nog geen tafel.')).toBeVisible()
    await expect(lead.getByText('1 mens zonder tafel')).toBeVisible()
    await lead.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(dirk.getByText('Je zit aan Tafel 2')).toBeVisible()
    await expect(dirk.getByRole('textbox', { name: 'Blad van Tafel 2' })).toHaveValue(/Wie belt er op zondag/)
    expect(await dirk.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    await expectAccessible(dirk, 'a phone at a table')
  })

  await test.step('brought together with their tables, and taken back', async () => {
    await lead.getByRole('button', { name: 'Breng alles bij elkaar' }).click()
    await expect(lead.getByRole('status').filter({ hasText: '3 punten staan nu bij de kaartjes' })).toBeVisible()
    await expect(withCem.getByRole('checkbox', { name: /Wie haalt mensen op/ })).toBeVisible()
    await expect(withCem.getByText('Tafel 2')).toHaveCount(2)
    await expectAccessible(lead, 'the console with tables')
    await lead.getByRole('link', { name: 'Logboek' }).click()
    await lead.getByRole('button', { name: 'Maak ongedaan: Werk van de tafels bij elkaar gebracht: 3 punten' }).click()
    await expect(withCem.getByRole('checkbox')).toHaveCount(0)
    await expect(withCem.getByRole('textbox', { name: 'Blad van Tafel 1' })).toHaveValue('Hoe kunnen we samen eten?')
  })
})

test('the agenda is changed while it runs: a step is added, moved by keys and by dragging, and a part begins by hand', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const lead = await personIn(browser, server)
  const made = await begin(lead)
  const address = `/w/${made.id}/session/${made.session}`
  const ada = await personIn(browser, { ...server, viewport: phone })
  await join(ada, made, 'Ada', 'resident')
  await lead.goto(`${address}/lead`)
  const script = lead.getByRole('region', { name: 'Draaiboek' })
  const titles = () => script.getByRole('listitem').locator('p:first-child').allInnerTexts()

  await test.step('a step that nobody planned, behind the one that runs', async () => {
    await script.getByRole('button', { name: 'Stap erbij' }).click()
    await script.getByLabel('Naam van de stap').fill('Rondje namen')
    await script.getByLabel('Minuten').fill('5')
    await script.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(lead.getByText('Rondje namen staat erbij.')).toBeVisible()
    await expect(lead.getByRole('button', { name: 'Versleep Rondje namen' })).toBeFocused()
    expect((await titles())[1]).toBe('2. Rondje namen')
    await expect(ada.getByText('Stap 1 van 11')).toBeVisible()
  })

  await test.step('moved by keys, said, and taken back', async () => {
    const handle = lead.getByRole('button', { name: 'Versleep Rondje namen' })
    await handle.press('Alt+ArrowDown')
    await expect(lead.getByRole('status').filter({ hasText: 'Rondje namen is nu stap 3.' })).toBeVisible()
    await expect(handle).toBeFocused()
    await lead.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect.poll(async () => (await titles())[1]).toBe('2. Rondje namen')
  })

  await test.step('moved by dragging', async () => {
    const handle = lead.getByRole('button', { name: 'Versleep Rondje namen' })
    await handle.dragTo(script.getByRole('listitem').nth(3))
    await expect(lead.getByRole('status').filter({ hasText: 'Rondje namen is nu stap 4.' })).toBeVisible()
    await expectAccessible(lead, 'the console after a move')
  })

  await test.step('a part begins at a step, and ends again', async () => {
    await script.getByRole('link', { name: 'Pas aan' }).click()
    await lead.getByRole('button', { name: 'Meer over Rondje namen' }).click()
    await lead.getByRole('button', { name: 'Begin hier een nieuw deel' }).click()
    await expect(lead.getByRole('status').filter({ hasText: 'Bij Rondje namen begint een nieuw deel.' })).toBeVisible()
    await expect(lead.getByLabel('Deel', { exact: true }).last()).toBeFocused()
    await lead.keyboard.type('Na de pauze')
    await expectAccessible(lead, 'a script in parts')
    await lead.getByRole('button', { name: 'Voeg bij het deel hiervoor' }).click()
    await expect(lead.getByLabel('Deel', { exact: true })).toHaveCount(0)
    await expect(lead.getByText('Samen 125 minuten')).toBeVisible()
  })
})
