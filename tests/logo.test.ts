import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { deflateSync, inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportersOf } from '#export/files.ts'
import { readPng } from '#export/logo.ts'
import { snapshotOf } from '#export/projection.ts'
import { writeWorkspaceFile } from '#export/workspace-file/write-file.ts'
import { browserOf } from './support/caller.ts'
import { openPdf } from './support/exported-text.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from './support/imported-source.ts'
import { chunk, pngOf } from './support/png.ts'
import { startServer, type TestServer } from './support/test-server.ts'

const timeout = 60_000
const words = 'Gemeente “Veldermeer” <b>'
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const picture = pngOf({ width: 400, height: 100 })
const text = (words: string) => new TextEncoder().encode(words)

describe('a picture', () => {
  test('is written anew from its pixels, and written once more is the same', () => {
    const made = pngOf({ width: 40, height: 10, before: [['sRGB', new Uint8Array([0])]] })
    const read = readPng(made)
    if (!read.ok) throw new Error(read.reason)
    expect(read.value).toMatchObject({ width: 40, height: 10 })
    expect(strFromU8(read.value.bytes, true)).not.toContain('sRGB')
    expect(pixelsOf(read.value.bytes)).toEqual(pixelsOf(made))
    expect(readPng(read.value.bytes)).toEqual(read)
  })

  test.each([
    ['empty', new Uint8Array(), 'no-picture'],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-picture'],
    ['HTML behind its end', pngOf({ width: 4, height: 4, after: text('<script>1</script>') }), 'no-picture'],
    ['words in it', pngOf({ width: 4, height: 4, before: [['tEXt', text('a\0b')]] }), 'no-picture'],
    ['a place in it', pngOf({ width: 4, height: 4, before: [['eXIf', text('MM')]] }), 'no-picture'],
    ['something that must be known', pngOf({ width: 4, height: 4, before: [['ABCD', text('x')]] }), 'no-picture'],
    ['a second head', pngOf({ width: 4, height: 4, before: [['IHDR', new Uint8Array(13)]] }), 'no-picture'],
    ['a palette', pngOf({ width: 4, height: 4, head: [8, 3, 0, 0, 0] }), 'no-picture'],
    ['sixteen bits', pngOf({ width: 4, height: 4, head: [16, 6, 0, 0, 0] }), 'no-picture'],
    ['rows out of order', pngOf({ width: 4, height: 4, head: [8, 6, 0, 0, 1] }), 'no-picture'],
    ['no pixels', pngOf({ width: 0, height: 4 }), 'no-picture'],
    ['too wide', pngOf({ width: 801, height: 4 }), 'too-large'],
    ['too high', pngOf({ width: 4, height: 321 }), 'too-large'],
    ['a flood of pixels', pngOf({ width: 60_000, height: 60_000, rows: new Uint8Array(1) }), 'too-large'],
    ['too few rows', pngOf({ width: 4, height: 4, rows: new Uint8Array(17 * 3) }), 'no-picture'],
    ['too many rows', pngOf({ width: 4, height: 4, rows: new Uint8Array(5_000_000) }), 'no-picture'],
    ['an unknown filter', pngOf({ width: 4, height: 1, rows: new Uint8Array(17).fill(9) }), 'no-picture'],
    ['too many bytes', pngOf({ width: 4, height: 4, before: [['iCCP', new Uint8Array(9000)]] }), 'too-heavy'],
  ] as const)('with %s is refused', (_, bytes, reason) => {
    expect(readPng(bytes, 8000)).toEqual({ ok: false, reason })
  })

  test('that is cut or changed at any place is refused, or gives a picture of the same size', () => {
    fc.assert(
      fc.property(fc.nat(picture.length - 1), fc.nat(254), fc.boolean(), (at, change, cut) => {
        const broken = cut
          ? picture.slice(0, at)
          : picture.map((byte, n) => (n === at ? (byte + change + 1) % 256 : byte))
        const read = readPng(broken)
        expect(read.ok ? [read.value.width, read.value.height] : read.reason).toBe('no-picture')
      }),
      { numRuns: 500, verbose: 1 },
    )
  })
})

/** The pixels of a PNG of ours, which has one chunk with them. */
const pixelsOf = (png: Uint8Array): Buffer => {
  const bytes = Buffer.from(png)
  const at = bytes.indexOf('IDAT')
  return inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
}

describe('a report with a logo', () => {
  const withLogo = { ...exampleFile(), logo: { png: base64(picture), alternative: words } }
  const { source } = storedFrom(importedFrom(withLogo))
  const exporters = exportersOf(someModels)
  const wish = { locale: 'nl', names: false, draft: false, at: Date.UTC(2026, 10, 25) } as const
  const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
  const said = 'Gemeente “Veldermeer” &lt;b&gt;'

  test(
    'has it in HTML, Word, OpenDocument and PDF with its words, and points nowhere for it',
    { timeout },
    async () => {
      const html = strFromU8((await exporters.html(source, wish)).bytes)
      expect(html).toContain(`<img src="data:image/png;base64,`)
      expect(html).toContain(`alt="${said}"`)
      const docx = (await exporters.docx(source, wish)).bytes
      expect(part(docx, 'word/document.xml')).toContain(`descr="${said}"`)
      expect(
        Object.keys(unzipSync(docx))
          .flatMap((name) => part(docx, name))
          .join(''),
      ).not.toContain('TargetMode="External"')
      const odt = (await exporters.odt(source, wish)).bytes
      expect(part(odt, 'content.xml')).toContain(`<svg:desc>${said}</svg:desc>`)
      expect([...(unzipSync(odt)['Pictures/logo.png'] ?? [])]).toEqual([...(readPictured() ?? [])])
      const page = await (await openPdf((await exporters.pdf(source, wish)).bytes)).getPage(1)
      expect(JSON.stringify(await page.getStructTree())).toContain('Gemeente “Veldermeer” <b>')
    },
  )

  const readPictured = () => {
    const read = readPng(picture)
    return read.ok ? read.value.bytes : null
  }

  test('leaves with the workspace and comes back the same; a logo that is none is kept, and drawn nowhere', () => {
    const filed = (file: unknown) =>
      writeWorkspaceFile(
        snapshotOf(storedFrom(importedFrom(file)).source, { audience: 'backup', names: true }),
        someModels,
      )
    const once = filed(withLogo)
    expect(once['logo']).toEqual({ png: base64(readPictured() ?? new Uint8Array()), alternative: words })
    expect(filed(once)).toEqual(once)
    const bad = { ...exampleFile(), logo: { png: base64(text('<svg/>')), alternative: words } }
    expect(snapshotOf(storedFrom(importedFrom(bad)).source, { audience: 'backup', names: true }).logo).toBeNull()
    expect(filed(bad)['logo']).toEqual(bad.logo)
    expect(
      snapshotOf(source, { audience: 'shared', names: false }).records.map(({ collection }) => collection),
    ).not.toContain('logo')
  })
})

describe('the routes of a logo', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000', LIMIT_LOGO_BYTES: '4000' } })
  })
  afterAll(() => server.stop())

  test('keep one, tell why not at its field, and take it away', async () => {
    const ada = browserOf(server)
    const { body: made } = await ada.call('createWorkspace', { body: { title: 'A', language: 'nl' } })
    const params = { workspace: made.workspace.id }
    expect((await ada.call('logo', { params })).body).toEqual({ logo: null })
    for (const width of [400, 200]) {
      const body = { png: base64(pngOf({ width, height: 100 })), alternative: ` ${words} ` }
      await ada.call('putLogo', { params, body })
      expect((await ada.call('logo', { params })).body.logo).toMatchObject({ width, height: 100, alternative: words })
    }
    const errorsOf = async (body: { readonly png: string; readonly alternative: string }) =>
      (await ada.call('putLogo', { params, body })).problem.errors
    expect(await errorsOf({ png: 'no base64!', alternative: words })).toEqual([{ field: 'png', code: 'no-picture' }])
    expect(await errorsOf({ png: base64(pngOf({ width: 900, height: 1 })), alternative: words })).toEqual([
      { field: 'png', code: 'too-large' },
    ])
    const heavy = Buffer.concat([picture.slice(0, 8), chunk('sRGB', deflateSync(picture)), Buffer.alloc(5000)])
    expect(await errorsOf({ png: base64(heavy), alternative: words })).toEqual([{ field: 'png', code: 'too-heavy' }])
    expect(await errorsOf({ png: base64(picture), alternative: ' ' })).toEqual([
      { field: 'alternative', code: 'too-small' },
    ])
    expect((await ada.call('logo', { params })).body.logo).toMatchObject({ width: 200 })
    expect((await ada.call('removeLogo', { params })).status).toBe(200)
    expect((await ada.call('logo', { params })).body).toEqual({ logo: null })
  })
})
