import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { appendProse, plainText, readProse } from './prose.ts'
import { withdrawProse } from './withdraw.ts'

const written = (...parts: readonly string[]) => {
  const fragment = new Y.Doc().getXmlFragment('story')
  for (const part of parts) appendProse(fragment, part)
  return fragment
}
const words = (fragment: Y.XmlFragment) => plainText(readProse(fragment))

test('what was appended goes again, the last time that it stands there, and nothing else', () => {
  const fragment = written('Het is stil', 'De bus reed niet\nop zondag', 'Het is stil', 'Niemand belt')
  expect(withdrawProse(fragment, 'Het is stil')).toBe(true)
  expect(words(fragment)).toBe('Het is stil\nDe bus reed niet\nop zondag\nNiemand belt')
  expect(withdrawProse(fragment, 'De bus reed niet\nop zondag')).toBe(true)
  expect(words(fragment)).toBe('Het is stil\nNiemand belt')
})

test('what somebody changed since stays', () => {
  const fragment = written('Het is stil op zondag')
  expect(withdrawProse(fragment, 'Het is stil')).toBe(false)
  expect(withdrawProse(fragment, '')).toBe(false)
  expect(words(fragment)).toBe('Het is stil op zondag')
})
