import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

/** Builds the page of a peer and serves it on this machine: its address, and how to end it. */
export const servePeer = async (name: 'flow' | 'editor') => {
  const outDir = mkdtempSync(join(tmpdir(), `peer-${name}-`))
  const root = fileURLToPath(new URL(name, import.meta.url))
  await build({ configFile: false, root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error(`the page of ${name} is not served`)
  return { url, close: () => server.close() }
}
