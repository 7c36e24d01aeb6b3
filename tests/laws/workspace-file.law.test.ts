import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '#crdt/json.ts'
import { snapshotOf } from '#export/projection.ts'
import { compareText } from '#kernel/order.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { writeWorkspaceFile } from '#export/workspace-file/write-file.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from '../support/imported-source.ts'
import { pngOf } from '../support/png.ts'
import { lawRuns } from '../support/replicas.ts'

// Each run makes every document of a workspace, twice.
const timeout = 120_000

const sourceOf = (file: unknown) => storedFrom(importedFrom(file)).source
const writtenFrom = (file: unknown): JsonObject =>
  writeWorkspaceFile(snapshotOf(sourceOf(file), { audience: 'backup', names: true }), someModels)

test(
  'whatever stands in a file, it is read or refused, and what comes of it goes out and in again',
  { timeout },
  () => {
    // The lists of artefacts are read by their own models, which have such a test of their own; here they only take time.
    const own = new Set(Object.values(someModels).flatMap(({ file }): readonly string[] => file.lists))
    const bareFile = () => Object.fromEntries(Object.entries(exampleFile()).filter(([list]) => !own.has(list)))
    const paths = [...pathsOf(bareFile())]
    const change = fc.tuple(fc.nat(paths.length - 1), fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant('p-01')))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const file: unknown = bareFile()
        for (const [at, value] of changes) replaceAt(file, paths[at] ?? [], value)
        const read = readWorkspaceFile(file, someModels)
        if (read.ok) {
          const written = writtenFrom(file)
          expect(writtenFrom(written)).toEqual(written)
        } else expect(read.errors.length).toBeGreaterThan(0)
      }),
      { numRuns: lawRuns(40), verbose: 1 },
    )
  },
)

const pathsOf = function* (value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield [...path, key]
    yield* pathsOf(inner, [...path, key])
  }
}

const replaceAt = (value: unknown, path: readonly string[], by: unknown): void => {
  const [key, ...deeper] = path
  if (typeof value !== 'object' || value === null || key === undefined) return
  if (deeper.length > 0) replaceAt(Reflect.get(value, key), deeper, by)
  else Reflect.set(value, key, by)
}

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
// A document without a title goes out under the name of its kind.
const title = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `T${text.trim()}`)
const step = fc.option(fc.integer({ min: 1, max: 5 }))
const some = <Row>(of: (at: number) => fc.Arbitrary<Row>, most = 6) =>
  fc.nat(most).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => of(at))))
const pick = (prefix: string, most = 6) => fc.nat(most).map((at) => `${prefix}-${at}`)

const moment = fc.option(fc.constantFrom('2026-03-12T14:27:00+01:00', '2026-06-11T10:00:00Z'))
const voter = fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'p-5')

const sessions = some(
  (at) =>
    fc.record({
      id: fc.constant(`se-${at}`),
      title,
      date: fc.option(fc.constantFrom('2026-03-12', '2026-06-11')),
      status: fc.constantFrom('planned', 'live', 'closed'),
      goal: words,
      presentIds: fc.uniqueArray(voter),
      groups: some(
        (n) => fc.record({ id: fc.constant(`gr-${at}-${n}`), title: words, memberIds: fc.uniqueArray(voter) }),
        2,
      ),
      stages: some(
        (n) =>
          fc.record({
            id: fc.constant(`sg-${at}-${n}`),
            title: words,
            activities: some(
              (m) =>
                fc.record({
                  id: fc.constant(`ac-${at}-${n}-${m}`),
                  title: words,
                  minutes: fc.option(fc.integer({ min: 1, max: 90 })),
                  prompt: words,
                  facilitatorNote: words,
                  groupResults: some((k) => fc.record({ groupId: fc.constant(`gr-${at}-${k}`), text: words }), 2),
                }),
              3,
            ),
          }),
        2,
      ),
    }),
  2,
)
const cards = some((at) =>
  fc.record({
    id: fc.constant(`card-${at}`),
    sessionId: pick('se', 2),
    text: words,
    clusterId: fc.option(pick('cluster', 2)),
  }),
)
const clusters = some(
  (at) => fc.record({ id: fc.constant(`cluster-${at}`), sessionId: pick('se', 2), title: words }),
  3,
)
const ballots = some((at) =>
  fc.record({
    id: fc.constant(`ba-${at}`),
    sessionId: fc.option(pick('se', 1)),
    question: words,
    method: fc.constantFrom('dotVote', 'consent', 'gradients8', 'ranking'),
    options: some((n) => fc.record({ id: fc.constant(`o-${n}`), text: words }), 3),
    settings: fc.record({ secret: fc.boolean() }),
    openedAt: moment,
    closedAt: moment,
    notes: some(() => fc.record({ perspective: fc.constantFrom('resident', 'policy'), text: words }), 2),
  }),
)
const openPoints = some((at) =>
  fc.record({
    id: fc.constant(`op-${at}`),
    text: words,
    kind: fc.constantFrom('question', 'idea'),
    sessionId: fc.option(pick('se', 1)),
  }),
)
const comments = some(
  (at) => fc.record({ id: fc.constant(`co-${at}`), text: words, targetId: pick('sh'), createdBy: voter }),
  3,
)
const logo = fc
  .record({ width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 30 }), alternative: title })
  .map(({ alternative, ...size }) => ({ png: Buffer.from(pngOf(size)).toString('base64'), alternative }))

/** Workspaces as people make them: things with ids that refer to one another, and to what is gone. */
const workspaces = fc
  .record({
    title,
    question: words,
    evidence: some((at) =>
      fc.record({
        id: fc.constant(`ev-${at}`),
        kind: fc.constantFrom('quote', 'figure', 'observation'),
        text: words,
        sourceLabel: words,
        reliability: fc.option(fc.integer({ min: 1, max: 3 })),
        consent: fc.record({
          given: fc.constantFrom('yes', 'no', 'notNeeded'),
          scope: fc.constantFrom('internal', 'report', 'public'),
        }),
        createdBy: fc.constantFrom('p-1', 'p-2'),
      }),
    ),
    stakeholders: some((at) =>
      fc.record({
        id: fc.constant(`sh-${at}`),
        name: words,
        influence: step,
        impact: step,
        interest: step,
        goals: words,
        evidenceIds: fc.uniqueArray(pick('ev'), { maxLength: 2 }),
      }),
    ),
    relations: some((at) =>
      fc.record({
        id: fc.constant(`rel-${at}`),
        from: pick('sh'),
        to: pick('sh'),
        type: fc.constantFrom('money', 'tension', 'information'),
        status: fc.constantFrom('existing', 'wanted'),
        label: words,
      }),
    ),
    problems: fc.record({
      title,
      whatHappens: words,
      livedWorld: words,
      place: words,
      causes: some(
        (at) =>
          fc.record({
            id: fc.constant(`ca-${at}`),
            parentId: fc.option(pick('ca', 2)),
            text: words,
            evidenceIds: fc.uniqueArray(pick('ev'), { maxLength: 2 }),
          }),
        4,
      ),
    }),
    experiments: some(
      (at) =>
        fc.record({
          id: fc.constant(`ex-${at}`),
          title,
          status: fc.constantFrom('idea', 'running', 'finished'),
          steps: some((n) => fc.record({ id: fc.constant(`st-${at}-${n}`), text: words, done: fc.boolean() }), 3),
          effects: some((n) => fc.record({ id: fc.constant(`ue-${at}-${n}`), text: words, severity: step }), 3),
        }),
      3,
    ),
    decisions: some((at) =>
      fc.record({
        id: fc.constant(`de-${at}`),
        text: words,
        why: words,
        linkIds: fc.uniqueArray(pick('sh'), { maxLength: 2 }),
      }),
    ),
    actions: some((at) =>
      fc.record({ id: fc.constant(`an-${at}`), text: words, status: fc.constantFrom('open', 'done') }),
    ),
    sessions,
    cards,
    clusters,
    ballots,
    openPoints,
    comments,
    logo: fc.option(logo),
  })
  .map(({ title, question, problems, ...lists }) => ({
    format: 'polder-workspace',
    formatVersion: 1,
    language: 'nl',
    workspace: { title, question },
    participants: [
      { id: 'p-1', displayName: 'Ada', perspective: 'resident' },
      { id: 'p-2', displayName: 'Bram', perspective: 'policy' },
      ...['p-3', 'p-4', 'p-5'].map((id) => ({ id, displayName: `Naam ${id}`, perspective: 'resident' })),
    ],
    problems: [{ id: 'pr-1', kind: 'main', ...problems }],
    ...lists,
  }))

// Where a row stands among others is drawn anew at each import; in which order they stand is not.
const contentsOf = ({ artefacts, evidence, workspace, sessions = [] }: ReturnType<typeof sourceOf>): unknown =>
  JSON.parse(
    JSON.stringify(
      {
        artefacts,
        evidence,
        workspace: { ...workspace, stages: byId(workspace.stages), activities: byId(workspace.activities) },
        sessions: sessions.map(({ id, content }) => ({
          id,
          content: { ...content, groupResults: byId(content.groupResults) },
        })),
      },
      (key, value: unknown) => (key === 'order' ? null : value),
    ),
  )

// Parts have an order within their session, and what tables brought back within its step; the file itself shows that one.
const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => compareText(a.id, b.id))

test(
  'a workspace that goes out and comes in again has the same content, in the words of now and once more',
  { timeout },
  () => {
    fc.assert(
      fc.property(workspaces, (file) => {
        const before = sourceOf(file)
        const written = writtenFrom(file)
        expect(written['formatVersion']).toBe(2)
        const after = sourceOf(written)
        expect(contentsOf(after)).toEqual(contentsOf(before))
        expect(after.rows.record.map(({ body }) => body)).toEqual(before.rows.record.map(({ body }) => body))
        expect(after.rows.item_maker).toEqual(before.rows.item_maker)
        expect(after.people).toEqual(before.people)
        expect(writtenFrom(written)).toEqual(written)
      }),
      { numRuns: lawRuns(60), verbose: 1 },
    )
  },
)
