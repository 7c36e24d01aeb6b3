import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { joinAs, joinCodeOf, openExample, proseNamed } from '../journeys/people.ts'
import { keep, print, printRatio, type Figure } from './figures.ts'

// How long from a key in one browser until its letter stands in another one on the same machine: through the whole
// product, with every letter committed to disk before it is passed on; and beside it a page that only sends a message
// through a relay without storage, which is what the machine, the browser and its sockets cost.

const keys = 120
const launch = {
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
}

const throughPolder = async (browser: Browser, server: ServerProcess): Promise<Figure> => {
  const open = async (): Promise<Page> => (await browser.newContext({ locale: 'nl-NL', baseURL: server.url })).newPage()
  const [writer, reader] = [await open(), await open()]
  const home = await openExample(writer)
  await joinAs(reader, await joinCodeOf(writer, home), 'Ada', 'Bewoners')
  for (const page of [writer, reader]) {
    await page.goto(`${home}/a/pr-1`)
    await proseNamed(page, 'Wat gebeurt er?').click()
    await page.locator('[contenteditable="true"]').first().waitFor()
  }
  await proseNamed(writer, 'Wat gebeurt er?').click()
  await writer.keyboard.press('ControlOrMeta+End')
  await writer.evaluate(() => {
    const pressed: number[] = []
    Object.assign(globalThis, { pressed })
    document.addEventListener('keydown', () => pressed.push(performance.timeOrigin + performance.now()), true)
  })
  await reader.evaluate(() => {
    const seen: number[] = []
    let letters = 0
    Object.assign(globalThis, { seen })
    const field = document.querySelector('[contenteditable="true"]')
    if (!field) throw new Error('no field is open')
    // No function with a name of its own in here: the runner would refer to a helper that the page does not have.
    new MutationObserver(() => {
      const now = (field.textContent ?? '').split('~').length - 1
      while (letters < now) {
        letters += 1
        seen.push(performance.timeOrigin + performance.now())
      }
    }).observe(field, { childList: true, characterData: true, subtree: true })
  })
  for (let key = 0; key < keys; key += 1) {
    await writer.keyboard.press('~')
    await reader.waitForFunction((count) => (Reflect.get(globalThis, 'seen') as number[]).length >= count, key + 1)
  }
  return { name: 'Polder, stored before it is passed on', unit: 'ms', samples: await differences(writer, reader) }
}

const differences = async (writer: Page, reader: Page): Promise<number[]> => {
  const pressed = await writer.evaluate(() => Reflect.get(globalThis, 'pressed') as number[])
  const seen = await reader.evaluate(() => Reflect.get(globalThis, 'seen') as number[])
  return seen.map((at, key) => at - (pressed[key] ?? Number.NaN))
}

const throughRelay = async (browser: Browser, server: ServerProcess): Promise<Figure> => {
  const relay = spawn(process.execPath, [fileURLToPath(new URL('relay.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve) =>
    relay.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  )
  // A page without a policy of its own, so that it may open a socket to the relay.
  const open = async (): Promise<Page> => (await browser.newContext({ bypassCSP: true, baseURL: server.url })).newPage()
  const [writer, reader] = [await open(), await open()]
  for (const page of [writer, reader]) {
    await page.goto('/api/health')
    await page.evaluate(async (address) => {
      const socket = new WebSocket(address)
      socket.binaryType = 'arraybuffer'
      const field = document.body.appendChild(document.createElement('p'))
      const [seen, pressed]: [number[], number[]] = [[], []]
      socket.addEventListener('message', () => {
        field.textContent += '~'
        seen.push(performance.timeOrigin + performance.now())
      })
      document.addEventListener('keydown', () => {
        pressed.push(performance.timeOrigin + performance.now())
        socket.send(new Uint8Array(40))
      })
      Object.assign(globalThis, { seen, pressed })
      await new Promise((resolve) => socket.addEventListener('open', resolve))
    }, `ws://127.0.0.1:${port}/`)
  }
  for (let key = 0; key < keys; key += 1) {
    await writer.keyboard.press('~')
    await reader.waitForFunction((count) => (Reflect.get(globalThis, 'seen') as number[]).length >= count, key + 1)
  }
  const samples = await differences(writer, reader)
  relay.kill()
  return { name: 'a relay that stores nothing', unit: 'ms', samples }
}

const browser = await chromium.launch(launch)
const server = await startServerProcess({ env: { LIMIT_IMPORTS_PER_HOUR: '1000' } })
const ours = await throughPolder(browser, server)
const peer = await throughRelay(browser, server)
await browser.close()
await server.stop()
print(ours)
print(peer)
printRatio('an edit seen by another browser', ours, peer)
keep('latency', [ours, peer])
