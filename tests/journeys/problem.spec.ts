import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import {
  expectAccessible,
  joinAs,
  joinCodeOf,
  openExample,
  personIn,
  phone,
  proseNamed,
  saved,
  writeIn,
} from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const part = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })
const strip = (page: Page, group: string): Locator =>
  part(page, 'Naar één zin').getByRole('group', { name: group, exact: true })
const sentence = 'De zin waar we samen aan schrijven'

/** Unfolds a part of the page on a phone. */
const unfold = async (page: Page, title: string): Promise<void> => {
  const heading = part(page, title).getByRole('button', { name: title, exact: true })
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click()
  await expect(heading).toHaveAttribute('aria-expanded', 'true')
}

const writeFor = async (page: Page, group: string, words: string): Promise<void> => {
  await strip(page, group).getByRole('button', { name: 'Schrijf een zin' }).click()
  await strip(page, group).getByLabel(`Zo ziet ${group} het`).fill(words)
  await strip(page, group).getByRole('button', { name: 'Zet erbij' }).click()
  await expect(strip(page, group)).toContainText(words)
  await page.keyboard.press('Escape')
}

const isNotWiderThanTheScreen = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
}

test('three groups go from first words to a chosen question, and what some see differently stays', async ({
  browser,
}) => {
  test.setTimeout(400_000)
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const resident = await personIn(browser, { ...server, viewport: phone })
  const professional = await personIn(browser, server)
  await joinAs(resident, code, 'Ada', 'Bewoners')
  await joinAs(professional, code, 'Bram', 'Professionals')

  await test.step('a problem begins, empty and with one thing to do', async () => {
    await facilitator.goto(`${home}/all/problem-statement`)
    await facilitator.getByRole('button', { name: 'Onderdeel erbij' }).click()
    await facilitator.getByLabel('Naam').fill('Te weinig tijd')
    await facilitator.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(facilitator.getByRole('heading', { level: 1, name: 'Te weinig tijd' })).toBeVisible()
    await expectAccessible(facilitator, 'empty problem')
  })
  for (const page of [resident, professional]) {
    await page.goto(facilitator.url())
    await expect(page.getByRole('heading', { level: 1, name: 'Te weinig tijd' })).toBeVisible()
  }

  await test.step('what one writes the others see, with who writes it', async () => {
    await writeIn(resident, 'Wat gebeurt er?', 'Er komt steeds iemand anders.')
    await expect(proseNamed(professional, 'Wat gebeurt er?')).toContainText('Er komt steeds iemand anders.')
    await expect(part(professional, 'Wat gebeurt er')).toContainText('Ada schrijft hier')
  })

  await test.step('a point of daily life, a point of the system, and the gap between them', async () => {
    const worlds = part(resident, 'Twee werelden')
    await worlds.getByLabel('Wat merken mensen?').fill('Niemand heeft tijd voor een praatje.')
    await worlds.getByRole('button', { name: 'Zet erbij' }).first().click()
    const other = part(professional, 'Twee werelden')
    await other.getByLabel('Wat doen regels?').fill('Zorg telt per vijf minuten.')
    await other.getByRole('button', { name: 'Zet erbij' }).last().click()
    const between = part(facilitator, 'Twee werelden')
    await between.getByRole('button', { name: 'Verbind twee punten' }).click()
    await between.getByRole('radio', { name: 'Niemand heeft tijd voor een praatje.' }).check()
    await between.getByRole('radio', { name: 'Zorg telt per vijf minuten.' }).check()
    await expectAccessible(facilitator, 'choosing points')
    await between.getByRole('button', { name: 'Maak de kloof' }).click()
    await facilitator.keyboard.type('Een praatje heeft geen code.')
    await expect(resident.getByLabel(/De kloof tussen twee punten: Niemand heeft tijd/)).toHaveValue(
      'Een praatje heeft geen code.',
    )
  })

  await test.step('each group writes its own sentence; nobody edits that of another', async () => {
    await unfold(resident, 'Naar één zin')
    await writeFor(resident, 'Bewoners', 'Wij missen mensen die tijd hebben voor een gesprek.')
    await writeFor(professional, 'Professionals', 'Er moet een coach komen voor een gesprek.')
    await writeFor(facilitator, 'Anders', 'Hoe houden we het vol?')
    // Words that sentences share are marked, and a sentence with a solution inside is asked about.
    await expect(strip(professional, 'Bewoners').locator('mark', { hasText: 'gesprek' })).toBeVisible()
    await expect(strip(facilitator, 'Professionals')).toContainText('Zit hier al een oplossing in?')
    await strip(professional, 'Bewoners')
      .getByRole('button', { name: /^Bewerk: Wij missen/ })
      .click()
    await expect(strip(professional, 'Bewoners').getByRole('button', { name: 'Neem over en pas aan' })).toBeVisible()
    await expect(strip(professional, 'Bewoners').getByRole('textbox', { name: 'Zin', exact: true })).toHaveCount(0)
    await expectAccessible(professional, 'tools of another group’s sentence')
  })

  await test.step('two sentences become one, which everybody writes on', async () => {
    const converge = part(facilitator, 'Naar één zin')
    await converge.getByRole('checkbox', { name: /Wij missen mensen/ }).check()
    await expect(converge).toContainText('Kies er nog een om samen te voegen.')
    await converge.getByRole('checkbox', { name: /Er moet een coach komen/ }).check()
    await converge.getByRole('button', { name: 'Voeg 2 zinnen samen' }).click()
    await expect(part(resident, sentence)).toContainText('gemaakt uit')
    await writeIn(professional, sentence, ' Wat helpt?')
    await expect(proseNamed(resident, sentence)).toContainText('Wat helpt?')
    await expect(strip(facilitator, 'Bewoners')).toContainText('Samengevoegd')
  })

  await test.step('a question is put aside with a reason, for everybody', async () => {
    const questions = (page: Page) => part(page, 'Vragen om over na te denken').first()
    await expect(questions(facilitator).locator('[data-check]')).toHaveCount(3)
    await questions(facilitator)
      .getByRole('button', { name: /^Niet nu: Om welke mensen gaat het/ })
      .click()
    await questions(facilitator).getByLabel('Waarom laten jullie deze vraag liggen?').fill('Dat doen we morgen.')
    await expectAccessible(facilitator, 'question with a reason')
    await questions(facilitator).getByRole('button', { name: 'Leg de vraag weg' }).click()
    await expect(questions(professional)).toContainText('1 vraag weggelegd')
    await expect(questions(professional).locator('[data-check="P02"]')).toHaveCount(0)
  })

  await test.step('a remark names somebody and is answered; who does not understand asks without a name', async () => {
    const asked = part(resident, sentence)
    await asked.getByRole('button', { name: `Reageer op ${sentence}` }).click()
    const panel = resident.getByRole('complementary', { name: 'Reacties' })
    await panel.getByLabel('Schrijf een reactie').fill('@Bram, wat bedoel je?')
    await panel.getByRole('button', { name: 'Plaats' }).click()
    await expect(panel).toContainText('@Bram, wat bedoel je?')
    await panel.getByRole('button', { name: 'Vraag uitleg zonder naam' }).click()
    await expect(panel).toContainText('Kan iemand dit uitleggen?')
    await expectAccessible(resident, 'remarks on a phone')
    await panel.getByRole('button', { name: 'Sluit reacties' }).click()

    await part(professional, sentence)
      .getByRole('button', { name: /^2 reacties bij/ })
      .click()
    const other = professional.getByRole('complementary', { name: 'Reacties' })
    await expect(other).toContainText('Ada')
    await expect(other.locator('article', { hasText: 'Kan iemand dit uitleggen?' })).toContainText('Iemand')
    await other.locator('article', { hasText: '@Bram' }).getByRole('button', { name: 'Antwoord' }).click()
    await other.getByLabel('Schrijf een antwoord').fill('Tijd zonder klok.')
    await other.locator('article', { hasText: '@Bram' }).getByRole('button', { name: 'Plaats' }).click()
    await expect(other).toContainText('Tijd zonder klok.')
    // The form is gone, and a key still reaches the panel.
    const answered = other.locator('article', { hasText: '@Bram' })
    await expect(answered.getByRole('button', { name: 'Antwoord' })).toBeFocused()
    await expectAccessible(professional, 'remarks')
    await professional.keyboard.press('Escape')
    await expect(other).toHaveCount(0)
  })

  await test.step('the question is chosen; the other sentence keeps its words and says why not', async () => {
    await part(facilitator, sentence).getByRole('button', { name: 'Dit wordt onze vraag' }).click()
    await expect(part(resident, sentence)).toContainText('Gekozen')
    const dropped = strip(facilitator, 'Anders')
    await expect(dropped).toContainText('Niet gekozen')
    await dropped.getByRole('button', { name: /^Bewerk: Hoe houden we/ }).click()
    await dropped.getByLabel('Waarom niet gekozen').fill('Dit gaat over ons en niet over bewoners.')
    await expectAccessible(facilitator, 'reason not chosen')
    await expect(strip(resident, 'Anders')).toContainText('Dit gaat over ons en niet over bewoners.')
  })

  await test.step('what a part of the group sees differently stays with the question', async () => {
    const together = part(resident, 'Naar één zin')
    await together.getByRole('button', { name: /^Bewerk: Wij missen.*Wat helpt/ }).click()
    await together.getByLabel('Wat een deel van de groep anders ziet').fill('Ook in het weekend.')
    for (const page of [facilitator, professional]) {
      await expect(part(page, sentence)).toContainText('Wat een deel van de groep anders ziet: Ook in het weekend.')
    }
    await isNotWiderThanTheScreen(resident)
    await expectAccessible(resident, 'phone, chosen')
    await saved(resident)
  })

  await test.step('what was asked is in the insights too', async () => {
    const answer = await facilitator.request.get(`/api/workspaces/${home.split('/').at(-1)}/insights`)
    const { checks } = (await answer.json()) as { checks: readonly { checkId: string; dismissed: boolean }[] }
    expect(checks).toContainEqual(expect.objectContaining({ checkId: 'P02', dismissed: true }))
    expect(checks).toContainEqual(expect.objectContaining({ checkId: 'P01', dismissed: false }))
  })
})

/** The example's problem, and a hand on the keyboard. */
const atTheKeys = async (browser: Browser) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/pr-1`)
  await expect(part(page, 'Hoe groot')).toBeVisible()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return { page, press }
}

test('by keyboard alone: causes, contents, a page to print and a rule, each state without a fault', async ({
  browser,
}) => {
  // Each state of a long page is looked at by axe, which takes its time on a small machine.
  test.setTimeout(400_000)
  const { page, press } = await atTheKeys(browser)
  await expectAccessible(page, 'the whole page')

  await test.step('a cause is written, goes deeper, moves and is taken away again', async () => {
    const causes = part(page, 'Waardoor')
    await causes.getByLabel('Oorzaak 3', { exact: true }).focus()
    await press('End', 'Enter')
    await page.keyboard.type('Niemand vraagt ernaar')
    await expect(causes.getByLabel('Oorzaak 4', { exact: true })).toHaveValue('Niemand vraagt ernaar')
    await press('Tab')
    const deeper = causes.getByLabel('Oorzaak 3.1', { exact: true })
    await expect(deeper).toHaveValue('Niemand vraagt ernaar')
    await expect(deeper).toBeFocused()
    await press('Shift+Tab')
    await expect(causes.getByLabel('Oorzaak 4', { exact: true })).toBeFocused()
    await press('Alt+ArrowUp')
    await expect(causes.getByLabel('Oorzaak 3', { exact: true })).toHaveValue('Niemand vraagt ernaar')
    // Escape and then Tab leads on through the page, so that nobody is caught.
    await press('Escape', 'Tab')
    const tools = causes.getByRole('button', { name: 'Bewerk: Niemand vraagt ernaar' })
    await expect(tools).toBeFocused()
    await press('Enter')
    await expectAccessible(page, 'tools of a cause')
    await causes.getByRole('button', { name: 'Haal weg: Niemand vraagt ernaar' }).focus()
    await press('Enter')
    await expect(causes.getByLabel('Oorzaak 3', { exact: true })).not.toHaveValue('Niemand vraagt ernaar')
    await page.getByRole('button', { name: 'Maak ongedaan' }).focus()
    await press('Enter')
    await expect(causes.getByLabel('Oorzaak 3', { exact: true })).toHaveValue('Niemand vraagt ernaar')
  })

  await test.step('the contents open, lead to a part, and say what is filled', async () => {
    await page.getByRole('button', { name: 'Inhoud' }).focus()
    await press('Enter')
    const list = page.getByRole('navigation', { name: /^Inhoud:/ })
    await expect(list).toContainText('ingevuld')
    await expectAccessible(page, 'contents')
    await list.getByRole('link', { name: /^Regels in de weg/ }).focus()
    await press('Enter')
    await expect(list).toHaveCount(0)
    await expect(part(page, 'Regels in de weg')).toBeInViewport()
  })

  await test.step('half a page to print, and back to where one was', async () => {
    await page.getByRole('button', { name: 'Inhoud' }).focus()
    await press('Enter')
    await page.getByRole('button', { name: 'Op één bladzijde' }).focus()
    await press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Om te lezen en te printen' })
    await expect(sheet).toContainText('met mensen die zij toch al zien?')
    await expect(sheet).toContainText('lege stoel')
    await expectAccessible(page, 'page to print')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('banner')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Inhoud' })).toBeFocused()
  })

  await test.step('a rule gets an owner', async () => {
    const rules = part(page, 'Regels in de weg')
    await rules.getByRole('button', { name: 'Regel', exact: true }).focus()
    await press('Enter')
    await page.keyboard.type('Bezoek telt niet als zorg')
    await press('Enter', 'Escape')
    await expect(rules.getByRole('button', { name: 'Regel', exact: true })).toBeFocused()
    await rules.getByRole('button', { name: 'Bewerk: Bezoek telt niet als zorg' }).focus()
    await press('Enter')
    await rules.getByLabel('Wie kan dit veranderen?').selectOption({ label: 'Gemeenteraad van Veldermeer' })
    await expectAccessible(page, 'rule open')
    await expect(rules.locator('li', { hasText: 'Bezoek telt niet als zorg' }).first()).toContainText('Gemeenteraad')
  })

  await saved(page)
})

test('by keyboard alone: a quote, a part of the problem, an explained word and a remark', async ({ browser }) => {
  // Each state of a long page is looked at by axe, which takes its time on a small machine.
  test.setTimeout(400_000)
  const { page, press } = await atTheKeys(browser)

  await test.step('a quote with its source, its consent and how strong it is', async () => {
    const quotes = page.locator('#quotes')
    await quotes.getByRole('button', { name: 'Uitspraak', exact: true }).focus()
    await press('Enter')
    await expect(quotes.getByLabel('Wat zei of zag iemand?')).toBeFocused()
    await page.keyboard.type('Ik zet de koffie voor twee.')
    await press('Tab')
    await page.keyboard.type('Bewoner, 71 jaar')
    await expectAccessible(page, 'new quote')
    await quotes.getByLabel('Ja, in het verslag').focus()
    await press('Space')
    await quotes.getByRole('button', { name: 'Zet erbij' }).focus()
    await press('Enter')
    const made = quotes.locator('li', { hasText: 'Ik zet de koffie voor twee.' })
    await expect(made).toContainText('mag gedeeld')
    await made.getByRole('button', { name: /^Bewerk:/ }).focus()
    await press('Enter')
    await made.getByLabel('Hoe sterk?').selectOption({ label: '2: vaker gehoord of gezien' })
    await made.getByLabel('Welke wereld?').selectOption({ label: 'Leefwereld' })
    await expectAccessible(page, 'quote open')
  })

  await test.step('a part of the problem opens with all its fields', async () => {
    const parts = part(page, 'Deelproblemen')
    await parts.getByRole('button', { name: /^Bewerk: Ouderen die binnen blijven/ }).focus()
    await press('Enter')
    await parts.getByRole('button', { name: 'Wat gebeurt er', exact: true }).focus()
    await press('Enter')
    await expect(parts.getByRole('textbox', { name: 'Wat gebeurt er hier?' })).toBeVisible()
    await expectAccessible(page, 'a part of the problem')
    await parts.getByRole('button', { name: /^Klaar: Ouderen die binnen blijven/ }).focus()
    await press('Enter')
  })

  await test.step('an explained word tells what it means where the caret is, and the list takes a new one', async () => {
    const line = part(page, 'Twee werelden').getByLabel('Punt', { exact: true }).nth(6)
    await line.focus()
    await press('Home', 'ArrowRight', 'ArrowRight')
    await expect(page.getByRole('status').filter({ hasText: 'Geld van de overheid' })).toBeVisible()
    await press('Escape')
    await page.getByRole('button', { name: 'Woordenlijst' }).focus()
    await press('Enter')
    const list = page.getByRole('group', { name: 'Woordenlijst' })
    await list.getByLabel('Welk woord?').focus()
    await page.keyboard.type('rooster')
    await press('Tab')
    await page.keyboard.type('Wie wanneer werkt.')
    await expectAccessible(page, 'words')
    await press('Tab', 'Enter')
    await expect(list.getByText('rooster', { exact: true })).toBeVisible()
    await press('Escape')
    await expect(page.getByRole('button', { name: 'Woordenlijst' })).toBeFocused()
  })

  await test.step('Ctrl Alt M asks about the words that are selected, and Escape leads back', async () => {
    const line = part(page, 'Twee werelden').getByLabel('Punt', { exact: true }).first()
    await line.focus()
    await press('Home', 'Shift+End', 'Control+Alt+m')
    const panel = page.getByRole('complementary', { name: 'Reacties' })
    await expect(panel).toContainText('Elke week staat er iemand anders voor de deur.')
    await press('Escape')
    await expect(line).toBeFocused()
  })
  await saved(page)
})

test('on a small phone: one column, parts that fold, a cause by tapping', async ({ browser }) => {
  const first = await personIn(browser, server)
  const home = await openExample(first)
  const code = await joinCodeOf(first, home)
  for (const width of [320, 360]) {
    const page = await personIn(browser, { ...server, viewport: { width, height: 640 } })
    await joinAs(page, code, `Ada ${width}`, 'Bewoners')
    await page.goto(`${home}/a/pr-1`)
    await expect(part(page, sentence)).toBeVisible()
    await isNotWiderThanTheScreen(page)
    await expectAccessible(page, `phone of ${width}`)
    await unfold(page, 'Waardoor')
    await part(page, 'Waardoor').getByLabel('Nog een oorzaak').fill(`Oorzaak van ${width}`)
    await part(page, 'Waardoor').getByRole('button', { name: 'Zet erbij' }).first().click()
    await expect(part(page, 'Waardoor').getByRole('button', { name: `Bewerk: Oorzaak van ${width}` })).toBeVisible()
    for (const title of [
      'Deelproblemen',
      'Aannames',
      'Naar één zin',
      'Regels in de weg',
      'Wie dragen dit',
      'Hoe groot',
    ]) {
      await unfold(page, title)
    }
    await isNotWiderThanTheScreen(page)
    await expectAccessible(page, `phone of ${width}, unfolded`)
    await saved(page)
  }
})

test('who only reads along reads everything, may ask, and can change nothing', async ({ browser }) => {
  const facilitator = await personIn(browser, server)
  const home = await openExample(facilitator)
  const code = await joinCodeOf(facilitator, home)
  const reader = await personIn(browser, server)
  await joinAs(reader, code, 'Lea', 'Bewoners')
  await facilitator.goto(`${home}/people`)
  await facilitator.getByLabel('Rol van Lea').selectOption({ label: 'Leest mee' })
  await reader.goto(`${home}/a/pr-1`)
  // What says so is a part of the page of its own, so that a screen reader finds it among them.
  await expect(part(reader, 'Alleen lezen')).toContainText('Je leest mee.')
  await expect(part(reader, 'Hoe groot')).toBeVisible()
  await expect(reader.locator('textarea:not([readonly])')).toHaveCount(0)
  await expect(reader.getByRole('button', { name: /^(Bewerk|Haal weg|Zet erbij|Dit wordt onze vraag)/ })).toHaveCount(0)
  await reader.getByRole('button', { name: /Reageer op Elke week staat er iemand anders/ }).click()
  const panel = reader.getByRole('complementary', { name: 'Reacties' })
  await panel.getByRole('button', { name: 'Vraag uitleg zonder naam' }).click()
  await expect(panel).toContainText('Kan iemand dit uitleggen?')
  await expectAccessible(reader, 'reading along')
})

test('on an English screen what people wrote is marked as Dutch, and the words of the screen are not', async ({
  browser,
}) => {
  const page = await personIn(browser, { ...server, locale: 'en-GB' })
  await page.goto('/')
  await page.getByRole('button', { name: 'See an example' }).click()
  await page.waitForURL(/\/w\/[0-9a-f]{32}/)
  await page.goto(`${page.url()}/a/pr-1`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const worlds = part(page, 'Two worlds')
  await expect(worlds.getByLabel('Point', { exact: true }).first()).toHaveAttribute('lang', 'nl')
  await expect(page.getByRole('heading', { level: 1 }).locator('[lang=nl]')).toContainText('Ouderen die alleen wonen')
  await expect(page.locator('#quotes blockquote').first().locator('[lang=nl]')).toContainText('Op zondag')
  await expect(worlds.getByRole('heading', { name: 'What people notice' }).locator('[lang]')).toHaveCount(0)
})

/** Pastes into what has the focus, as a browser does with what stands on the clipboard. */
const paste = (page: Page, kinds: { readonly [type: string]: string }): Promise<void> =>
  page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(content)) clipboardData.setData(type, words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    const isTaken = !document.activeElement?.dispatchEvent(event)
    // What nobody takes the browser puts in itself, which a made event does not do.
    if (!isTaken) document.execCommand('insertText', false, content['text/plain'] ?? '')
  }, kinds)

test('what comes from Word is cleaned, too much is refused with words, and what is gone is shown as gone', async ({
  browser,
}) => {
  const page = await personIn(browser, server)
  const home = await openExample(page)
  await page.goto(`${home}/a/pr-1`)
  const field = proseNamed(page, 'Waarom nu?')
  await field.click()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await page.keyboard.press('ControlOrMeta+a')
  await paste(page, {
    'text/plain': 'Nu kan het. Geen tijd',
    'text/html':
      '<style>p{color:red}</style><p class=MsoNormal style="font-size:40pt" onclick="alert(1)">Nu <b>kan</b> het.<o:p></o:p></p><p style="mso-list:l0 level1"><span style="mso-list:Ignore">·</span>Geen tijd</p><script>alert(1)</script>',
  })
  await expect(field.locator('strong')).toHaveText('kan')
  await expect(field.locator('ul > li')).toHaveText('Geen tijd')
  expect(await field.innerHTML()).not.toMatch(/style=|onclick|script|Mso/)

  const before = await field.innerText()
  await paste(page, { 'text/plain': 'a '.repeat(524_288) })
  await expect(page.getByRole('alert').filter({ hasText: 'Dit past hier niet.' })).toContainText(
    'Je plakt 1.048.576 tekens en er is plaats voor 50.000. Er is niets veranderd. Je tekst staat nog op je klembord.',
  )
  expect(await field.innerText()).toBe(before)
  const line = part(page, 'Twee werelden').getByLabel('Punt', { exact: true }).first()
  const said = await line.inputValue()
  await line.focus()
  await paste(page, { 'text/plain': 'b'.repeat(1_048_576) })
  await expect(page.getByRole('alert').filter({ hasText: 'Dit past hier niet.' })).toBeVisible()
  await expectAccessible(page, 'paste refused')
  await expect(line).toHaveValue(said)
  await line.press('End')
  await page.keyboard.type('!')
  await expect(page.getByText('Dit past hier niet.')).toHaveCount(0)

  // Who is taken off the map is still named here as gone, and the page stands.
  await page.goto(`${home}/a/map-1`)
  const node = page.getByRole('button', { name: /^Zorgverzekeraar Noordster/ }).first()
  await node.focus()
  await page.keyboard.press('Delete')
  await saved(page)
  await page.goto(`${home}/a/pr-1`)
  await expect(part(page, 'Regels in de weg').locator('li').first()).toContainText('verwijderd')
  await expectAccessible(page, 'a reference that is gone')
})
