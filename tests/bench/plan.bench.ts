import { chromium, type Page } from '@playwright/test'
import { addAssumption, addMeasure, addResult, addStep } from '#artefacts/experiment-plan/commands.ts'
import { addLogEntry } from '#artefacts/experiment-plan/learning-commands.ts'
import { shape } from '#artefacts/experiment-plan/shape.ts'
import { joinAs, saved } from '../journeys/people.ts'
import { makeWorkspace, until, type OpenDocument } from '../support/live-server.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, print, type Figure } from './figures.ts'
import { costOfKeys } from './main-thread.ts'

// A plan with 60 measures, 100 steps and 200 lines in its log: how long until it stands on the screen, and what a key
// costs in it while ten others write in the same plan through sockets of their own.

const openings = 9
const keys = 200
const writers = 10
/** Each of the others types this often; together they write fifty letters a second. */
const everyMs = 200

const server = await startServerProcess({ env: { LIMIT_JOINS_PER_MINUTE: '1000' } })
const { ada, join, workspace, artefact } = await makeWorkspace(server)
const planId = artefact('experiment-plan')

const fill = async (): Promise<void> => {
  const opened = ada.open(planId, shape)
  await until(opened.connection, () => opened.connection.status().canWrite)
  const day = (at: number) => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10)
  opened.document.change({ perspective: 'resident' }, (draft) => {
    for (let at = 0; at < 60; at += 1) {
      const target = { operator: '>=', value: 60 } as const
      const added = addMeasure(draft, { name: `Meting ${at}`, baseline: { value: 30, date: day(0), n: 20 }, target })
      if (added.ok) addResult(draft, added.value, { value: 40 + at, date: day(90), n: 20 })
    }
    for (let at = 0; at < 100; at += 1) addStep(draft, { text: `Stap ${at}`, start: day(at), end: day(at + 9) })
    for (let at = 0; at < 200; at += 1) addLogEntry(draft, { text: `Regel ${at} van het logboek.`, date: day(at) })
    for (let at = 0; at < 20; at += 1) {
      addAssumption(draft, { text: `Aanname ${at}`, importance: (at % 5) + 1, certainty: (at % 4) + 1 })
    }
  })
  await until(opened.connection, () => opened.connection.status().state === 'saved')
  opened.close()
}

const fully = async (page: Page): Promise<void> => {
  await page.locator('[data-measure]').nth(59).waitFor()
  await page.locator('#steps li').nth(99).waitFor()
  await page.locator('[data-log]').first().waitFor()
}

/** From asking for the page in a tab that has the code already until the whole plan stands there. */
const opening = async (page: Page): Promise<Figure> => {
  const samples: number[] = []
  for (let at = 0; at < openings; at += 1) {
    await page.goto(`${server.url}/w/${workspace}`)
    await saved(page)
    const start = performance.now()
    await page.goto(`${server.url}/w/${workspace}/a/${planId}`)
    await fully(page)
    samples.push(performance.now() - start)
  }
  return { name: 'a plan of 60 measures, 100 steps and 200 lines, opened', unit: 'ms', samples }
}

/** Everybody else types at the end of an assumption of their own. */
const othersWrite = async (): Promise<() => void> => {
  const open: OpenDocument<typeof shape>[] = []
  const timers: NodeJS.Timeout[] = []
  for (let at = 0; at < writers; at += 1) {
    const person = await join(`Schrijver ${at}`)
    const opened = person.open(planId, shape)
    await until(opened.connection, () => opened.connection.status().canWrite)
    const id = opened.document.content().assumptions[at]?.id ?? ''
    const type = () =>
      opened.document.change({ perspective: 'resident' }, (draft) => {
        const text = draft.assumptions.get(id)?.text
        text?.splice(text.get().length, 0, 'a')
      })
    open.push(opened)
    timers.push(setInterval(type, everyMs))
  }
  return () => {
    timers.forEach((timer) => clearInterval(timer))
    open.forEach(({ close }) => close())
  }
}

/** Types two hundred letters in the test card of a plan. */
const typing = async (page: Page, plan: string): Promise<readonly Figure[]> => {
  const field = page.getByRole('textbox', { name: 'Wij denken dat…' })
  await field.click()
  await page.locator('[contenteditable=true]').first().waitFor()
  const words = 'abcdefghij '.repeat(Math.ceil(keys / 11)).slice(0, keys)
  const figures = await costOfKeys(browser, page, () => page.keyboard.type(words, { delay: 40 }))
  return figures.map((figure) => ({ ...figure, name: `${plan}: ${figure.name}` }))
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
await fill()
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  locale: 'nl-NL',
  baseURL: server.url,
})
const page = await context.newPage()
const { body } = await ada.caller.call('workspace', { params: { workspace } })
await joinAs(page, body.workspace.joinCode ?? '', 'Ada', 'Bewoners')
const figures = [await opening(page)]
figures.push(...(await typing(page, 'alone')))
const stop = await othersWrite()
figures.push(...(await typing(page, `${writers} others writing`)))
stop()
await browser.close()
await server.stop()
figures.forEach((figure) => print(figure))
keep('plan', figures)
