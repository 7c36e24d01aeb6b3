import { cleanText } from '#kernel/clean-text.ts'

/** Text as it may stand in XML 1.0, in an attribute too. */
export const xmlText = (text: string): string =>
  cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Running text of ODF: lines and tabs are elements, and so are spaces after the first of several. */
export const odfText = (text: string): string =>
  xmlText(text)
    .replaceAll(/^ | (?= )| $/g, '<text:s/>')
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')

const names = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['number', 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['loext', 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
] as const

/** One part of an OpenDocument file: its root element with every name space that we use. */
export const odfPart = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${names
    .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
    .join(' ')} office:version="1.3">${inner}</office:${root}>`
