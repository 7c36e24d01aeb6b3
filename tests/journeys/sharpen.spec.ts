import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { downloadedBy, expectAccessible, personIn, phone, proseNamed, saved, wordsIn } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess({ env: { LIMIT_COMMANDS_PER_SECOND: '100' } })
})
test.afterAll(() => server.stop())

// Drawing a film of thirteen screens would take more than the screens themselves.
test.use({ trace: 'off' })

const narrow = { width: 320, height: 640 }
const hallSize = { width: 1920, height: 1080 }

const residents = ['Ada', 'Bea', 'Cem', 'Dirk', 'Els'] as const
const professionals = ['Fatma', 'Gijs', 'Hanna', 'Ilse'] as const
const policymakers = ['Joris', 'Karin', 'Lot'] as const
const table = [
  ...residents.map((name) => ({ name, group: 'Bewoners' })),
  ...professionals.map((name) => ({ name, group: 'Professionals' })),
  ...policymakers.map((name) => ({ name, group: 'Beleidsmakers' })),
]

const anybody = new RegExp(`\\b(${table.map(({ name }) => name).join('|')})\\b`)

/** What somebody writes in silence; no name in it, so that a name elsewhere is a leak. */
const cardOf = (name: string): string => `Dit zie ik, nummer ${100 + table.findIndex((each) => each.name === name)}`

type Person = {
  readonly name: string
  readonly group: string
  readonly page: Page
  /** Everything that the server told this device. */
  readonly heard: () => string
  /** From the code to the step on the screen. */
  readonly arrivedMs: number
}

/** What a device is told, by every answer and every frame: what is kept from it must not be in there either. */
const listenTo = (page: Page): (() => string) => {
  const heard: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(payload.toString())))
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return
    response.text().then(
      (text) => heard.push(text),
      () => undefined,
    )
  })
  return () => heard.join('\n')
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** A workspace made on its page, by whoever will lead. */
const makeWorkspace = async (page: Page): Promise<void> => {
  await page.goto('/new')
  await page.getByLabel('1. Wat is jullie vraag?').fill('Hoe zorgen we dat niemand op zondag alleen eet?')
  await page.getByLabel('Korte naam').fill('Minder alleen')
  await page.getByRole('button', { name: 'Maak de werkruimte' }).click()
  await page.getByRole('link', { name: 'Ga naar de werkruimte' }).click()
  await page.getByRole('link', { name: 'Sessies' }).first().click()
}

/** A phone that scanned the code on the wall: in, and at the step that runs. */
const arrive = async (browser: Browser, code: string, who: (typeof table)[number], at: number): Promise<Person> => {
  const page = await personIn(browser, { ...server, viewport: at % 3 === 1 ? narrow : phone })
  const heard = listenTo(page)
  const scanned = Date.now()
  await page.goto(`/j/${code}`)
  await page.getByLabel('Hoe mogen we je noemen?').fill(who.name)
  await page.getByRole('radio', { name: who.group }).check({ force: true })
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.getByRole('link', { name: /ga naar/i }).click()
  await page.waitForURL(/\/session\//)
  await expect(page.getByRole('button', { name: 'Ik ben klaar' })).toBeVisible()
  return { ...who, page, heard, arrivedMs: Date.now() - scanned }
}

const fitsWidth = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width)

/** From the step on a phone to the part of the page that it is about. */
const toWork = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Ga naar/ }).click()
  await page.waitForURL(/\/a\//)
}

const toStep = async (page: Page): Promise<void> => {
  await saved(page)
  await page.getByRole('link', { name: 'Naar de stap' }).click()
  await expect(page.getByRole('button', { name: 'Steek je hand op' })).toBeVisible()
}

const part = (page: Page, title: string): Locator => page.getByRole('region', { name: title })

/** A line typed into a list of the page, with Enter. */
const addLine = async (where: Locator, label: string, words: string): Promise<void> => {
  await where.getByLabel(label).fill(words)
  await where.getByLabel(label).press('Enter')
}

/** The words in all fields of a name that begins so. */
const linesIn = (page: Page, label: string): Promise<readonly string[]> =>
  page
    .getByRole('textbox', { name: new RegExp(`^${label}`) })
    .evaluateAll((fields) =>
      fields.map((field) => ('value' in field ? String(field.value) : (field.textContent ?? ''))),
    )

/** A count of votes, as an answer of the server holds it once a vote is closed. */
const counted = /"tally":\[/

const vote = (page: Page): Locator => page.getByRole('article').first()
const kept = (page: Page) => expect(vote(page).getByText('Je stem is bewaard.')).toBeVisible()

test('twelve people and one facilitator sharpen a question, from the code on the wall to actions', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const lead = await personIn(browser, server)
  const leadHeard = listenTo(lead)
  const hall = await lead.context().newPage()
  const hallHeard = listenTo(hall)
  const people: Person[] = []
  const of = (name: string): Page => {
    const person = people.find((each) => each.name === name)
    if (!person) throw new Error(`${name} is not here`)
    return person.page
  }
  const everybody = (does: (person: Person, at: number) => Promise<void>) => inThrees(people, does)

  /** The next step, led from the console and seen by everybody. */
  const next = async (title: string) => {
    await lead.getByRole('button', { name: `Volgende stap: ${title}` }).click()
    await expect(lead.getByRole('heading', { name: `Nu: ${title}` })).toBeVisible()
    for (const { page } of people) {
      await page.waitForURL(/\/session\//)
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    }
    expect(await hall.locator('body').innerText()).not.toMatch(anybody)
  }

  await test.step('a session from a template, with a promise', async () => {
    await makeWorkspace(lead)
    await lead.getByRole('button', { name: 'Plan: Scherp de vraag' }).click()
    await lead.getByRole('link', { name: 'Naar het begeleiden' }).click()
    await lead.getByRole('button', { name: 'Begin de sessie' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.getByRole('textbox').fill('De gemeente antwoordt binnen zes weken.')
    await dialog.getByRole('button', { name: 'Begin de sessie' }).click()
    await expect(lead.getByRole('heading', { name: 'Nu: Welkom en afspraken' })).toBeVisible()
  })
  const address = lead.url().replace(/\/lead$/, '')
  const home = address.replace(/\/session\/.*$/, '')

  await test.step('eleven people come in with the code on the wall', async () => {
    await hall.setViewportSize(hallSize)
    await hall.goto(`${address}/screen`)
    await expect(hall.getByRole('img', { name: 'Scan om mee te doen' })).toBeVisible()
    const code = (await hall.getByTestId('hall-code').innerText()).replaceAll(/\s/g, '')
    await inThrees(
      table.filter(({ name }) => name !== 'Lot'),
      async (who, at) => {
        people.push(await arrive(browser, code, who, at))
      },
    )
    await expect(lead.getByText(`Live, ${table.length - 1} aan tafel`)).toBeVisible()
    await everybody(async ({ page }) => {
      await page.getByRole('button', { name: 'Ik ben klaar' }).click()
      await fitsWidth(page)
    })
    await expect(lead.getByText(`${table.length - 1} van ${table.length - 1} klaar`).first()).toBeVisible()
    await expect(hall.getByText(`${table.length - 1} van ${table.length - 1} klaar`)).toBeVisible()
  })

  await test.step('three tables, each of every group', async () => {
    await lead.getByText('Tafels en mensen').click()
    await lead.getByLabel('Aantal tafels').fill('3')
    await lead.getByRole('button', { name: 'Verdeel iedereen' }).click()
  })

  await test.step('stories: at each table one writes down what was told', async () => {
    await next('Verhalen uit het dagelijks leven')
    await expect(of('Ada').getByText(/^Je zit aan/)).toBeVisible()
    const told = [
      ['Ada', 'Op zondag praat ik met de radio.'],
      ['Fatma', 'Ik heb twaalf minuten voor een bezoek.'],
      ['Joris', 'Wie niet belt, staat in geen enkel register.'],
    ] as const
    for (const [name, words] of told) {
      const page = of(name)
      await toWork(page)
      await page.getByRole('button', { name: 'Uitspraak', exact: true }).click()
      await page.getByLabel('Wat zei of zag iemand?').fill(words)
      await part(page, 'Uitspraken en ander bewijs').getByRole('button', { name: 'Zet erbij' }).click()
      await expect(page.getByText(words)).toBeVisible()
      await toStep(page)
    }
  })

  await test.step('silence: everybody writes a card, somebody who is late within twenty seconds', async () => {
    await next('Stil schrijven: wat gebeurt er?')
    const firstMs: number[] = []
    const write = async ({ page, name, arrivedMs }: Person) => {
      const began = Date.now()
      await page.getByLabel('Schrijf één ding per kaartje').fill(cardOf(name))
      await page.getByRole('button', { name: 'Bewaar kaartje' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Bewaard. Alleen jij ziet het.' })).toBeVisible()
      firstMs.push(arrivedMs + Date.now() - began)
    }
    await everybody(write)
    const code = (await lead.getByRole('button', { name: /^Code om mee te doen/ }).innerText()).replaceAll(/\s/g, '')
    const late = await arrive(browser, code, { name: 'Lot', group: 'Beleidsmakers' }, 12)
    people.push(late)
    await write(late)
    const [half, last] = [median(firstMs), Math.max(...firstMs)]
    process.stdout.write(
      `from the code to a first contribution, ${firstMs.length} people: median ${half} ms, slowest ${last} ms\n`,
    )
    expect(half).toBeLessThan(20_000)
    await expectAccessible(of('Bea'), 'writing alone on a phone')
    await expect(lead.getByText('12 mensen schreven 12 kaartjes.')).toBeVisible()
    for (const { name, heard } of people) {
      expect(heard(), 'one’s own words come back').toContain(cardOf(name))
      for (const other of table)
        if (other.name !== name) expect(heard(), `${other.name}’s words at ${name}`).not.toContain(cardOf(other.name))
      for (const heardThere of [leadHeard, hallHeard]) expect(heardThere()).not.toContain(cardOf(name))
    }
    await lead.getByRole('button', { name: 'Laat alles tegelijk zien' }).click()
    await expect(lead.getByRole('status').filter({ hasText: '12 kaartjes staan er nu.' })).toBeVisible()
    for (const page of [lead, hall, of('Bea')]) await expect(page.getByText(cardOf('Ada'))).toBeVisible()
    for (const { heard } of people) await expect.poll(() => heard().includes(cardOf('Joris'))).toBe(true)
    await expect(
      of('Bea')
        .getByRole('list', { name: /^Dit schreef jij/ })
        .getByRole('listitem'),
    ).toHaveText([cardOf('Bea')])
    for (const name of ['Ada', 'Joris'])
      await lead.getByRole('checkbox', { name: `Kies kaartje: ${cardOf(name)}` }).check()
    await lead.getByLabel('Neem mee naar').selectOption({ label: 'Wat gebeurt er?' })
    await lead.getByRole('button', { name: 'Neem mee', exact: true }).click()
    await expect(lead.getByRole('status').filter({ hasText: '2 kaartjes zijn meegenomen.' })).toBeVisible()
  })

  await test.step('two worlds, and the gap between them', async () => {
    await next('Waar past de regel niet?')
    for (const [name, side, words] of [
      ['Bea', 'Wat merken mensen?', 'Op zondag komt er niemand'],
      ['Gijs', 'Wat doen regels?', 'Een bezoek duurt twaalf minuten'],
    ] as const) {
      await toWork(of(name))
      await addLine(part(of(name), 'Twee werelden'), side, words)
      await expect.poll(() => linesIn(of(name), 'Punt')).toContain(words)
      await fitsWidth(of(name))
    }
    const back = (title: string) => part(of('Bea'), title).evaluate((place) => getComputedStyle(place).backgroundColor)
    expect(await back('Waardoor')).not.toBe(await back('Twee werelden'))
    const joris = of('Joris')
    await toWork(joris)
    const worlds = part(joris, 'Twee werelden')
    await worlds.getByRole('button', { name: 'Verbind twee punten' }).click()
    await worlds.getByRole('radio', { name: 'Op zondag komt er niemand' }).check()
    await worlds.getByRole('radio', { name: 'Een bezoek duurt twaalf minuten' }).check()
    await worlds.getByRole('button', { name: 'Maak de kloof' }).click()
    await joris.keyboard.type('De klok past niet bij de koffie')
    await expect.poll(() => linesIn(of('Bea'), 'De kloof tussen')).toContain('De klok past niet bij de koffie')
    for (const name of ['Bea', 'Gijs', 'Joris']) await toStep(of(name))
  })

  await test.step('why, and why again', async () => {
    await next('Waarom, waarom, waarom?')
    const karin = of('Karin')
    await toWork(karin)
    await addLine(part(karin, 'Waardoor'), 'Nog een oorzaak', 'De zondag is vrij voor de zorg')
    await expect.poll(() => linesIn(karin, 'Oorzaak 1')).toContain('De zondag is vrij voor de zorg')
    await toStep(karin)
  })

  await test.step('one question from each table', async () => {
    await next('Hoe kunnen we...? Eén vraag per tafel')
    for (const [name, words] of [
      ['Ada', 'Hoe kunnen we de zondag weer een dag voor samen maken?'],
      ['Hanna', 'Hoe kunnen we tijd geven aan wie alleen is?'],
      ['Joris', 'Hoe kunnen we zien wie niemand ziet?'],
    ] as const) {
      const page = of(name)
      await toWork(page)
      const where = part(page, 'Naar één zin')
      await where.getByRole('button', { name: 'Schrijf een zin' }).click()
      await addLine(where, `Zo ziet ${people.find((each) => each.name === name)?.group ?? ''} het`, words)
      await expect(where.getByText(words)).toBeVisible()
      await fitsWidth(page)
      await toStep(page)
    }
  })

  const question = 'Hoe kunnen we samen tijd maken op zondag?'

  await test.step('alike questions become one, with where they came from', async () => {
    await next('Rondlopen en samenvoegen')
    await lead.getByRole('radio', { name: 'Werk', exact: true }).click({ force: true })
    await expect(hall.getByText('Hoe kunnen we zien wie niemand ziet?')).toBeVisible()
    await lead.getByRole('link', { name: /^Ga naar/ }).click()
    await lead.waitForURL(/\/a\//)
    const where = part(lead, 'Naar één zin')
    await expect(part(lead, 'Twee werelden')).toBeVisible()
    await expectAccessible(lead, 'a page of which a step is about one part')
    await where.getByRole('checkbox', { name: /Kies om samen te voegen: .*zondag weer/ }).check()
    await where.getByRole('checkbox', { name: /Kies om samen te voegen: .*tijd geven/ }).check()
    await where.getByRole('button', { name: 'Voeg 2 zinnen samen' }).click()
    const sentence = proseNamed(lead, 'De zin waar we samen aan schrijven')
    await sentence.click()
    await expect(sentence).toHaveAttribute('contenteditable', 'true')
    await lead.keyboard.press('ControlOrMeta+a')
    await lead.keyboard.type(question)
    await expect.poll(() => wordsIn(sentence)).toBe(question)
    await saved(lead)
    await lead.getByRole('link', { name: 'Sessie', exact: true }).click()
    await expect(lead.getByRole('heading', { name: 'Nu: Rondlopen en samenvoegen' })).toBeVisible()
  })

  await test.step('dots, counted by group when all have given theirs', async () => {
    await next('Stippen plakken')
    await lead.getByRole('button', { name: 'Neem de zinnen die er liggen' }).click()
    await expect(lead.locator(`input[value="${question}"]`)).toBeVisible()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    await everybody(async ({ page, group }) => {
      const choice = group === 'Beleidsmakers' ? 'Hoe kunnen we zien wie niemand ziet?' : question
      const dot = vote(page).getByRole('button', { name: `Geef een stip aan ${choice}` })
      await dot.click()
      await dot.click()
      await expect(
        vote(page)
          .getByRole('status')
          .filter({ hasText: /^Je hebt nog \d van je \d stippen/ }),
      ).toBeVisible()
      await kept(page)
    })
    await fitsWidth(of('Bea'))
    await expectAccessible(of('Bea'), 'dots on a phone')
    await expect(vote(lead).getByText('12 van 12')).toBeVisible()
    for (const heard of [leadHeard, hallHeard, ...people.map((person) => person.heard)])
      expect(counted.test(heard())).toBe(false)
    await lead.getByRole('button', { name: 'Sluit en tel' }).click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Sluit en tel' }).click()
    for (const page of [of('Ada'), hall]) await expect(page.getByText('Alle stemmen zijn geteld.')).toBeVisible()
    await expect(of('Ada').getByRole('status').filter({ hasText: 'De stemming is gesloten' })).toBeAttached()
    for (const { heard } of people) await expect.poll(() => counted.test(heard())).toBe(true)
    await lead.getByRole('button', { name: 'Laat de uitslag zien' }).click()
    for (const page of [lead, hall, of('Ada'), of('Lot')])
      await expect(page.getByRole('region', { name: /^Uitslag van/ })).toContainText('Gedragen door alle groepen')
    await expectAccessible(hall, 'the result in the hall')
    await expectAccessible(lead, 'the result on the console')
    await lead.getByRole('switch', { name: 'Uitslag dicht' }).click({ force: true })
    await expect(hall.getByText('Alle stemmen zijn geteld.')).toBeVisible()
    for (const page of [hall, of('Ada')])
      await expect(page.getByRole('region', { name: /^Uitslag van/ })).toHaveCount(0)
  })

  await test.step('can everybody live with it? what a small group needs stays with the question', async () => {
    await next('Kun je hiermee leven?')
    await lead.getByRole('button', { name: 'Neem de zinnen die er liggen' }).click()
    await lead
      .getByRole('listitem')
      .filter({ has: lead.locator('input[value="Hoe kunnen we zien wie niemand ziet?"]') })
      .getByRole('button', { name: /^Haal keuze/ })
      .click()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    await everybody(async ({ page, name }) => {
      await vote(page)
        .getByRole('radio')
        .nth(name === 'Lot' ? 6 : 1)
        .check({ force: true })
      await kept(page)
    })
    await lead.getByRole('button', { name: 'Sluit en tel' }).click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Sluit en tel' }).click()
    await lead.keyboard.press('Alt+Shift+R')
    await expect(of('Lot').getByRole('heading', { name: 'Wat heb je nodig om mee te gaan?' })).toBeVisible()
    await of('Lot').getByLabel('Ik ga mee als …').fill('we ook zien wie niet belt')
    await of('Lot').getByRole('button', { name: 'Zeg wat je nodig hebt' }).click()
    await expect(lead.getByText('we ook zien wie niet belt')).toBeVisible()
  })

  await test.step('the question is chosen, with the note of who sees it differently', async () => {
    await lead.goto(home)
    await lead.getByRole('link', { name: 'Probleem' }).first().click()
    const where = part(lead, 'Naar één zin')
    await where.getByRole('button', { name: `Bewerk: ${question}` }).click()
    await where.getByLabel('Wat een deel van de groep anders ziet').fill('We zien ook wie niet belt.')
    await part(lead, 'De zin waar we samen aan schrijven').getByRole('button', { name: 'Dit wordt onze vraag' }).click()
    await saved(lead)
    await lead.getByRole('link', { name: 'Sessie', exact: true }).click()
  })

  await test.step('actions with a taker, and how it was for each', async () => {
    await next('Terugblik en acties')
    for (const [name, words] of [
      ['Ada', 'Een lange tafel op zondag'],
      ['Joris', 'Vragen wie nooit belt'],
    ] as const) {
      const page = of(name)
      await page.getByLabel('Wat gaan we doen?').fill(words)
      await page.getByLabel('Wie trekt dit?').selectOption({ label: `Ik (${name})` })
      await page.getByLabel('Voor wanneer?').fill('2027-02-01')
      await page.getByRole('button', { name: 'Zet erbij' }).first().click()
      await expect(lead.getByText(words)).toBeVisible()
    }
    await everybody(async ({ page }) => {
      for (const text of ['Ik kon zeggen wat ik wilde.', 'Er is naar mij geluisterd.', 'Ik zie mijn inbreng terug.'])
        await page.getByRole('group', { name: text }).getByRole('radio', { name: '4 van 5' }).check({ force: true })
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await expect(page.getByText('Dank je. Je antwoorden zijn bewaard.')).toBeVisible()
    })
    await lead.getByLabel('Wat besluiten jullie?').fill('Met deze vraag gaan we verder')
    await expect(lead.getByRole('group', { name: 'Wat is gekozen?' }).getByRole('checkbox').first()).toBeVisible()
    await lead.getByRole('button', { name: 'Leg vast' }).click()
    await expect(of('Bea').getByText('Met deze vraag gaan we verder')).toBeVisible()
    await fitsWidth(of('Bea'))
    await expectAccessible(of('Bea'), 'agreeing on a phone')
    await expect(hall.getByText('Een lange tafel op zondag')).toBeVisible()
    expect(await hall.locator('body').innerText()).not.toMatch(anybody)
    await expect(lead.getByText(/^Eind \d+[:.]\d\d\. Jullie lopen/)).toBeVisible()
  })

  await test.step('closed, and in the report without a name', async () => {
    await lead.getByRole('button', { name: 'Sluit de sessie' }).click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie' }).click()
    for (const { page } of people)
      await expect(page.getByRole('heading', { name: 'De sessie is gesloten' })).toBeVisible()
    await expect(hall.getByRole('heading', { name: 'De sessie is gesloten' })).toBeVisible()
    await lead.goto(`${home}/outcomes`)
    const files = lead.getByRole('group', { name: /welke bestanden/i }).getByRole('checkbox')
    await expect(files.first()).toBeVisible()
    for (const box of await files.all()) await box.setChecked(false)
    await files.and(lead.getByRole('checkbox', { name: /webpagina/i })).setChecked(true)
    const html = new TextDecoder().decode(
      await downloadedBy(lead, lead.getByRole('button', { name: 'Maak 1 bestand' })),
    )
    for (const words of [
      question,
      'We zien ook wie niet belt.',
      'Een lange tafel op zondag',
      'Met deze vraag gaan we verder',
    ])
      expect(html).toContain(words)
    for (const { name } of table) expect(html).not.toMatch(new RegExp(`\\b${name}\\b`))
  })
})

/** Three at a time: a small machine draws no more phones at once without keeping them waiting. */
const inThrees = async <Item>(all: readonly Item[], does: (item: Item, at: number) => Promise<void>) => {
  const rest = all.entries()
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      for (const [at, item] of rest) await does(item, at)
    }),
  )
}
