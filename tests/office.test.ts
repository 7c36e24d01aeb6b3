import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportersOf } from '#export/files.ts'
import type { ExportFormat } from '#protocol/http-schemas.ts'
import { openPdf } from './support/exported-text.ts'
import { exampleFile, importedFrom, longFile, someModels, storedFrom } from './support/imported-source.ts'

// Where no office is installed these are counted as skipped, with this as the reason.
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const reason = office === undefined ? ' (skipped: LibreOffice is not installed here)' : ''

describe.skipIf(office === undefined)(`LibreOffice opens what we write without repair${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'polder-office-'))
  const exporters = exportersOf(someModels)
  const canary = 'canary =1+1 & <b> "x"'
  const file = exampleFile()
  const { source } = storedFrom(importedFrom({ ...file, workspace: { ...asObject(file['workspace']), title: canary } }))
  const wish = { locale: 'nl', names: false, draft: true, panel: true, at: Date.UTC(2026, 10, 24) } as const

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const convert = (name: string, filter: string): void => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, name)]
    execFileSync(office ?? '', args, { stdio: 'ignore', timeout: 120_000 })
  }
  const made = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))

  beforeAll(async () => {
    for (const format of ['odt', 'docx', 'xlsx', 'ods'] satisfies ExportFormat[]) {
      writeFileSync(join(folder, `${format}.${format}`), (await exporters[format](source, wish)).bytes)
    }
  }, 120_000)

  test.each(['odt', 'docx'] as const)(
    '%s becomes pages with its words and pictures',
    { timeout: 180_000 },
    async (format) => {
      convert(`${format}.${format}`, 'pdf')
      const pdf = await openPdf(made(`${format}.pdf`))
      expect(pdf.numPages).toBeGreaterThan(10)
      const words: string[] = []
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent()
        words.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])))
      }
      const text = words.join(' ').replaceAll(/\s+/g, ' ')
      expect(text).toContain(canary)
      for (const found of ['Het probleem', 'Wie hebben ermee te maken', 'Besluiten en acties', 'tegen de radio']) {
        expect(text).toContain(found)
      }
    },
  )

  test.each(['odt', 'docx'] as const)(
    'the report on one page is one page in %s',
    { timeout: 180_000 },
    async (format) => {
      const sources = { short: source, long: storedFrom(importedFrom(longFile())).source }
      for (const [name, each] of Object.entries(sources)) {
        const { bytes } = await exporters[format](each, { ...wish, level: 'page' })
        writeFileSync(join(folder, `${name}-${format}.${format}`), bytes)
        convert(`${name}-${format}.${format}`, 'pdf')
        expect({ name, pages: (await openPdf(made(`${name}-${format}.pdf`))).numPages }).toEqual({ name, pages: 1 })
      }
    },
  )

  test.each(['xlsx', 'ods'] as const)(
    '%s becomes a table of words, and no cell is a formula',
    { timeout: 180_000 },
    (format) => {
      // The fourth sheet, with the words of each cell as they are shown.
      convert(`${format}.${format}`, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,4')
      const csv = new TextDecoder().decode(made(`${format}-Betrokkenen.csv`))
      expect(csv).toContain('sh-ouderen')
      expect(csv).not.toMatch(/#NAME\?|#REF!|Err:/)
    },
  )
})

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
