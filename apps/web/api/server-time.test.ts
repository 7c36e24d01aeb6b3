import { expect, test } from 'vitest'
import { createServerTime } from './server-time.ts'

const day = 24 * 60 * 60 * 1000
const server = Date.parse('2026-03-12T09:30:00Z')

test.each([0, day, -day])('a device whose clock is %s ms off shows the time of the server', (off) => {
  const time = createServerTime(() => server + off + 5000)
  // Asked at 09:30:00, answered 200 ms later.
  time.learn({ sentAt: server + off, receivedAt: server + off + 200, serverTime: server + 100 })
  expect(time.now()).toBe(server + 5000)
})

test('a slow answer does not spoil a quick one', () => {
  let now = server
  const time = createServerTime(() => now)
  time.learn({ sentAt: now, receivedAt: now + 20, serverTime: now + 10 })
  now += 1000
  // All of the way was on the way back, so its middle is off by two seconds.
  time.learn({ sentAt: now, receivedAt: now + 4000, serverTime: now })
  expect(time.now()).toBe(now)
})

test('a clock that is set while the page is open is noticed', () => {
  let now = server
  const time = createServerTime(() => now)
  time.learn({ sentAt: now, receivedAt: now + 20, serverTime: server + 10 })
  now += day
  time.learn({ sentAt: now, receivedAt: now + 300, serverTime: server + 150 })
  expect(time.now()).toBe(server)
})

test('an old reading gives way to a newer one', () => {
  let now = server
  const time = createServerTime(() => now)
  time.learn({ sentAt: now, receivedAt: now + 20, serverTime: now + 10 })
  now += 6 * 60_000
  time.learn({ sentAt: now, receivedAt: now + 60, serverTime: now + 30 + 40 })
  expect(time.now()).toBe(now + 40)
})
