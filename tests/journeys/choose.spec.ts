import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, joinAs, joinCodeOf, openExample, personIn, saved } from './people.ts'

const small = { width: 320, height: 700 }

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess()
})
test.afterAll(() => server.stop())

const noSideways = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  )

/** What whoever leads writes in the form of a new vote, and how it opens. */
const openVote = async (page: Page, question: string, method: string, options: string, secret = true) => {
  const form = page.locator('form').filter({ has: page.getByLabel('Wat vragen jullie?') })
  if (!(await form.isVisible())) await page.getByText('Nieuwe stemming', { exact: true }).click()
  await page.getByLabel('Wat vragen jullie?').fill(question)
  await page.getByLabel('Hoe kiezen jullie?').selectOption({ label: method })
  await page.getByLabel(/Waaruit kiezen jullie\?|Wat is het voorstel\?/).fill(options)
  if (!secret) await page.getByRole('switch', { name: 'Geheim stemmen' }).uncheck()
  await page.getByRole('button', { name: 'Open de stemming' }).click()
  await expect(page.getByRole('article', { name: question })).toBeVisible()
}

const closeVote = async (page: Page, question: string) => {
  await page.getByRole('article', { name: question }).getByRole('button', { name: 'Sluit en tel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sluit en tel' }).click()
  await expect(page.getByRole('article', { name: question }).getByText('gesloten', { exact: true })).toBeVisible()
}

test('choosing together outside a session: dots by keys, hidden until closed, an objection, conditions, a decision in words', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const lead = await personIn(browser, server)
  const home = await openExample(lead)
  const code = await joinCodeOf(lead, home)
  const people: Page[] = []
  for (const [name, group] of [
    ['Ada', 'Bewoners'],
    ['Bram', 'Bewoners'],
    ['Cem', 'Beleidsmakers'],
  ] as const) {
    const page = await personIn(browser, { ...server, viewport: small })
    await joinAs(page, code, name, group)
    people.push(page)
  }
  const [ada, bram, cem] = people
  if (!ada || !bram || !cem) throw new Error('three people should have joined')
  for (const page of [lead, ...people]) await page.goto(`${home}/choose`)
  const question = 'Wat proberen we naast het vrije kwartier?'
  const vote = (page: Page) => page.getByRole('article', { name: question })

  await test.step('dots by keys on a phone of 320 pixels; what is left is said aloud', async () => {
    await openVote(lead, question, 'Stippen', 'Vaste dag\nSamen eten\nSleutelbuur')
    for (const page of people) await expect(vote(page)).toBeVisible()
    await expect(vote(ada).getByText('Je hebt nog 3 van je 3 stippen')).toBeVisible()
    await vote(ada).getByRole('button', { name: 'Geef een stip aan Vaste dag' }).focus()
    await ada.keyboard.press('Enter')
    await ada.keyboard.press('Enter')
    await expect(vote(ada).getByRole('status').filter({ hasText: 'Je hebt nog 1 van je 3 stippen' })).toBeVisible()
    // The third on one choice is not given, and the key stays where it was.
    await ada.keyboard.press('Enter')
    await expect(vote(ada).getByText('Je hebt nog 1 van je 3 stippen')).toBeVisible()
    await expect(vote(ada).getByRole('button', { name: 'Geef een stip aan Vaste dag' })).toBeFocused()
    await expect(vote(ada).getByText('Je stem is bewaard.')).toBeVisible()
    await noSideways(ada)
    await expectAccessible(ada, 'vote on a phone')
  })

  await test.step('the count shows to whoever leads, the result to nobody', async () => {
    await vote(bram).getByRole('button', { name: 'Geef een stip aan Vaste dag' }).click()
    await vote(cem).getByRole('button', { name: 'Geef een stip aan Sleutelbuur' }).click()
    await expect(
      vote(lead)
        .getByRole('status')
        .filter({ hasText: /^3 van/ }),
    ).toBeVisible()
    await expect(vote(lead).getByText('Sterk gedragen')).toHaveCount(0)
    await expect(vote(lead).getByText('De uitslag is dicht, ook voor jou')).toBeVisible()
  })

  await test.step('a phone that was closed knows its own vote again and changes it', async () => {
    await ada.reload()
    await expect(vote(ada).getByText('Je hebt nog 1 van je 3 stippen')).toBeVisible()
    await vote(ada).getByRole('button', { name: 'Geef een stip aan Samen eten' }).click()
    await expect(vote(ada).getByText('Je stem is bewaard.')).toBeVisible()
  })

  await test.step('closed, everybody reads the same result in words, small groups together', async () => {
    await closeVote(lead, question)
    for (const page of [lead, ...people]) {
      await expect(vote(page).getByText('3 mensen', { exact: true })).toBeVisible()
      await expect(vote(page).getByText('Samen genomen, omdat een groep klein is.')).toBeVisible()
    }
    await expect(vote(ada).getByRole('status').filter({ hasText: 'De stemming is gesloten' })).toBeAttached()
    await vote(lead).getByRole('button', { name: 'Als tabel' }).click()
    await expect(vote(lead).getByRole('row', { name: /Vaste dag/ })).toContainText('3 stippen')
    await expectAccessible(lead, 'result as a table')
    await noSideways(ada)
  })

  const proposal = 'Beginnen we met een vaste dag?'
  const consent = (page: Page) => page.getByRole('article', { name: proposal })

  await test.step('an objection waits for its reason', async () => {
    await openVote(lead, proposal, 'Toestemming', 'We beginnen met een vaste dag', false)
    await consent(ada)
      .getByRole('radio', { name: /nog niet/i })
      .check({ force: true })
    await expect(consent(ada).getByText('Je stem is bewaard.')).toHaveCount(0)
    await consent(ada).getByLabel('Wat is je bezwaar?').fill('De avond ontbreekt')
    await consent(ada).getByRole('button', { name: 'Bewaar met reden' }).click()
    await expect(consent(ada).getByText('Je stem is bewaard.')).toBeVisible()
    for (const page of [bram, cem]) {
      await consent(page).getByRole('radio', { name: /^eens/i }).check({ force: true })
      await expect(consent(page).getByText('Je stem is bewaard.')).toBeVisible()
    }
    await expectAccessible(ada, 'consent on a phone')
  })

  await test.step('a participant who may enter for others counts those without a phone', async () => {
    await expect(consent(bram).getByText('Voor mensen zonder telefoon')).toHaveCount(0)
    await lead.goto(`${home}/people`)
    await lead.getByRole('button', { name: 'Verander Bram' }).click()
    await lead.getByRole('switch', { name: 'Voert ook in voor anderen' }).click()
    await lead.getByRole('button', { name: 'Klaar', exact: true }).click()
    await expect(lead.getByText('nu hier · voert in voor anderen')).toBeVisible()
    await lead.goto(`${home}/choose`)
    await consent(bram).getByText('Voor mensen zonder telefoon').click()
    await consent(bram).getByLabel('Hoeveel mensen?').fill('2')
    await consent(bram).getByLabel('We beginnen met een vaste dag').selectOption({ index: 1 })
    await consent(bram).getByRole('button', { name: 'Tel mee' }).click()
    await expect(consent(bram).getByRole('status').filter({ hasText: '2 mensen van' })).toBeVisible()
    await expect(
      consent(lead)
        .getByRole('status')
        .filter({ hasText: /^5 van/ }),
    ).toBeVisible()
    await expectAccessible(bram, 'entering for others on a phone')
    await noSideways(bram)
  })

  await test.step('what people need comes before a decision', async () => {
    await closeVote(lead, proposal)
    await expect(consent(ada).getByRole('heading', { name: 'Wat heb je nodig om mee te gaan?' })).toBeVisible()
    await consent(ada).getByLabel('Ik ga mee als …').fill('ook de avond meetelt')
    await consent(ada).getByRole('button', { name: 'Zeg wat je nodig hebt' }).click()
    await expect(consent(ada).getByText('Dank je. Het staat erbij, zonder je naam.')).toBeVisible()
    await expect(consent(lead).getByText('ook de avond meetelt')).toBeVisible()
    await expectAccessible(lead, 'conditions')
    await noSideways(ada)
  })
})

test('in a session: write alone, show at once, sort by keys, take along, decide, and say how it was', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const lead = await personIn(browser, server)
  const home = await openExample(lead)
  const code = await joinCodeOf(lead, home)
  const workspace = /[0-9a-f]{32}/.exec(home)?.[0] ?? ''
  const call = (path: string, body: object) =>
    lead.evaluate(
      async ([address, text]) => {
        const headers = { 'content-type': 'application/json', 'x-polder': '1' }
        const answer = await fetch(address ?? '', { method: 'POST', headers, body: text ?? '' })
        return answer.json() as Promise<{ id: string; steps: { id: string; title: string }[] }>
      },
      [path, JSON.stringify(body)],
    )
  const sessions = `/api/workspaces/${workspace}/sessions`
  const session = await call(sessions, { template: 'tpl-problem' })
  await call(`${sessions}/${session.id}/start`, { promise: 'De raad antwoordt binnen vier weken.' })
  const goTo = (title: string) => {
    const step = session.steps.find((each) => each.title.startsWith(title))
    return call(`${sessions}/${session.id}/step`, { activity: step?.id })
  }
  const people: Page[] = []
  for (const name of ['Ada', 'Bram', 'Cem']) {
    const page = await personIn(browser, { ...server, viewport: small })
    await joinAs(page, code, name, 'Bewoners')
    await page.goto(`${home}/session/${session.id}`)
    people.push(page)
  }
  const [ada, bram, cem] = people
  if (!ada || !bram || !cem) throw new Error('three people should have joined')
  await lead.goto(`${home}/session/${session.id}/lead`)
  const hall = await personIn(browser, { ...server, viewport: { width: 1920, height: 1080 } })
  await test.step('a computer in the hall shows the screen by a link, as nobody', async () => {
    await lead.getByText('Op een andere computer').click()
    await lead.getByRole('button', { name: 'Maak een link' }).click()
    await hall.goto(await lead.getByRole('textbox', { name: 'Link voor het zaalscherm' }).inputValue())
    await hall.waitForURL(/\/screen$/)
    await expect(hall.getByText('Samen minder alleen in Waterhof')).toBeVisible()
    await expectAccessible(lead, 'the link to the hall')
  })

  await test.step('what one writes, nobody else sees', async () => {
    await goTo('Stil schrijven')
    for (const [page, text] of [
      [ada, 'Op zondag praat ik met de radio'],
      [bram, 'De hulp heeft haast'],
      [cem, 'Er komt steeds iemand anders'],
    ] as const) {
      await page.getByLabel('Schrijf één ding per kaartje').fill(text)
      await page.getByRole('button', { name: 'Bewaar kaartje' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Bewaard. Alleen jij ziet het.' })).toBeVisible()
    }
    await expect(lead.getByText('3 mensen schreven 3 kaartjes.')).toBeVisible()
    for (const page of [lead, bram, hall])
      await expect(page.getByText('Op zondag praat ik met de radio')).toHaveCount(0)
    await noSideways(ada)
    await expectAccessible(ada, 'writing alone')
  })

  await test.step('all at once, then sorted by keys with a way back', async () => {
    await lead.getByRole('button', { name: 'Laat alles tegelijk zien' }).click()
    for (const page of [lead, bram, hall]) await expect(page.getByText('Op zondag praat ik met de radio')).toBeVisible()
    await lead.getByRole('checkbox', { name: /Kies kaartje: De hulp heeft haast/ }).focus()
    await lead.keyboard.press('Space')
    await lead.getByRole('checkbox', { name: /Kies kaartje: Er komt steeds/ }).focus()
    await lead.keyboard.press('Space')
    await lead.getByLabel('Naam van de groep').fill('Tijd en vaste gezichten')
    await lead.keyboard.press('Enter')
    await expect(
      lead.getByRole('status').filter({ hasText: '2 kaartjes staan nu bij Tijd en vaste gezichten.' }),
    ).toBeVisible()
    await expect(bram.getByRole('group', { name: 'Tijd en vaste gezichten' })).toBeVisible()
    await lead.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(bram.getByRole('group', { name: 'Tijd en vaste gezichten' })).toHaveCount(0)
    await expectAccessible(lead, 'cards')
  })

  await test.step('a card goes along to where it belongs', async () => {
    await lead.getByRole('checkbox', { name: /Kies kaartje: Op zondag/ }).check()
    await lead.getByLabel('Neem mee naar').selectOption({ label: 'Wat mensen merken' })
    await lead.getByRole('button', { name: 'Neem mee', exact: true }).click()
    await expect(lead.getByRole('status').filter({ hasText: '1 kaartje is meegenomen.' })).toBeVisible()
    const reader = await personIn(browser, server)
    await joinAs(reader, code, 'Dina', 'Professionals')
    await reader.goto(`${home}/a/pr-1`)
    const line = reader.getByRole('button', { name: 'Bewerk: Op zondag praat ik met de radio' })
    await expect(line).toBeVisible()
    // Taking back takes back what was taken along, and not the sorting of before.
    await lead.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(lead.getByRole('status').filter({ hasText: '1 kaartje is teruggenomen.' })).toBeVisible()
    await expect(line).toHaveCount(0)
    const card = lead.getByRole('checkbox', { name: /Kies kaartje: Op zondag/ })
    await card.check()
    const which = lead.getByLabel('In welk stuk')
    await which.selectOption({ index: (await which.getByRole('option').count()) - 1 })
    await lead.getByRole('button', { name: 'Neem mee', exact: true }).click()
    await expect(lead.getByText(/^Meegenomen naar Wat mensen merken/)).toBeVisible()
    await expect(line).toHaveCount(0)
    // What was taken stands there a moment before the answer comes, which ends the choice of cards.
    await expect(card).not.toBeChecked()
    await card.check()
    await lead.getByRole('button', { name: 'Neem terug' }).click()
    await expect(lead.getByRole('status').filter({ hasText: '1 kaartje is teruggenomen.' })).toBeVisible()
    await expect(lead.getByText(/^Meegenomen naar/)).toHaveCount(0)
    await expectAccessible(lead, 'taking along')
  })

  await test.step('groups of cards become choices, explained under each on every screen', async () => {
    for (const name of [/De hulp heeft haast/, /Er komt steeds/]) await lead.getByRole('checkbox', { name }).check()
    await lead.getByLabel('Naam van de groep').fill('Vaste gezichten')
    await lead.keyboard.press('Enter')
    await expect(bram.getByRole('group', { name: 'Vaste gezichten' })).toBeVisible()
    await goTo('Stippen')
    await lead.getByRole('button', { name: 'Maak keuzes van de groepen kaartjes' }).click()
    await lead.getByRole('button', { name: 'Maak keuzes van de losse kaartjes' }).click()
    await expect(lead.getByLabel('Keuze 1', { exact: true })).toHaveValue('Vaste gezichten')
    await expect(lead.getByLabel('Keuze 2', { exact: true })).toHaveValue('Op zondag praat ik met de radio')
    const explanation = lead.getByLabel('Uitleg bij keuze 1 (mag leeg)')
    await expect(explanation).toHaveValue(/• De hulp heeft haast/)
    await explanation.fill('• Elke week dezelfde hulp')
    await expectAccessible(lead, 'choices from cards')
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    for (const page of [lead, ada, hall]) {
      await expect(page.getByText('Vaste gezichten', { exact: true }).first()).toBeVisible()
      await expect(page.getByText('• Elke week dezelfde hulp')).toBeVisible()
    }
    await ada.getByRole('button', { name: 'Geef een stip aan Vaste gezichten' }).click()
    await expect(ada.getByText('Je stem is bewaard.')).toBeVisible()
    await noSideways(ada)
    await expectAccessible(ada, 'explained choices')
  })

  await test.step('an action with a taker, and how it was for each', async () => {
    await goTo('Terugblik')
    await ada.getByLabel('Wat gaan we doen?').fill('Buren vragen')
    await ada.getByLabel('Wie trekt dit?').selectOption({ label: 'Ik (Ada)' })
    await ada.getByRole('button', { name: 'Zet erbij' }).first().click()
    await expect(lead.getByText('Buren vragen')).toBeVisible()
    for (const text of ['Ik kon zeggen wat ik wilde.', 'Er is naar mij geluisterd.', 'Ik zie mijn inbreng terug.'])
      await ada.getByRole('group', { name: text }).getByRole('radio', { name: '4 van 5' }).check({ force: true })
    await ada.getByRole('button', { name: 'Verstuur' }).click()
    await expect(ada.getByText('Dank je. Je antwoorden zijn bewaard.')).toBeVisible()
    await expect(lead.getByText('1 mens antwoordde')).toBeVisible()
    await lead.getByRole('button', { name: 'Trek de link in' }).click()
    await expect(lead.getByText('De link is ingetrokken.')).toBeVisible()
    await hall.reload()
    await expect(hall.getByText('Stap 10 van 10')).toHaveCount(0)
    await noSideways(ada)
    await expectAccessible(ada, 'the end of a session')
    await expectAccessible(lead, 'decisions and actions')
    await saved(lead)
  })
})
