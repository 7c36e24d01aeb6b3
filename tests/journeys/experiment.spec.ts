import { strFromU8, unzipSync } from 'fflate'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import {
  downloadedBy,
  expectAccessible,
  joinAs,
  joinCodeOf,
  openExample,
  personIn,
  phone,
  saved,
  writeIn,
} from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const part = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })
const status = (page: Page): Locator => page.getByRole('combobox', { name: 'Stand', exact: true })
const allAnswers = 11

/** Adds one line to a list of the plan by its button and the form that it opens. */
const add = async (place: Locator, button: string, label: string, words: string): Promise<void> => {
  await place.getByRole('button', { name: button, exact: true }).click()
  await place.getByLabel(label).fill(words)
  await place.getByRole('button', { name: 'Zet erbij' }).click()
  await place.getByRole('button', { name: 'Terug', exact: true }).click()
  await expect(place.getByText(words).first()).toBeVisible()
}

test('from idea to decision, with two people and results that come in', async ({ browser }) => {
  test.setTimeout(240_000)
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const resident = await personIn(browser, { ...server, viewport: phone })
  await joinAs(resident, code, 'Ada', 'Bewoners')

  await test.step('a trial begins on the board', async () => {
    await facilitator.goto(`${home}/all/experiment-plan`)
    await expectAccessible(facilitator, 'board')
    await facilitator.getByRole('button', { name: 'Onderdeel erbij' }).click()
    await facilitator.getByLabel('Naam').fill('Samen eten')
    await facilitator.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(facilitator.getByRole('heading', { level: 1, name: 'Samen eten' })).toBeVisible()
    await expectAccessible(facilitator, 'empty plan')
  })
  const plan = facilitator.url()
  await resident.goto(plan)
  await expect(resident.getByRole('heading', { level: 1, name: 'Samen eten' })).toBeVisible()

  await test.step('what one writes on the card the other sees', async () => {
    await writeIn(facilitator, 'Wij denken dat…', 'samen eten helpt.')
    await expect(resident.getByRole('textbox', { name: 'Wij denken dat…' })).toContainText('samen eten helpt.')
  })

  await test.step('it is not agreed before somebody thought about harm', async () => {
    await status(facilitator).selectOption({ label: 'Afgesproken' })
    await expect(
      facilitator.getByRole('alert').filter({ hasText: 'Denk eerst na over wat er mis kan gaan.' }),
    ).toBeVisible()
    await expect(status(facilitator)).toHaveValue('idea')
    await expectAccessible(facilitator, 'refused status')
    const effects = part(facilitator, 'Onbedoelde gevolgen')
    await add(effects, 'Gevolg', 'Wat kan er gebeuren dat jullie niet bedoelen?', 'Niet iedereen kan betalen')
    await effects.getByRole('button', { name: 'Bewerk: Niet iedereen kan betalen' }).click()
    await effects.getByLabel('Wat doen we').selectOption({ label: 'Voorkomen' })
    await expectAccessible(facilitator, 'effect open')
    await status(facilitator).selectOption({ label: 'Afgesproken' })
    await expect(status(facilitator)).toHaveValue('agreed')
    await expect(resident.getByText('Afgesproken').first()).toBeVisible()
  })

  await test.step('it does not run before every question of care has an answer', async () => {
    await status(facilitator).selectOption({ label: 'Bezig' })
    await expect(facilitator.getByRole('alert').filter({ hasText: 'Nog 11 vragen over zorgvuldigheid' })).toBeVisible()
    const care = part(facilitator, 'Zorgvuldig')
    for (const question of await care.getByRole('group').all()) await question.getByText('Ja', { exact: true }).click()
    await expect(care).toContainText(`${allAnswers} van ${allAnswers} beantwoord`)
    await status(facilitator).selectOption({ label: 'Bezig' })
    await expect(status(facilitator)).toHaveValue('running')
  })

  const measures = part(facilitator, 'Metingen')
  await test.step('a measure gets a target, and a result without n is told at the field and kept', async () => {
    await add(measures, 'Meting', 'Wat gaan jullie meten?', 'Cijfer voor het eten')
    await measures.getByRole('button', { name: 'Bewerk: Cijfer voor het eten' }).click()
    const target = measures.getByRole('group', { name: 'Doel' })
    await target.getByLabel('Waarde').fill('zeven')
    await target.getByLabel('Waarde').blur()
    await expect(target).toContainText('Vul een getal in, bijvoorbeeld 2,5.')
    await expect(target.getByLabel('Waarde')).toHaveValue('zeven')
    await target.getByLabel('Waarde').fill('7,5')
    await measures.getByLabel('Nieuw resultaat').fill('7,8')
    await measures.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(measures.getByRole('alert')).toContainText('Vul in bij hoeveel mensen')
    await expect(measures.getByLabel('Nieuw resultaat')).toHaveValue('7,8')
    await expectAccessible(facilitator, 'measure with an error')
  })

  await test.step('a decision waits for results, and says why', async () => {
    const decision = part(facilitator, 'Besluit')
    await expect(decision.getByRole('button', { name: 'Doorgaan' })).toBeDisabled()
    await expect(decision).toContainText('Besluiten kan als alle uitkomsten er zijn. Nog niet: Cijfer voor het eten.')
  })

  await test.step('the result comes in, the verdict is there for both, and the expected effect comes back as a question', async () => {
    await measures.getByLabel('Bij hoeveel (n)').last().fill('12')
    await measures.getByRole('button', { name: 'Zet erbij' }).click()
    const questions = facilitator.getByRole('region', { name: 'Er is een uitkomst bij. Zagen jullie dit ook?' })
    await expect(questions).toContainText('Niet iedereen kan betalen')
    await expectAccessible(facilitator, 'questions after a result')
    await questions.getByRole('button', { name: 'Gezien', exact: true }).click()
    await expect(part(facilitator, 'Onbedoelde gevolgen').locator('[data-effect]')).toContainText('Gezien')
    await expect(part(resident, 'Metingen')).toContainText('Gehaald')
    await expect(part(resident, 'Metingen')).toContainText('n = 12')
  })

  await test.step('on a phone a line in the log takes one field and one press', async () => {
    const log = part(resident, 'Logboek')
    await log.getByLabel('Wat viel op?').fill('Twee buren namen zelf iets mee.')
    await log.getByRole('button', { name: 'Schrijf op' }).click()
    await expect(part(facilitator, 'Logboek')).toContainText('Twee buren namen zelf iets mee.')
    await expect(part(facilitator, 'Besluit')).toContainText('Bewoners: 1 regel')
    await expectAccessible(resident, 'phone')
    const over = await resident.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over).toBe(0)
  })

  await test.step('a stop rule lights up for everybody when a result lies beyond it', async () => {
    const stop = part(facilitator, 'Wanneer stoppen we?')
    await add(stop, 'Stopregel', 'Wanneer stoppen jullie?', 'Stoppen onder een 5')
    await stop.getByRole('button', { name: 'Bewerk: Stoppen onder een 5' }).click()
    await stop.getByLabel('Bij welke meting').selectOption({ label: 'Cijfer voor het eten' })
    await stop.getByLabel('Geraakt bij').selectOption({ label: 'minder dan' })
    await stop.getByLabel('Waarde').fill('5')
    await measures.getByLabel('Nieuw resultaat').fill('4,2')
    await measures.getByLabel('Bij hoeveel (n)').last().fill('11')
    await measures.getByRole('button', { name: 'Zet erbij' }).click()
    await expect(resident.getByRole('alert').filter({ hasText: 'Stopregel geraakt' })).toBeVisible()
    await expectAccessible(facilitator, 'stop rule hit')
  })

  await test.step('the facilitator decides to stop, with a reason; everybody sees it', async () => {
    const decision = part(facilitator, 'Besluit')
    await decision.getByRole('button', { name: 'Stoppen', exact: true }).click()
    await decision.getByRole('button', { name: 'Besluit: stoppen' }).click()
    await expect(decision).toContainText('Schrijf eerst op waarom.')
    await decision.getByLabel('Stoppen: waarom?').fill('Het cijfer zakte onder de grens.')
    await decision.getByRole('button', { name: 'Besluit: stoppen' }).click()
    await expect(decision.locator('[data-decision="stop"]')).toContainText('Het cijfer zakte onder de grens.')
    await expect(status(facilitator)).toHaveValue('stopped')
    await expect(part(resident, 'Besluit')).toContainText('Het cijfer zakte onder de grens.')
    await expect(part(resident, 'Besluit')).toContainText('De begeleider schrijft het besluit op.')
    await saved(facilitator)
  })
})

test('by keyboard alone: an assumption moves on the canvas, a step on the timeline', async ({ browser }) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/ex-2`)
  const square = page.getByRole('button', {
    name: /Bewoners vinden een seintje prettig.*belang 5 van 5, zeker 1 van 5/,
  })
  await square.focus()
  for (const key of ['v', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(
    page.getByRole('button', { name: /Bewoners vinden een seintje prettig.*belang 4 van 5, zeker 3 van 5/ }),
  ).toBeVisible()
  // Taken up and let go again, it stays where it was.
  const other = page.getByRole('button', { name: /Hulpen krijgen tijd betaald.*belang 5 van 5, zeker 1 van 5/ })
  await other.focus()
  for (const key of ['v', 'ArrowRight', 'Escape']) await page.keyboard.press(key)
  await expect(other).toBeVisible()

  const bar = page.getByRole('button', {
    name: /^Gesprekken met bewoners: 23 november 2026 tot en met 4 december 2026/,
  })
  await bar.focus()
  await page.keyboard.press('PageDown')
  await expect(
    page.getByRole('button', { name: /^Gesprekken met bewoners: 30 november 2026 tot en met 11 december 2026/ }),
  ).toBeFocused()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(
    page.getByRole('button', { name: /^Gesprekken met bewoners: 30 november 2026 tot en met 10 december 2026/ }),
  ).toBeFocused()
  await saved(page)
})

test('by pointer: an assumption moves on the canvas, a step on the timeline, each written down once', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/ex-2`)
  const drag = async (what: Locator, by: { readonly x: number; readonly y: number }) => {
    await what.scrollIntoViewIfNeeded()
    const box = await what.boundingBox()
    if (!box) throw new Error('it is not on the page')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by.x / 2, y + by.y / 2)
    await page.mouse.move(x + by.x, y + by.y)
    await page.mouse.up()
  }
  const square = page.getByRole('button', {
    name: /Bewoners vinden een seintje prettig.*belang 5 van 5, zeker 1 van 5/,
  })
  const canvas = await page.getByRole('group', { name: /aannames naar zekerheid en belang/ }).boundingBox()
  if (!canvas) throw new Error('the canvas is not on the page')
  await drag(square, { x: canvas.width * 0.4, y: canvas.height * 0.4 })
  await expect(
    page.getByRole('button', { name: /Bewoners vinden een seintje prettig.*belang 3 van 5, zeker 3 van 5/ }),
  ).toBeVisible()

  const bar = page.getByRole('button', {
    name: /^Gesprekken met bewoners: 23 november 2026 tot en met 4 december 2026/,
  })
  const lane = await bar.locator('xpath=..').boundingBox()
  if (!lane) throw new Error('the lane is not on the page')
  await drag(bar, { x: -lane.width / 4, y: 0 })
  await expect(bar).toHaveCount(0)
  const moved = page.getByRole('button', { name: /^Gesprekken met bewoners: / }).last()
  await expect(moved).toHaveAccessibleName(/2026 tot en met .* 2026/)
  await saved(page)
  await page.reload()
  await expect(moved).toBeVisible()
  await expect(bar).toHaveCount(0)
})

test('the page folds and stays so, says what is empty, and opens for whoever is sent to something in it', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/ex-2`)
  const contents = page.getByRole('button', { name: 'Inhoud: wat is er al, wat nog niet' })
  await contents.click()
  const list = page.getByRole('group', { name: 'Inhoud: wat is er al, wat nog niet' })
  await expect(list.getByRole('link', { name: /^Leerkaarten/ })).toContainText('nog leeg')
  await expect(list.getByRole('link', { name: /^Metingen/ })).toContainText('gevuld')
  await expectAccessible(page, 'contents of a plan')
  await list.getByRole('button', { name: 'Klap alles in' }).click()
  const log = page.getByLabel('Wat viel op?').first()
  await expect(log).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Klap uit: Logboek' })).toBeVisible()
  await expect(log).toBeHidden()
  await page.goto(`${home}/a/ex-2#log`)
  await expect(log).toBeVisible()
  // A remark or a line of the report leads to one thing in a part that is folded.
  await page.goto(`${home}/a/ex-1#rb-1`)
  await expect(page.locator('[data-item="rb-1"]')).toBeInViewport()
})

test('what is on the board leaves as a memo, a calendar and open cards, and another installation takes the cards in', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  await page.goto(`${home}/all/experiment-plan`)
  const forms = page.getByRole('group', { name: 'Bewaar als memo' })
  const memo = text(await downloadedBy(page, forms.getByRole('button', { name: 'Webpagina' })))
  expect(memo).toContain('Vastleggen van zorg per vijf minuten')
  expect(memo).toContain('Zorgverzekeraar Noordster')
  const written = await downloadedBy(page, forms.getByRole('button', { name: 'Word' }))
  expect(strFromU8(unzipSync(written)['word/document.xml'] ?? new Uint8Array())).toContain('Zorgverzekeraar Noordster')
  await page.getByText('CC0', { exact: true }).click()
  const cards = await downloadedBy(page, page.getByRole('button', { name: 'Bewaar 1 kaart als open bestand' }))
  expect(JSON.parse(text(cards))).toMatchObject({ licence: 'CC0-1.0', cards: [{ origin: { licence: 'CC0-1.0' } }] })
  await page.goto(`${home}/a/ex-2`)
  expect(text(await downloadedBy(page, page.getByRole('button', { name: 'Zet in je agenda' })))).toContain(
    'SUMMARY:Gesprekken met bewoners',
  )

  const elsewhere = await startServerProcess()
  try {
    const other = await personIn(browser, elsewhere)
    const there = await openExample(other)
    await other.goto(`${there}/a/ex-2`)
    const file = other.locator('input[type=file]')
    await file.setInputFiles({ name: 'kapot.json', mimeType: 'application/json', buffer: Buffer.from('{"cards":[') })
    await expect(part(other, 'Leerkaarten').getByRole('alert')).toContainText('Er is niets veranderd.')
    await file.setInputFiles({ name: 'kaarten.json', mimeType: 'application/json', buffer: Buffer.from(cards) })
    await expect(part(other, 'Leerkaarten')).toContainText(
      'Komt uit: Kwartier zonder klok, Samen minder alleen in Waterhof. CC0',
    )
    await saved(other)
    await expectAccessible(other, 'cards of others')
  } finally {
    await elsewhere.stop()
  }
})

test('somebody who is gone is shown as removed and counts nowhere', async ({ browser }) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  const workspace = home.split('/').at(-1) ?? ''
  const balances = async () => {
    const answer = await page.request.get(`/api/workspaces/${workspace}/insights`)
    // Other programs read this too: it is looked at as they would, by name.
    const read: unknown = await answer.json()
    return ['experiments', 'ex-2', 'balance'].reduce<unknown>(
      (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
      read,
    )
  }
  expect(await balances()).toHaveProperty('sh-welzijn', -2)
  await page.goto(`${home}/a/map-1`)
  const node = page.getByRole('button', { name: /^Welzijnsstichting De Schakelaar/ }).first()
  await node.focus()
  await page.keyboard.press('Delete')
  await saved(page)
  await expect.poll(balances).not.toHaveProperty('sh-welzijn')
  await page.goto(`${home}/a/ex-2`)
  await expect(part(page, 'Wie wint, wie betaalt?')).toContainText('Deze groep is verwijderd en telt niet mee.')
})
