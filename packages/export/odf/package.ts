import { strToU8, zipSync, type Zippable } from 'fflate'
import { zipDay } from '../zip-day.ts'
import { odfPart, xmlText } from './xml.ts'

export type OdfType = 'text' | 'spreadsheet'

/** The parts of an OpenDocument file: what it says, how it looks, and its pictures by their path. */
export type OdfParts = {
  readonly content: string
  readonly styles: string
  readonly title: string
  readonly subject: string
  readonly language: string
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Puts the parts together; its type stands first and bare, so that programs know it without unpacking. */
export const odfPackage = (type: OdfType, parts: OdfParts, at: number): Uint8Array => {
  const media = `application/vnd.oasis.opendocument.${type}`
  const files: Zippable = {
    mimetype: [strToU8(media), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestOf(media, [...parts.pictures.keys()])),
    'content.xml': strToU8(odfPart('document-content', parts.content)),
    'styles.xml': strToU8(odfPart('document-styles', parts.styles)),
    'meta.xml': strToU8(odfPart('document-meta', metaOf(parts, at))),
  }
  for (const [path, bytes] of parts.pictures) files[path] = [bytes, { level: 0 }]
  return zipSync(files, { level: 6, mtime: zipDay(at) })
}

const metaOf = ({ title, subject, language }: OdfParts, at: number): string => {
  const stamp = new Date(at).toISOString().slice(0, 19)
  return [
    '<office:meta>',
    '<meta:generator>Polder</meta:generator>',
    `<dc:title>${xmlText(title)}</dc:title>`,
    `<dc:subject>${xmlText(subject)}</dc:subject>`,
    `<dc:language>${language}</dc:language>`,
    '<meta:initial-creator>Polder</meta:initial-creator>',
    `<meta:creation-date>${stamp}</meta:creation-date><dc:date>${stamp}</dc:date>`,
    '</office:meta>',
  ].join('')
}

const manifestOf = (media: string, pictures: readonly string[]): string => {
  const entries = [
    ['/', media],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    ...pictures.map((path) => [path, path.endsWith('.jpg') ? 'image/jpeg' : 'image/png']),
  ]
  const lines = entries.map(
    ([path, type]) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"${path === '/' ? ' manifest:version="1.3"' : ''}/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${lines.join('')}</manifest:manifest>`
}
