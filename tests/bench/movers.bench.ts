import { chromium, type CDPSession } from '@playwright/test'
import { addStakeholder, rate } from '#artefacts/stakeholder-map/commands.ts'
import { shape } from '#artefacts/stakeholder-map/shape.ts'
import { makeWorkspace, until } from '../support/live-server.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, print } from './figures.ts'

// A hundred people drag a card each, over sockets of their own, while one browser looks at the map: how much work does
// its main thread have of that in a second?

const people = 100
const seconds = 8
const everyMs = 100

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Seconds that the main thread worked since the page was opened. */
const workOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

const server = await startServerProcess({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
const executablePath = process.env['CHROMIUM_PATH']
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const { workspace, ada, join, artefact } = await makeWorkspace(server)
  const map = artefact('stakeholder-map')
  const lead = ada.open(map, shape)
  await until(lead.connection, () => lead.connection.status().canWrite)
  lead.document.change({ perspective: 'resident' }, (draft) => {
    for (let at = 0; at < people; at += 1) {
      const added = addStakeholder(draft, { name: `Groep ${at}` }, { id: `sh-${at}` })
      if (!added.ok) continue
      rate(draft, added.value, 'impact', 1 + (at % 5))
      rate(draft, added.value, 'influence', 1 + (Math.floor(at / 5) % 5))
    }
  })
  await until(lead.connection, () => lead.connection.status().unsaved === 0)

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
  await context.addCookies([{ name: 'polder', value: ada.token, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/w/${workspace}/a/${map}`)
  await page.locator('[data-lens] canvas').first().waitFor()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')

  const movers = await Promise.all(
    Array.from({ length: people }, async (_, at) => (await join(`Mens ${at}`)).open(map, shape)),
  )
  await Promise.all(movers.map(({ connection }) => until(connection, () => connection.status().canWrite)))
  await pause(2000)

  const measure = async (moving: boolean): Promise<number> => {
    const [before, start] = [await workOf(session), performance.now()]
    let tick = 0
    while (performance.now() - start < seconds * 1000) {
      tick += 1
      if (moving) {
        for (const [at, { connection }] of movers.entries()) {
          const turn = tick / 9 + at
          connection.presence.set({
            at: { field: 'lens-influence' },
            drag: { item: `sh-${at}`, x: 0.5 + 0.4 * Math.sin(turn), y: 0.5 + 0.4 * Math.cos(turn) },
          })
        }
      }
      await pause(everyMs)
    }
    return (1000 * (await workOf(session)) - 1000 * before) / ((performance.now() - start) / 1000)
  }
  const still = await measure(false)
  const moved = await measure(true)
  const asElements = await page.locator('[data-mover]').count()
  const asPicture = await page.locator('canvas[data-movers]').getAttribute('data-movers')
  const seen = asElements + Number(asPicture)
  process.stdout.write(`  movers: ${seen} of ${people} cards seen under way\n`)
  const figures = [
    { name: 'movers: main thread while nobody moves', unit: 'ms/s', samples: [still] },
    { name: 'movers: main thread while 100 people drag', unit: 'ms/s', samples: [moved] },
  ]
  for (const figure of figures) print(figure)
  keep('movers', figures)
  if (moved - still > 50) process.stdout.write('  over: 50 ms of work in a second\n')
  for (const { close } of [...movers, lead]) close()
} finally {
  await browser.close()
  await server.stop()
}
process.exit(0)
