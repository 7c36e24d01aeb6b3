import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, say } from './process.mjs'

/** Serves the built product from this very process and says where, as soon as it answers. */
export const serve = async () => {
  const port = Number(process.env.PORT ?? 4000)
  const host = process.env.HOST
  await assertFree(port, host)
  process.env.NODE_ENV = 'production'
  process.setSourceMapsEnabled(true)
  const main = join(root, 'dist', 'server', 'main.js')
  if (!existsSync(main)) throw new Error('The server was not built: dist/server/main.js is missing.')
  endWithParent()
  await import(pathToFileURL(main).href)
  const name = !host || host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const address = `http://${name}:${port}`
  await answering(`${address}/api/health`)
  say(`\nPolder is ready: open ${address} in your browser.`)
  say(`What people write is kept in ${process.env.DATA_DIR ?? './data'}. Stop with Ctrl+C.\n`)
}

// npm that is told to stop does not tell the program that it started.
const endWithParent = () => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

const assertFree = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const reasons = {
        EADDRINUSE: `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        EACCES: `Port ${port} may not be used without more rights. Choose another port: PORT=4000 npm start`,
      }
      reject(new Error(reasons[error.code] ?? `Port ${port} cannot be used: ${error.message}`))
    })
    probe.listen({ port, host }, () => probe.close(resolve))
  })

const answering = async (address) => {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server does not answer at ${address}.`)
}
