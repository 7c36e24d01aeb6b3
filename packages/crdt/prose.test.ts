import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import {
  appendProse,
  isSafeLink,
  plainText,
  proseFromJson,
  proseOf,
  proseToJson,
  readProse,
  type Prose,
} from './prose.ts'

const fragment = () => new Y.Doc().getXmlFragment('words')
const rich: Prose = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Elke ' },
        { type: 'text', text: 'week', marks: [{ type: 'bold' }] },
      ],
    },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'punt' }] }] }],
    },
  ],
}

describe('prose', () => {
  test('comes back from a shared type as it went in', () => {
    const words = fragment()
    appendProse(words, rich)
    expect(readProse(words)).toEqual(rich)
    expect(plainText(rich)).toBe('Elke week\npunt')
  })

  test('stands in a file as a string when it is plain, else as JSON', () => {
    expect(proseToJson(proseOf('een\ntwee'))).toBe('een\ntwee')
    expect(proseToJson(rich)).toBe(rich)
    expect(proseFromJson('een\ntwee')).toEqual(proseOf('een\ntwee'))
    expect(proseFromJson(structuredClone(rich))).toEqual(rich)
  })

  test.each([
    ['an unknown block', { type: 'doc', content: [{ type: 'script' }] }],
    [
      'a script link',
      {
        type: 'doc',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
      },
    ],
    ['a number', 5],
  ])('refuses %s from a file', (_, raw) => {
    expect(proseFromJson(raw)).toBeUndefined()
  })

  test('drops unsafe links and unknown marks that stand in a document', () => {
    const words = fragment()
    const paragraph = new Y.XmlElement('paragraph')
    const run = new Y.XmlText()
    paragraph.insert(0, [run])
    words.insert(0, [paragraph])
    run.insert(0, 'klik', { link: { href: 'javascript:alert(1)' }, blink: {} })
    expect(readProse(words).content[0]?.content).toEqual([{ type: 'text', text: 'klik' }])
  })

  test.each([
    ['https://example.org', true],
    ['mailto:a@example.org', true],
    ['data:text/html,x', false],
    ['JavaScript:alert(1)', false],
    [null, false],
  ])('%s is a safe link: %s', (href, safe) => {
    expect(isSafeLink(href)).toBe(safe)
  })
})
