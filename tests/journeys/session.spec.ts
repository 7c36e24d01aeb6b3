import { expect, test, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { expectAccessible, personIn, phone } from './people.ts'

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServerProcess({ env: { LIMIT_COMMANDS_PER_SECOND: '100' } })
})
test.afterAll(() => server.stop())

const hall = { width: 1920, height: 1080 }
const narrow = { width: 320, height: 640 }

/** A workspace with its facilitator on its page of sessions; gives the code and the address. */
const begin = async (page: Page): Promise<{ readonly home: string; readonly code: string }> => {
  await page.goto('/')
  const made = await page.evaluate(async () => {
    const answer = await fetch('/api/workspaces', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Samen', question: 'Hoe nu verder?', language: 'nl', name: 'Sanne' }),
    })
    return (await answer.json()) as { workspace: { id: string }; joinCode: string }
  })
  const home = `/w/${made.workspace.id}`
  await page.goto(`${home}/sessions`)
  return { home, code: made.joinCode }
}

/** Comes in as somebody who scanned the code would. */
const join = async (page: Page, code: string, name: string, perspective: string): Promise<void> => {
  await page.goto('/')
  await page.evaluate(
    async (body) => {
      await fetch('/api/join', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    },
    { code, name, perspective },
  )
}

/** What a phone does with a page in a pocket: no timer and no message reaches it. */
const freeze = (page: Page) => lifecycle(page, 'frozen')
const wake = (page: Page) => lifecycle(page, 'active')
const lifecycle = async (page: Page, state: 'frozen' | 'active'): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state })
  await session.detach()
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

test('a session is planned, begun, led, followed on phones and shown in the hall', async ({ browser }) => {
  test.setTimeout(240_000)
  const lead = await personIn(browser, server)
  const { home, code } = await begin(lead)

  await test.step('from a template to a script of one’s own, by keys', async () => {
    await lead.getByRole('button', { name: 'Plan: Scherp de vraag' }).click()
    await expect(lead.getByText('Samen 120 minuten')).toBeVisible()
    await lead.getByLabel('Begint om').fill('09:30')
    await expect(lead.getByText('Samen 120 minuten, klaar om 11:30')).toBeVisible()
    await lead.getByLabel('Minuten: Welkom en afspraken').fill('20')
    await expect(lead.getByText('Samen 130 minuten, klaar om 11:40')).toBeVisible()
    const handle = lead.getByRole('button', { name: 'Versleep Stil schrijven: wat gebeurt er?' })
    await handle.press('Alt+ArrowUp')
    await expect(lead.getByText('Stil schrijven: wat gebeurt er? is nu stap 2.')).toBeVisible()
    await expect(handle).toBeFocused()
    await handle.press('Alt+ArrowDown')
    await expect(lead.getByText('Er zijn 130 minuten zonder pauze.')).toBeVisible()
    await expectAccessible(lead, 'the script')
  })
  const address = lead.url().replace(/\/script$/, '')

  await test.step('nothing begins before it is said what happens with the result', async () => {
    await lead.getByRole('link', { name: 'Naar het begeleiden' }).click()
    await lead.getByRole('button', { name: 'Begin de sessie' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Begin de sessie' }).click()
    await expect(dialog.getByRole('alert')).toHaveText('Schrijf eerst wat er met de uitkomst gebeurt.')
    await dialog.getByRole('textbox').fill('De gemeente antwoordt binnen zes weken.')
    await dialog.getByRole('button', { name: 'Begin de sessie' }).click()
    await expect(lead.getByRole('heading', { name: 'Nu: Welkom en afspraken' })).toBeVisible()
    await expect(lead.getByRole('timer').first()).toHaveText(/^(20:00|19:\d\d)$/)
  })

  const [ada, bram, cem] = [
    await personIn(browser, { ...server, viewport: phone }),
    await personIn(browser, { ...server, viewport: narrow }),
    await personIn(browser, server),
  ]
  const screen = await lead.context().newPage()
  await screen.setViewportSize(hall)

  await test.step('people arrive, and who leads sees it; the hall names nobody', async () => {
    await join(ada, code, 'Ada', 'resident')
    await join(bram, code, 'Bram', 'policy')
    await join(cem, code, 'Cem', 'professional')
    for (const page of [ada, bram]) await page.goto(address)
    await cem.goto(home)
    await screen.goto(`${address}/screen`)
    // Who has just come in and stands on the home page is shown into the session.
    await cem.waitForURL(/\/session\//)
    await expect(lead.getByText('Live, 3 aan tafel')).toBeVisible()
    await expect(lead.getByText('3 van 3 kijken mee')).toBeVisible()
    await expect(screen.getByRole('img', { name: 'Scan om mee te doen' })).toBeVisible()
    for (const name of ['Ada', 'Bram', 'Cem', 'Sanne']) await expect(screen.getByText(name)).toHaveCount(0)
    for (const page of [ada, bram]) expect(await widthOf(page)).toBe(page.viewportSize()?.width)
  })

  await test.step('ready, and a hand that is seen', async () => {
    await ada.getByRole('button', { name: 'Ik ben klaar' }).click()
    await expect(lead.getByText('1 van 3 klaar').first()).toBeVisible()
    await expect(screen.getByText('1 van 3 klaar')).toBeVisible()
    await bram.getByRole('button', { name: 'Steek je hand op' }).click()
    await bram.getByRole('button', { name: 'Ik wil iets zeggen' }).click()
    await expect(lead.getByRole('alert').filter({ hasText: 'Nieuwe vraag van Bram' })).toBeAttached()
    await lead.getByRole('button', { name: 'Beurt: Bram' }).click()
    await expect(bram.getByRole('alert').filter({ hasText: 'Jij hebt de beurt' })).toBeVisible()
    for (const [page, where] of [
      [lead, 'the console'],
      [ada, 'the phone'],
      [screen, 'the hall'],
    ] as const)
      await expectAccessible(page, where)
  })

  await test.step('the next step reaches all; whoever looks elsewhere is taken along, and never while typing', async () => {
    await lead.keyboard.press('Alt+Shift+N')
    await expect(lead.getByRole('heading', { name: 'Nu: Verhalen uit het dagelijks leven' })).toBeVisible()
    await expect(ada.getByRole('heading', { name: 'Verhalen uit het dagelijks leven' })).toBeVisible()
    await expect(screen.getByText('Stap 2 van 10')).toBeVisible()
    // Whoever goes away again is not fetched twice.
    await cem.goto(home)
    await expect(cem.getByRole('link', { name: 'Naar de stap' })).toBeVisible()
    await expect(cem.getByRole('button', { name: 'Blijf hier' })).toHaveCount(0)
    await lead.getByRole('button', { name: 'Roep iedereen nu' }).click()
    await expect(cem.getByRole('status').filter({ hasText: 'De begeleider roept iedereen' })).toBeVisible()
    await cem.getByRole('button', { name: 'Blijf hier' }).click()
    await expect(cem.getByRole('button', { name: 'Naar de stap' })).toBeVisible()
    expect(new URL(cem.url()).pathname).toBe(home)
  })

  await test.step('time is given, stopped, and said aloud', async () => {
    await lead.getByRole('button', { name: '5 minuten erbij' }).click()
    await expect(ada.getByRole('timer')).toHaveText(/^(20:00|19:\d\d)$/)
    await lead.getByRole('button', { name: 'Wacht even' }).click()
    await expect(lead.getByRole('button', { name: 'Ga verder' })).toBeVisible()
    const stood = await ada.getByRole('timer').textContent()
    await expect.poll(() => ada.getByRole('timer').textContent()).toBe(stood)
    await lead.getByRole('button', { name: 'Ga verder' }).click()
  })

  await test.step('a phone that its system froze wakes where everybody is, by itself', async () => {
    await freeze(ada)
    await ada.context().setOffline(true)
    await lead.keyboard.press('Alt+Shift+N')
    await expect(bram.getByRole('heading', { name: 'Stil schrijven: wat gebeurt er?' })).toBeVisible()
    await ada.context().setOffline(false)
    await wake(ada)
    await expect(ada.getByRole('heading', { name: 'Stil schrijven: wat gebeurt er?' })).toBeVisible()
    await ada.getByRole('button', { name: 'Ik ben klaar' }).click()
    await expect(lead.getByText('1 van 3 klaar').first()).toBeVisible()
  })

  await test.step('a phone that slept and lost its connection finds where everybody is', async () => {
    await ada.context().setOffline(true)
    await lead.keyboard.press('Alt+Shift+N')
    await expect(bram.getByRole('heading', { name: 'Waar past de regel niet?' })).toBeVisible()
    await ada.context().setOffline(false)
    await ada.reload()
    await expect(ada.getByRole('heading', { name: 'Waar past de regel niet?' })).toBeVisible()
  })

  await test.step('everybody reads what was done, and who leads takes the last step back', async () => {
    await bram.goto(`${address}/log`)
    await expect(bram.getByText('Naar stap: Waar past de regel niet?')).toBeVisible()
    await expect(bram.getByRole('button', { name: /Maak ongedaan/ })).toHaveCount(0)
    await lead.getByRole('link', { name: 'Logboek' }).click()
    await lead.getByRole('button', { name: 'Maak ongedaan: Naar stap: Waar past de regel niet?' }).click()
    await expect(ada.getByRole('heading', { name: 'Stil schrijven: wat gebeurt er?' })).toBeVisible()
    await expectAccessible(lead, 'the log')
  })

  await test.step('closing loses nothing and says so everywhere', async () => {
    await lead.goto(`${address}/lead`)
    await lead.getByRole('button', { name: 'Sluit de sessie' }).click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie' }).click()
    await expect(ada.getByRole('heading', { name: 'De sessie is gesloten' })).toBeVisible()
    await expect(lead.getByRole('button', { name: 'Open de sessie weer' })).toBeVisible()
  })
})

test('a device whose clock is a day off shows the time of the server and says the marks', async ({ browser }) => {
  const lead = await personIn(browser, server)
  const { code } = await begin(lead)
  await lead.getByRole('button', { name: 'Plan: Scherp de vraag' }).click()
  await lead.getByLabel('Minuten: Welkom en afspraken').fill('4')
  await lead.getByRole('link', { name: 'Naar het begeleiden' }).click()
  await lead.getByRole('button', { name: 'Begin de sessie' }).click()
  await lead.getByRole('dialog').getByRole('textbox').fill('De raad antwoordt.')
  const off = await personIn(browser, { ...server, viewport: phone })
  await off.clock.install({ time: new Date(Date.now() + 24 * 60 * 60 * 1000) })
  await join(off, code, 'Ada', 'resident')
  await off.goto(lead.url().replace(/\/lead$/, ''))
  await lead.getByRole('dialog').getByRole('button', { name: 'Begin de sessie' }).click()
  await expect(off.getByRole('timer')).toHaveText(/^(04:00|03:\d\d)$/)
  // Without a connection nobody corrects the clock of the device, and it goes on by itself.
  await off.context().setOffline(true)
  await off.clock.runFor(121_000)
  await expect(off.getByTestId('time-said')).toHaveText('Nog twee minuten.')
})
