/** A piece of HTML as somebody pasted it: words, or the start or end of an element, names in lower case. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attribute: (name: string) => string }
  | { readonly kind: 'close'; readonly name: string }

// What is never words: styles, scripts, and the properties that Word sends along.
const silent = new Set(['style', 'script', 'title', 'xml', 'template', 'noscript', 'svg', 'math', 'object', 'select'])

/**
 * Reads HTML as a row of tokens without building a page from it, so that nothing in it can run or load. Never fails:
 * what is no markup is words. Takes time in proportion to the length.
 */
export function* tokensOf(html: string): Generator<Token> {
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const start = lower.indexOf('<', at)
    const end = start < 0 ? -1 : endOfTag(lower, start)
    // Without a closing bracket further on, the rest is words.
    if (end < 0) {
      yield { kind: 'text', text: decoded(html.slice(at)) }
      return
    }
    if (start > at) yield { kind: 'text', text: decoded(html.slice(at, start)) }
    const name = /^<\/?([a-z][a-z0-9:-]*)/.exec(lower.slice(start, start + 40))?.[1]
    const isClosing = lower[start + 1] === '/'
    at = end
    if (name === undefined) {
      // A lone "<" as in "3 < 4" is words; comments and declarations are nothing.
      if (!/[!?/]/.test(lower[start + 1] ?? '')) {
        yield { kind: 'text', text: '<' }
        at = start + 1
      }
    } else if (isClosing) yield { kind: 'close', name }
    else if (silent.has(name)) at = afterElement(lower, name, end)
    else yield { kind: 'open', name, attribute: attributeIn(html.slice(start, end)) }
  }
}

const endOfTag = (lower: string, start: number): number => {
  if (lower.startsWith('<!--', start)) {
    const end = lower.indexOf('-->', start)
    return end < 0 ? lower.length : end + 3
  }
  let quote = ''
  // A tag is short; a quote that is never closed must not swallow the words behind it.
  const last = Math.min(lower.length, start + longestTag)
  for (let at = start + 1; at < last; at += 1) {
    const letter = lower[at] ?? ''
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at + 1
  }
  const plain = lower.indexOf('>', start)
  return plain < 0 ? -1 : plain + 1
}
const longestTag = 4000

const afterElement = (lower: string, name: string, from: number): number => {
  const close = lower.indexOf(`</${name}`, from)
  const end = close < 0 ? -1 : lower.indexOf('>', close)
  return end < 0 ? from : end + 1
}

const attributeIn =
  (tag: string) =>
  (name: string): string => {
    const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag)
    return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
  }

const named: { readonly [name: string]: string | undefined } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  euro: '€',
  shy: '',
  eacute: 'é',
  egrave: 'è',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  ccedil: 'ç',
}

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
  })
