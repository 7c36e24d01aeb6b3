import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { writeExample } from '../example.ts'
import { shape } from '../shape.ts'
import { calendarOf } from './calendar.ts'

const words = { begins: 'Begin', ends: 'Eind', latest: 'Uiterste datum', review: 'Kijkmoment' }

test('steps and days come out as whole days, the end the morning after, under ids that stay the same', () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => {
    writeExample(draft)
    draft.reviewDates.set(['2026-11-20'])
  })
  const file = calendarOf(document.content(), 'ex-1', words) ?? ''
  const lines = file.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n')
  expect(lines).toContain('SUMMARY:Beginmeting')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261012')
  expect(lines).toContain('DTEND;VALUE=DATE:20261017')
  expect(lines).toContain('UID:st-begin@polder')
  expect(lines).toContain('UID:ex-1-review-2026-11-20@polder')
  expect(lines).toContain('SUMMARY:Het vrije kwartier: Kijkmoment')
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(5)
})

test('a plan without days makes a calendar without events', () => {
  const document = openDocument(new Y.Doc(), shape)
  expect(calendarOf(document.content(), 'ex-1', words)).toContain('BEGIN:VCALENDAR')
})
