import { chromium, type Page } from '@playwright/test'
import { addLine } from '#artefacts/problem-statement/line-commands.ts'
import { mainOf } from '#artefacts/problem-statement/queries.ts'
import { shape } from '#artefacts/problem-statement/shape.ts'
import { addWhy } from '#artefacts/problem-statement/why-commands.ts'
import { addEvidence, evidenceShape } from '#domain/evidence.ts'
import { joinAs, saved } from '../journeys/people.ts'
import { makeWorkspace, until, type OpenDocument } from '../support/live-server.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, print, printRatio, type Figure } from './figures.ts'
import { costOfKeys } from './main-thread.ts'
import { servePeer } from './peers/serve.ts'

// A problem with 200 pieces of evidence and 60 causes: how long until it stands on the screen whole, and what a key costs
// in it while ten others write in the same problem through sockets of their own.

const openings = 9
const keys = 200
const writers = 10
const evidence = 200
const causes = 60
/** Each of the others types this often; together they write fifty letters a second. */
const everyMs = 200

const server = await startServerProcess({ env: { LIMIT_JOINS_PER_MINUTE: '1000' } })
const { ada, join, workspace, artefact } = await makeWorkspace(server)
const documentId = artefact('problem-statement')
const author = { perspective: 'resident' }

const fill = async (): Promise<void> => {
  const register = ada.open('evidence', evidenceShape)
  const statement = ada.open(documentId, shape)
  for (const { connection } of [register, statement]) await until(connection, () => connection.status().canWrite)
  const ids = register.document.change(author, (draft) =>
    Array.from({ length: evidence }, (_, at) =>
      addEvidence(draft, {
        text: `Uitspraak ${at}: op zondag praat ik alleen tegen de radio, en die praat tenminste terug.`,
        kind: at % 3 === 0 ? 'quote' : 'observation',
        sourceKind: at % 2 === 0 ? 'resident' : 'professional',
        sourceLabel: `Bewoner, ${60 + (at % 30)} jaar`,
        world: 'lived',
      }),
    ),
  )
  statement.document.change(author, (draft) => {
    const id = mainOf(statement.document.content())?.id ?? ''
    const problem = draft.problems.get(id)
    ids.forEach((each) => problem?.evidenceIds.add(each))
    problem?.whatHappens.append('Ouderen zien elke week andere hulpen. Voor een gesprek is geen tijd.')
    let parentId: string | null = null
    for (let at = 0; at < causes; at += 1) {
      const place: { readonly parentId: string | null } = { parentId: at % 3 === 0 ? null : parentId }
      const added = addWhy(draft, 'causes', id, { text: `Oorzaak ${at}`, evidenceIds: ids.slice(at, at + 2) }, place)
      if (added.ok && at % 3 === 0) parentId = added.value
    }
    for (let at = 0; at < writers; at += 1) addLine(draft, id, { world: 'lived', text: `Punt ${at}` })
  })
  for (const { connection } of [register, statement])
    await until(connection, () => connection.status().state === 'saved')
  register.close()
  statement.close()
}

const fully = async (page: Page): Promise<void> => {
  // The register shows its first quotes and says how many there are in all.
  await page.locator('#quotes li').nth(11).waitFor()
  await page.locator('#quotes').getByText(String(evidence)).first().waitFor()
  await page
    .locator('[data-why]')
    .nth(causes - 1)
    .waitFor()
  await page.locator('#scale').waitFor()
}

/** From asking for the page in a tab that has the code already until the whole problem stands there. */
const opening = async (page: Page): Promise<Figure> => {
  const samples: number[] = []
  for (let at = 0; at < openings; at += 1) {
    await page.goto(`${server.url}/w/${workspace}`)
    await saved(page)
    const start = performance.now()
    await page.goto(`${server.url}/w/${workspace}/a/${documentId}`)
    await fully(page)
    samples.push(performance.now() - start)
  }
  return { name: `a problem with ${evidence} pieces of evidence and ${causes} causes, opened`, unit: 'ms', samples }
}

/** Everybody else types at the end of a point of their own. */
const othersWrite = async (): Promise<() => void> => {
  const open: OpenDocument<typeof shape>[] = []
  const timers: NodeJS.Timeout[] = []
  for (let at = 0; at < writers; at += 1) {
    const person = await join(`Schrijver ${at}`)
    const opened = person.open(documentId, shape)
    await until(opened.connection, () => opened.connection.status().canWrite)
    const id = opened.document.content().lines[at]?.id ?? ''
    const type = () =>
      opened.document.change(author, (draft) => {
        const text = draft.lines.get(id)?.text
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

/** Types two hundred letters in the first field of the page. */
const typing = async (page: Page, when: string): Promise<readonly Figure[]> => {
  await page.getByRole('textbox', { name: 'Wat gebeurt er?' }).first().click()
  await page.locator('[contenteditable=true]').first().waitFor()
  return typed(page, when)
}

const typed = async (page: Page, when: string): Promise<readonly Figure[]> => {
  const words = 'abcdefghij '.repeat(Math.ceil(keys / 11)).slice(0, keys)
  const figures = await costOfKeys(browser, page, () => page.keyboard.type(words, { delay: 40 }))
  return figures.map((figure) => ({ ...figure, name: `${when}: ${figure.name}` }))
}

/** The same letters in the bare editor: what the library and the browser take by themselves. */
const typingInPeer = async (): Promise<readonly Figure[]> => {
  const peer = await servePeer('editor')
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(peer.url)
  await page.locator('[contenteditable=true]').click()
  const figures = await typed(page, 'plain editor')
  await peer.close()
  return figures
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
const peers = await typingInPeer()
await browser.close()
await server.stop()
for (const figure of [...figures, ...peers]) print(figure)
for (const peer of peers) {
  const what = peer.name.replace('plain editor: ', '')
  const ours = figures.find(({ name }) => name === `alone: ${what}`)
  if (ours) printRatio(ours.name, ours, peer)
}
keep('problem', figures)
