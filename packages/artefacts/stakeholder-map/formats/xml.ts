import { cleanText } from '#kernel/clean-text.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { bounds } from './bounds.ts'

/** One element of XML. Names stand without their prefix; `text` is what stands directly in it. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

export type XmlRefusal = 'not-readable' | 'too-large' | 'has-doctype'

type Open = { name: string; full: string; attributes: Map<string, string>; children: XmlElement[]; text: string }

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(!DOCTYPE)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/giy

/**
 * Reads XML of which nothing is fetched or expanded: no document types, so no entities but the five of XML itself and
 * numbers, and no more elements than a map can use.
 */
export const readXml = (source: string): Result<XmlElement, XmlRefusal> => {
  const root: Open = { name: '', full: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [root]
  let [at, count] = [source.startsWith('\ufeff') ? 1 : 0, 0]
  while (at < source.length) {
    token.lastIndex = at
    const found = token.exec(source)
    if (!found) return refuse('not-readable')
    at = token.lastIndex
    const [whole, data, doctype, closes, opens, attributes = '', selfClosing] = found
    const here = stack.at(-1) ?? root
    if (doctype !== undefined) return refuse('has-doctype')
    if (opens !== undefined) {
      count += 1
      if (count > bounds.elements || stack.length > bounds.depth) return refuse('too-large')
      const own = opened(opens, attributes)
      here.children.push(own)
      if (selfClosing === '') stack.push(own)
    } else if (closes !== undefined) {
      if (here === root || here.full !== closes) return refuse('not-readable')
      stack.pop()
    } else if (data !== undefined) here.text += data
    else if (!whole.startsWith('<')) here.text += unescapeXml(whole)
  }
  const [only, ...others] = root.children
  return stack.length === 1 && only && others.length === 0 && root.text.trim() === ''
    ? ok(only)
    : refuse('not-readable')
}

const opened = (full: string, attributes: string): Open => {
  const own = new Map<string, string>()
  for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g))
    own.set(withoutPrefix(name), unescapeXml(value.slice(1, -1)))
  return { name: withoutPrefix(full), full, attributes: own, children: [], text: '' }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
        (whole, hex?: string, number?: string, name?: string) => {
          if (name !== undefined) return named[name] ?? whole
          const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
          return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
            ? String.fromCodePoint(point)
            : ''
        },
      )
    : text

/** Text for XML: what it does not allow falls away, so that one odd letter never makes a whole file unreadable. */
export const escapeXml = (text: string): string =>
  cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A reader must be told to keep these.
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The first element of a name, however deep. */
export const firstIn = (element: XmlElement, name: string): XmlElement | undefined => {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = firstIn(child, name)
    if (found) return found
  }
  return undefined
}

/** All words in an element and what it holds, in their order of elements. */
export const textIn = (element: XmlElement): string => element.text + element.children.map(textIn).join('')
