import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limitTable } from '#protocol/limits.ts'

const root = new URL('../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

/** The limits as the README shows them. */
const table = [
  '| variable | default | unit |',
  '|---|---|---|',
  ...Object.values(limitTable).map(({ env, value, unit }) => `| \`${env}\` | ${value} | ${unit} |`),
].join('\n')

test('shows every limit as it is', () => {
  expect(readme).toContain(`<!-- limits -->\n\n${table}\n`)
})

test('names only commands and files that are there', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const [, name = ''] of readme.matchAll(/`npm run (\w+)/g)) expect(Object.keys(scripts)).toContain(name)
  for (const [, path = ''] of readme.matchAll(/\((apps\/[^)]+|LICENSE)\)/g))
    expect([path, existsSync(new URL(path, root))]).toEqual([path, true])
})
