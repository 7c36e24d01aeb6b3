import { describe, expect, test } from 'vitest'
import { addressesOf } from './addresses.ts'
import { readConfig } from './config.ts'

describe('the environment', () => {
  test('may say nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      dataDir: './data',
      publicUrl: undefined,
      createCode: undefined,
      sync: 'full',
    })
    expect(readConfig({ CREATE_CODE: ' ', HOST: '' })).toMatchObject({ createCode: undefined, host: undefined })
  })

  test.each([
    [{ PORT: 'four' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ PUBLIC_URL: 'polder.example' }, /PUBLIC_URL/],
    [{ PUBLIC_URL: 'https://polder.example/app' }, /PUBLIC_URL/],
    [{ LIMIT_PARTICIPANTS: '-1' }, /LIMIT_PARTICIPANTS/],
  ])('is refused in plain words when %o', (env, words) => {
    expect(() => readConfig(env)).toThrow(words)
  })
})

describe('the server’s own addresses', () => {
  const of = (env: Record<string, string>) => addressesOf(readConfig(env), 4000)

  test('are exactly the public one when there is one', () => {
    const addresses = of({ PUBLIC_URL: 'https://polder.example/' })
    expect(addresses.all).toEqual(['https://polder.example'])
    expect(addresses.secure).toBe(true)
    expect(addresses.sockets).toEqual(['wss://polder.example'])
    for (const origin of [
      'https://polder.example.evil',
      'http://polder.example',
      'https://polder.example:444',
      'null',
      'http://localhost:4000',
    ])
      expect(addresses.isOurs(origin)).toBe(false)
  })

  test('are this machine’s own with the port, and those of a development server', () => {
    const addresses = of({ EXTRA_ORIGINS: 'http://localhost:5173' })
    expect(addresses.secure).toBe(false)
    for (const origin of [
      'http://localhost:4000',
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
      'http://localhost:5173',
    ])
      expect(addresses.isOurs(origin)).toBe(true)
    expect(addresses.isOurs('http://localhost:4001')).toBe(false)
    expect(addresses.all).not.toContain('http://localhost:5173')
  })
})
