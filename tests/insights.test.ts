import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { browserOf } from './support/caller.ts'
import { exampleFile } from './support/imported-source.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ readWorkspaceFile: (file) => readWorkspaceFile(file, models) })
})
afterAll(() => server.stop())

const insightsOfExample = async () => {
  const lead = browserOf(server)
  const { body } = await lead.call('importWorkspace', { query: {}, body: exampleFile() })
  const workspace = body.workspace.id
  await server.app.settled()
  return (await lead.call('insights', { params: { workspace } })).body
}

test('ballots are told by result, with groups that are too small together', async () => {
  const { ballots } = await insightsOfExample()
  expect(ballots).toMatchObject({
    'ba-1': {
      n: 16,
      groups: [
        { perspectives: ['resident'], n: 7 },
        { perspectives: ['professional', 'policy'], n: 9 },
      ],
      options: { 'fo-101': { total: 21, verdict: 'shared' } },
    },
    'ba-2': { passes: false, opposed: 1, options: { 'fo-105': { median: 2, min: 1, max: 6 } } },
    'ba-3': { options: { 'idea-3': { total: 4, verdict: 'minority' }, 'idea-5': { total: 4, verdict: 'little' } } },
    'ba-4': { passes: true, options: { yes: { median: 4 } } },
    'ba-5': { n: 11, rounds: [{ round: 1, opposed: 1 }], options: { prop: { verdict: 'shared' } } },
  })
  expect(JSON.stringify(ballots)).not.toMatch(/"p-\d/)
})

// Counted by hand from the file: 16 contributors made 111 of its items (residents 37, professionals 39, policy 35).
test('participation counts contributors who were there, and what of theirs lives on', async () => {
  const { participation } = await insightsOfExample()
  expect(participation).toMatchObject({
    present: 16,
    contributions: 111,
    heard: { resident: 7, professional: 5, policy: 4 },
    parity: {
      resident: expect.closeTo(37 / 111 / (7 / 16), 6) as number,
      professional: expect.closeTo(39 / 111 / (5 / 16), 6) as number,
      policy: expect.closeTo(35 / 111 / (4 / 16), 6) as number,
    },
    evenness: expect.closeTo(0.962_364_6, 6) as number,
    uptake: {
      resident: expect.closeTo(5 / 37, 6) as number,
      professional: expect.closeTo(4 / 39, 6) as number,
      policy: expect.closeTo(3 / 35, 6) as number,
    },
    sessions: {
      'se-1': {
        ownJudgement: {
          'exq-1': {
            n: 16,
            median: 4,
            groups: [
              { n: 7, median: 4 },
              { n: 9, median: 4 },
            ],
          },
        },
      },
    },
  })
})
