import { chromium, type Page } from '@playwright/test'
import { browserOf } from '../support/caller.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, median, print, printRatio, type Figure } from './figures.ts'
import { servePeer } from './peers/serve.ts'

// A map of 1,000 stakeholders and 2,000 lines in a real browser, beside a plain @xyflow/react of the same size.

const parties = 1000
const lines = 2000
const size = { width: 1440, height: 900 }

const step = (at: number, by: number): number => 1 + (Math.floor(at / by) % 5)
const types = ['information', 'cooperation', 'care', 'referral', 'money', 'mandate', 'oversight', 'advice', 'tension']
const file = {
  format: 'polder-workspace',
  formatVersion: 2,
  language: 'nl',
  workspace: { title: 'Groot' },
  maps: [{ id: 'map-1', title: 'Groot' }],
  stakeholders: Array.from({ length: parties }, (_, at) => ({
    id: `sh-${at}`,
    name: `Groep nummer ${at} in de wijk`,
    impact: step(at * 31, 7),
    influence: step(at * 17, 3),
    interest: step(at, 5),
    world: step(at, 11),
    ring: at % 4,
    attitude: (at % 5) - 2,
    participation: { atTable: at % 3 === 0 ? 'no' : 'yes' },
  })),
  relations: Array.from({ length: lines }, (_, at) => ({
    id: `rel-${at}`,
    from: `sh-${(at * 7) % parties}`,
    to: `sh-${(at * 13 + 5) % parties}`,
    type: types[at % types.length],
    direction: 'directed',
    status: at % 9 === 0 ? 'wanted' : 'existing',
  })),
}

// Scripts for the page are text: what runs TypeScript here would put helpers into functions that the page lacks.
const startFrames = `(() => {
  const frames = []
  let last = performance.now()
  let on = true
  const tick = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    if (on) requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  window.endFrames = () => { on = false; return frames.slice(1) }
})()`

/** Counts the time between frames while something is done. */
const framesDuring = async (page: Page, act: () => Promise<void>): Promise<readonly number[]> => {
  await page.evaluate(startFrames)
  await act()
  return page.evaluate<number[]>('window.endFrames()')
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const pan = async (page: Page, x: number, y: number) => {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let at = 0; at < 90; at += 1) {
    await page.mouse.move(x + 220 * Math.sin(at / 12), y + 90 * Math.sin(at / 9))
    await pause(12)
  }
  await page.mouse.up()
}
const zoom = async (page: Page, x: number, y: number) => {
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  for (let at = 0; at < 60; at += 1) {
    await page.mouse.wheel(0, at < 30 ? -24 : 24)
    await pause(16)
  }
  await page.keyboard.up('Control')
}
const drag = async (page: Page, x: number, y: number) => {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let at = 0; at < 80; at += 1) {
    await page.mouse.move(x + 2.4 * at, y + 40 * Math.sin(at / 10))
    await pause(12)
  }
  await page.mouse.up()
}

const figures: Figure[] = []
const told = (name: string, unit: string, samples: readonly number[]): Figure => {
  const figure = { name, unit, samples }
  figures.push(figure)
  print(figure)
  return figure
}
const over = (samples: readonly number[], ms: number): string =>
  `${((100 * samples.filter((each) => each > ms).length) / samples.length).toFixed(1)} %`

const server = await startServerProcess({ env: { LIMIT_IMPORTS_PER_HOUR: '1000' } })
const executablePath = process.env['CHROMIUM_PATH']
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
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
try {
  const caller = browserOf(server)
  const { body, status } = await caller.call('importWorkspace', { query: {}, body: file })
  if (status !== 201) throw new Error(`the map was not imported: ${status} ${JSON.stringify(body)}`)
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL' })
  await context.addCookies([{ name: 'polder', value: body.facilitatorToken, url: server.url }])
  const address = `${server.url}/w/${body.workspace.id}/a/map-1`

  const first: number[] = []
  let page = await context.newPage()
  for (let run = 0; run < 5; run += 1) {
    await page.close()
    page = await context.newPage()
    const start = performance.now()
    await page.goto(address)
    await page.locator('[data-lens] canvas').first().waitFor()
    first.push(performance.now() - start)
  }
  told('map: from address to drawn', 'ms', first)

  // The one real card of the far view is the current one; it is dragged by its own place.
  const card = page.locator('[data-lens] [data-stakeholder]').first()
  await card.waitFor()
  await pause(1500)
  const shown = await card.boundingBox()
  if (!shown) throw new Error('no card is drawn')
  const ours = {
    pan: told('map: frame while panning', 'ms', await framesDuring(page, () => pan(page, 900, 560))),
    zoom: told('map: frame while zooming', 'ms', await framesDuring(page, () => zoom(page, 700, 400))),
  }
  await page.getByRole('button', { name: 'Alles in beeld' }).click()
  await pause(800)
  const at = (await card.boundingBox()) ?? shown
  const dragged = told(
    'map: frame while dragging',
    'ms',
    await framesDuring(page, () => drag(page, at.x + at.width / 2, at.y + at.height / 2)),
  )
  process.stdout.write(
    `  map: pan over 20 ms ${over(ours.pan.samples, 20)}, zoom over 20 ms ${over(ours.zoom.samples, 20)}, drag over 34 ms ${over(dragged.samples, 34)}\n`,
  )

  const switches: number[] = []
  for (const name of [
    'Leefwereld en systeem',
    'Ringen',
    'Geraakt en invloed',
    'Leefwereld en systeem',
    'Geraakt en invloed',
  ]) {
    const ms = await page.evaluate<number>(`new Promise((resolve) => {
      const choice = [...document.querySelectorAll('label')].find((each) => each.textContent === ${JSON.stringify(name)})
      const home = document.querySelector('[data-lens]')
      const before = home.getAttribute('data-lens')
      const start = performance.now()
      choice.click()
      const look = () => (home.getAttribute('data-lens') === before ? requestAnimationFrame(look) : resolve(performance.now() - start))
      requestAnimationFrame(look)
    })`)
    switches.push(ms)
    await pause(900)
  }
  told('map: first changed frame of a lens switch', 'ms', switches)
  await context.close()

  const peer = await servePeer('flow')
  const plain = await (await browser.newContext({ viewport: size })).newPage()
  const start = performance.now()
  await plain.goto(peer.url)
  await plain
    .locator('.react-flow__node')
    .nth(parties - 1)
    .waitFor({ state: 'attached' })
  told('plain flow: from address to drawn', 'ms', [performance.now() - start])
  await pause(1500)
  const peerPan = told('plain flow', 'ms', await framesDuring(plain, () => pan(plain, 720, 20)))
  const peerZoom = told('plain flow', 'ms', await framesDuring(plain, () => zoom(plain, 700, 400)))
  process.stdout.write(
    `  plain flow: pan over 20 ms ${over(peerPan.samples, 20)}, zoom over 20 ms ${over(peerZoom.samples, 20)}\n`,
  )
  printRatio('map: frame while panning', ours.pan, peerPan)
  printRatio('map: frame while zooming', ours.zoom, peerZoom)
  await peer.close()
  keep('map', figures)
  if (median(first) > 1500) process.stdout.write('  over: first paint above 1,500 ms\n')
} finally {
  await browser.close()
  await server.stop()
}
