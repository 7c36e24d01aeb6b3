import { expect, test } from 'vitest'
import { createFailures } from './failures.ts'
import { createQuota } from './quota.ts'

const clockAt = (at: { now: number }) => ({ now: () => at.now, after: () => () => undefined })

test('guesses are counted for each address, and a household of IPv6 is one address', () => {
  const at = { now: 0 }
  const failures = createFailures(clockAt(at), 2, 1000)
  failures.count('2001:db8::1')
  failures.count('2001:db8:0:0:ffff::9')
  failures.count('::ffff:192.0.2.1')
  expect(failures.waitOf('2001:db8::abcd')).toBe(60)
  expect(failures.waitOf('2001:db8:0:1::1')).toBe(0)
  expect(failures.waitOf('::ffff:192.0.2.2')).toBe(0)
  expect(failures.waitOf('192.0.2.1')).toBe(0)
  failures.count('192.0.2.1')
  expect(failures.waitOf('::ffff:192.0.2.1')).toBe(60)
  at.now = 60_000
  expect(failures.waitOf('2001:db8::1')).toBe(0)
})

test('all guesses together have a ceiling for each second', () => {
  const at = { now: 0 }
  const failures = createFailures(clockAt(at), 10, 50)
  let looked = 0
  for (let guess = 0; guess < 10_000; guess += 1) {
    at.now = guess / 10
    const address = `10.${guess % 250}.${Math.floor(guess / 250)}.1`
    if (failures.waitOf(address) > 0) continue
    looked += 1
    failures.count(address)
  }
  expect(looked).toBe(50)
})

test('a quota gives its turns back at its pace', () => {
  const at = { now: 0 }
  const quota = createQuota(clockAt(at), 2, 1000)
  expect([quota.take('ada'), quota.take('ada'), quota.take('bram')]).toEqual([0, 0, 0])
  expect(quota.take('ada')).toBe(1)
  at.now = 500
  expect([quota.take('ada'), quota.take('ada')]).toEqual([0, 1])
})
