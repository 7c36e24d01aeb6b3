import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isJsonObject, jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from '../../../tests/support/imported-source.ts'
import { snapshotOf } from '../projection.ts'
import { readWorkspaceFile } from './read-file.ts'
import { writeWorkspaceFile } from './write-file.ts'

const writtenFrom = (file: unknown, wish: Parameters<typeof snapshotOf>[1] = { audience: 'backup', names: true }) => {
  const imported = importedFrom(file)
  const stored = storedFrom(imported)
  return { imported, ...stored, written: writeWorkspaceFile(snapshotOf(stored.source, wish), someModels) }
}

const bytesOf = (documents: ReadonlyMap<string, Y.Doc>): string =>
  [...documents.values()].map((ydoc) => new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(ydoc))).join('\n')

describe('the example', () => {
  const { imported, documents, written, source } = writtenFrom(exampleFile())

  test('comes in whole: documents, rows, and little that has no place', () => {
    expect(imported.title).toBe('Samen minder alleen in Waterhof')
    expect(imported.people).toHaveLength(18)
    expect(imported.people.filter(({ canRecord }) => canRecord).map(({ id }) => id)).toEqual(['p-18'])
    expect(imported.sessions.map(({ id }) => id)).toEqual(['se-1', 'se-2'])
    expect(source.workspace.activities).toHaveLength(
      jsonObjects(exampleFile()['sessions'])
        .flatMap(({ stages = null }) => jsonObjects(stages))
        .flatMap(({ activities = null }) => jsonObjects(activities)).length,
    )
    const { choice, voted, estimate, exit_answer, record } = imported.rows
    expect(choice).toHaveLength(16 * 4 + 11 * 2)
    expect(voted).toHaveLength(choice.length)
    expect(new Set(choice.map(({ receipt_hash }) => receipt_hash)).size).toBe(choice.length)
    expect(estimate.length).toBeGreaterThan(20)
    expect(exit_answer).toHaveLength(16 * 3)
    expect(record.filter(({ collection }) => collection === 'decisions').map(({ id }) => id)).toEqual([
      'de-1',
      'de-2',
      'de-3',
    ])
    const known = [
      'fictional',
      'notice',
      'asOf',
      'demoNote',
      'workspace/status',
      'workspace/privacy',
      'problems',
      'formulations',
    ]
    expect(imported.leftovers.map(({ path }) => path).filter((path) => !known.includes(path))).toEqual([])
  })

  test('brings no name, vote, estimate or answer into a document', () => {
    const bytes = bytesOf(documents)
    expect(bytes).toContain('Alleenwonende ouderen')
    for (const { name } of imported.people) expect(bytes).not.toContain(name ?? '?')
    for (const { choice } of imported.rows.choice) expect(bytes).not.toContain(choice)
    expect(bytes).not.toMatch(/votes|estimates|answers|displayName|consent":"no|receipt/)
    expect(bytes).not.toMatch(/presentIds|memberIds/)
    // Nor who: the ids of people stand in references only, such as the lead of a plan.
    const workspace = documents.get('workspace')
    expect(bytesOf(new Map(workspace ? [['workspace', workspace]] : []))).not.toMatch(/p-\d\d/)
  })

  test('goes out with the same content, votes as tallies', () => {
    const file = exampleFile()
    for (const list of [
      'evidence',
      'decisions',
      'actions',
      'openPoints',
      'checkDismissals',
      'participants',
      'problems',
    ]) {
      expect({ [list]: written[list] }).toEqual({ [list]: file[list] })
    }
    for (const key of ['notice', 'asOf', 'fictional']) expect(written[key]).toEqual(file[key])
    const { id: _, ...facts } = isJsonObject(file['workspace']) ? file['workspace'] : {}
    expect(written['workspace']).toMatchObject(facts)
    const withoutAnswers = jsonObjects(file['sessions']).map((session) => ({
      ...session,
      exitQuestions: jsonObjects(session['exitQuestions']).map(({ answers: __, ...question }) => question),
    }))
    const sessions = jsonObjects(written['sessions']).map((session) => ({
      ...session,
      exitQuestions: jsonObjects(session['exitQuestions']).map(({ answers: __, ...question }) => question),
    }))
    expect(sessions).toEqual(withoutAnswers)
    const [dots, , ideas] = jsonObjects(written['ballots'])
    const totalOf = (ballot: JsonObject | undefined, option: string) =>
      jsonObjects(ballot?.['tally'])
        .flatMap(({ options = null }) =>
          isJsonObject(options) && isJsonObject(options[option]) ? [options[option]] : [],
        )
        .flatMap((values) => Object.entries(values).map(([value, count]) => Number(value) * Number(count)))
        .reduce((sum, dotsOfOne) => sum + dotsOfOne, 0)
    expect(totalOf(dots, 'fo-101')).toBe(21)
    expect([totalOf(ideas, 'idea-3'), totalOf(ideas, 'idea-5')]).toEqual([4, 4])
    expect(jsonObjects(dots?.['tally']).map(({ perspectives, n }) => [perspectives, n])).toEqual([
      [['resident'], 7],
      [['professional', 'policy'], 9],
    ])
    const [support] = jsonObjects(written['ballots']).filter(({ id }) => id === 'ba-2')
    expect(support).not.toHaveProperty('votes')
    expect(JSON.stringify(written['ballots'])).not.toMatch(/p-\d\d/)
  })

  test('tells of estimates and answers how many, the middle and the ends', () => {
    const [elderly] = jsonObjects(written['stakeholders'])
    expect(elderly?.['estimates']).toEqual({
      influence: { n: 5, median: 1, min: 1, max: 3 },
      interest: { n: 5, median: 5, min: 5, max: 5 },
    })
    const [session] = jsonObjects(written['sessions'])
    const [question] = jsonObjects(session?.['exitQuestions'])
    expect(question?.['answers']).toEqual({ n: 16, median: 4, min: 3, max: 5 })
  })

  test('reads back to the same, again and again', () => {
    const second = writtenFrom(written)
    expect(second.imported.formatVersion).toBe(2)
    expect(second.written).toEqual(written)
    for (const key of ['workspace', 'evidence', 'artefacts', 'sessions'] as const) {
      expect(withoutOrder(second.source[key])).toEqual(withoutOrder(source[key]))
    }
    expect(second.imported.people).toEqual(imported.people)
    expect(second.imported.makers.toSorted(byItem)).toEqual(imported.makers.toSorted(byItem))
    expect(second.imported.rows.choice).toEqual([])
  })
})

// Positions are drawn anew and count among siblings only; that order is compared in the files.
const withoutOrder = (content: unknown): unknown =>
  JSON.parse(
    JSON.stringify(content, (key, value: unknown) => {
      if (key === 'order') return undefined
      return Array.isArray(value) && value.every(isJsonObject) ? jsonObjects(value).toSorted(byId) : value
    }),
  )
const byId = (a: JsonObject, b: JsonObject) => (JSON.stringify(a['id']) < JSON.stringify(b['id']) ? -1 : 1)
const byItem = (a: { item: string }, b: { item: string }) => (a.item < b.item ? -1 : 1)

describe('what has no place', () => {
  test('is kept by path and put back where it was', () => {
    const file = exampleFile()
    const evidence = jsonObjects(file['evidence']).map((row, at) =>
      at === 1 ? { ...row, weather: 'zon', 'a/b~c': 1 } : row,
    )
    const input = { ...file, evidence: [...evidence, { text: 'zonder id' }], extra: { deep: [1, 2] } }
    const { imported, written } = writtenFrom(input)
    expect(imported.leftovers).toContainEqual({ path: 'evidence/ev-02/weather', value: 'zon' })
    expect(imported.leftovers).toContainEqual({ path: 'evidence/20', value: { text: 'zonder id' } })
    expect(written['evidence']).toEqual(input.evidence)
    expect(written['extra']).toEqual({ deep: [1, 2] })
    expect(written).not.toHaveProperty('leftovers')
  })

  test('travels on in a list when its place is gone or taken, and never changes an object itself', () => {
    const leftovers = [
      { path: 'evidence/gone/weather', value: 'zon' },
      { path: 'workspace/title', value: 'anders' },
      { path: '__proto__/polluted', value: 'ja' },
      { path: 'evidence/ev-01/constructor', value: { x: 1 } },
    ]
    const { written } = writtenFrom({ ...exampleFile(), leftovers })
    expect(written['leftovers']).toEqual(leftovers)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(writtenFrom(written).written).toEqual(written)
  })

  test('a vote that cannot be read is reported by its path and never comes back', () => {
    const file = exampleFile()
    const [ballot] = jsonObjects(file['ballots'])
    const { imported, written } = writtenFrom({ ...file, ballots: [{ ...ballot, votes: { 'p-01': 'canary-vote' } }] })
    expect(imported.leftovers).toContainEqual({ path: 'ballots/ba-1/votes/p-01', value: null })
    expect(JSON.stringify([imported, written])).not.toContain('canary-vote')
  })
})

test('the same question in two sessions is counted in each', () => {
  const file = exampleFile()
  const [first, second] = jsonObjects(file['sessions'])
  const asked = (count: number) => [
    {
      id: 'exq-1',
      text: 'Ik kon zeggen wat ik wilde.',
      answers: Object.fromEntries(peopleIds.slice(0, count).map((id) => [id, 4])),
    },
  ]
  const peopleIds = importedFrom(file).people.map(({ id }) => id)
  const sessions = [
    { ...first, exitQuestions: asked(6) },
    { ...second, exitQuestions: asked(4) },
  ]
  const { written } = writtenFrom({ ...file, sessions })
  const answers = jsonObjects(written['sessions']).map(
    ({ exitQuestions = null }) => jsonObjects(exitQuestions)[0]?.['answers'],
  )
  expect(answers).toEqual([
    { n: 6, median: 4, min: 4, max: 4 },
    // Of fewer than five people only how many they are.
    { n: 4, median: null, min: null, max: null },
  ])
  expect(writtenFrom(written).written).toEqual(written)
})

test('older words are read as those of now', () => {
  const file = JSON.parse(
    JSON.stringify(exampleFile()).replaceAll('"gradients8"', '"gradients"').replaceAll('noneAbove5', 'noneAbove6'),
  ) as JsonObject
  const { written } = writtenFrom(file)
  expect(written['sessions']).toEqual(writtenFrom(exampleFile()).written['sessions'])
  expect(jsonObjects(written['ballots'])[1]).toMatchObject({
    method: 'gradients8',
    settings: { threshold: 'noneAbove5' },
  })
})

describe('groups of its own', () => {
  const own = [
    { id: 'buren', label: { nl: 'Buren', en: 'Neighbours' }, mapsTo: 'resident' },
    { id: 'zorg', label: 'Zorg', mapsTo: 'professional' },
  ]

  test('are read from a version 1 file, people by the group or by its base', () => {
    const file = exampleFile()
    const imported = importedFrom({
      ...file,
      workspace: { title: 'W', perspectives: own },
      participants: [
        { id: 'p-1', displayName: 'Ada', perspective: 'resident', perspectiveId: 'zorg' },
        { id: 'p-2', displayName: 'Br\u202eam', perspective: 'resident' },
      ],
    })
    expect(imported.perspectives).toEqual([
      { id: 'buren', title: 'Buren', marker: 'm1', order: 0, base: 'resident' },
      { id: 'zorg', title: 'Zorg', marker: 'm2', order: 1, base: 'professional' },
    ])
    expect(imported.people.map(({ name, perspective }) => [name, perspective])).toEqual([
      ['Ada', 'zorg'],
      ['Bram', 'buren'],
    ])
  })
})

describe('a shared file', () => {
  const file = exampleFile()
  const hidden = { id: 'ev-x', text: 'canary-intern', kind: 'quote', consent: { given: 'yes', scope: 'internal' } }
  const sessions = JSON.parse(
    JSON.stringify(file['sessions']).replace('"facilitatorNote":""', '"facilitatorNote":"canary-notitie"'),
  ) as JsonObject[]
  const input = { ...file, evidence: [...jsonObjects(file['evidence']), hidden], sessions, secretExtra: 'canary-rest' }

  test('has no names, consent, notes, presence, makers, or what may not be told', () => {
    const text = JSON.stringify(writtenFrom(input, { audience: 'shared', names: false }).written)
    for (const { name } of importedFrom(input).people) expect(text).not.toContain(`"${name}"`)
    expect(text).not.toMatch(/canary|displayName|termsSeenAt|presentIds|memberIds|createdBy|checkDismissals":\[\{/)
    expect(text).toContain('Op zondag praat ik alleen tegen de radio')
  })

  test('the backup of a facilitator without names has all of it but the names', () => {
    const text = JSON.stringify(writtenFrom(input, { audience: 'backup', names: false }).written)
    expect(text).toContain('canary-intern')
    expect(text).toContain('canary-notitie')
    expect(text).not.toMatch(/displayName|"Ooievaar"/)
  })

  test('says nothing of a ballot that is still open', () => {
    const [ballot] = jsonObjects(file['ballots'])
    const { closedAt: _, ...open } = ballot ?? {}
    const { written } = writtenFrom({ ...file, ballots: [open] })
    expect(jsonObjects(written['ballots'])[0]).not.toHaveProperty('tally')
  })
})

describe('a file that is wrong', () => {
  const refusal = (file: unknown) => {
    const read = readWorkspaceFile(file, someModels)
    return read.ok ? null : { reason: read.reason, errors: read.errors }
  }

  test.each([
    ['no object', 7, 'malformed-import', [{ field: '', code: 'not-a-workspace-file' }]],
    ['another format', { format: 'x' }, 'malformed-import', [{ field: 'format', code: 'not-a-workspace-file' }]],
    [
      'a later version',
      { format: 'polder-workspace', formatVersion: 3 },
      'unknown-format-version',
      [{ field: 'formatVersion', code: 'unknown' }],
    ],
    [
      'no workspace',
      { format: 'polder-workspace', formatVersion: 1 },
      'malformed-import',
      [{ field: 'workspace', code: 'required' }],
    ],
  ])('is refused: %s', (_, file, reason, errors) => {
    expect(refusal(file)).toEqual({ reason, errors })
  })

  test.each([
    ['workspace.title', { workspace: { title: ' ' } }, 'too-small'],
    ['participants.1.id', { participants: [{ id: 'p-1' }, { displayName: 'x' }] }, 'required'],
    ['participants.1.id', { participants: [{ id: 'p-1' }, { id: 'p-1' }] }, 'duplicate'],
    ['evidence', { evidence: {} }, 'invalid-type'],
    ['evidence.0', { evidence: ['x'] }, 'invalid-type'],
    ['sessions.0.stages.0.id', { sessions: [{ id: 'se-1', stages: [{ id: 'A B' }] }] }, 'custom'],
    ['decisions', { decisions: 'x' }, 'invalid-type'],
  ])('names %s', (field, change, code) => {
    const file = { format: 'polder-workspace', formatVersion: 1, workspace: { title: 'W' }, ...change }
    expect(refusal(file)?.errors).toContainEqual({ field, code })
  })

  test('two documents may not have one id', () => {
    const file = { ...exampleFile(), experiments: [{ id: 'se-1', title: 'x' }] }
    expect(refusal(file)).toEqual({ reason: 'malformed-import', errors: [{ field: 'se-1', code: 'duplicate' }] })
  })
})
