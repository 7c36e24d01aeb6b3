import { expect, test } from 'vitest'
import { readLetter } from './read-letter.ts'

const letter = { title: 'T', question: 'V?', language: 'nl', date: '1 mei', notice: 'n' }

test('a letter is read block by block, and what this page does not know is passed over', () => {
  const blocks = [
    { type: 'heading', level: 1, text: 'Kop' },
    { type: 'note', tone: 'plain', runs: [{ text: 'a', bold: true }] },
    { type: 'quote', runs: [{ text: 'b' }], source: 'Bewoner' },
    { type: 'list', ordered: false, items: [{ runs: [{ text: 'c', italic: true }] }, {}] },
    { type: 'hologram', runs: [{ text: 'd' }] },
    7,
  ]
  expect(readLetter({ ...letter, blocks })).toEqual({
    ...letter,
    blocks: [
      { type: 'heading', text: 'Kop' },
      { type: 'paragraph', runs: [{ text: 'a', bold: true, italic: false }] },
      { type: 'quote', runs: [{ text: 'b', bold: false, italic: false }], source: 'Bewoner' },
      { type: 'list', items: [[{ text: 'c', bold: false, italic: true }], []] },
    ],
  })
})

test.each([null, 7, {}, { ...letter }, { ...letter, language: 'xx', blocks: [] }])('%j is no letter', (answer) => {
  expect(readLetter(answer)).toBeNull()
})
