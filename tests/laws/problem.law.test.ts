import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import type { CheckContext } from '#domain/check.ts'
import { createDirectory } from '#domain/directory.ts'
import type { Result } from '#kernel/result.ts'
import { createReplicas, lawRuns } from '../support/replicas.ts'
import * as assumptions from '#artefacts/problem-statement/assumption-commands.ts'
import * as carriers from '#artefacts/problem-statement/carrier-commands.ts'
import * as problems from '#artefacts/problem-statement/commands.ts'
import { checks } from '#artefacts/problem-statement/checks.ts'
import { writeExample } from '#artefacts/problem-statement/example.ts'
import * as formulations from '#artefacts/problem-statement/formulation-commands.ts'
import * as lines from '#artefacts/problem-statement/line-commands.ts'
import { outline } from '#artefacts/problem-statement/outline.ts'
import {
  formulationsByState,
  gapPairsOf,
  mainOf,
  progressOf,
  sentenceOf,
  subQuestionsOf,
  voicesIn,
  whyTreeOf,
} from '#artefacts/problem-statement/queries.ts'
import * as rules from '#artefacts/problem-statement/rule-commands.ts'
import {
  forms,
  linkTypes,
  ownedLists,
  shape,
  statuses,
  type ProblemStatement,
  type ProblemStatementDraft,
} from '#artefacts/problem-statement/shape.ts'
import { summary } from '#artefacts/problem-statement/summary.ts'
import { numbered } from '#artefacts/problem-statement/tree.ts'
import * as whys from '#artefacts/problem-statement/why-commands.ts'

/** Numbers that choose rows and values; an id may well be of something that is gone. */
type Pick = { readonly a: number; readonly b: number; readonly yes: boolean }
type Deed = (draft: ProblemStatementDraft, pick: Pick) => Result<unknown, string>

const scribe = { perspective: 'other', canRecord: true }
const some = <Value>(list: readonly Value[], at: number, otherwise: Value): Value =>
  list[at % (list.length + 1)] ?? otherwise
const rowIn = (draft: ProblemStatementDraft, list: keyof typeof shape, at: number): string => {
  const ids: readonly string[] = draft[list].all().map(({ id }) => id)
  return some(ids, at, 'gone')
}
const problemIn = (draft: ProblemStatementDraft, at: number) => rowIn(draft, 'problems', at)
const tree = (yes: boolean) => (yes ? 'causes' : 'effects')

/** Every command of a problem statement by its name, with something to do it to. */
const deeds: { readonly [command: string]: Deed } = {
  setStatus: (draft, { a, b }) => problems.setStatus(draft, problemIn(draft, a), some(statuses, b, 'draft')),
  rename: (draft, { a, b }) => problems.rename(draft, problemIn(draft, a), `Naam ${b}`),
  describe: (draft, { a, b }) => problems.describe(draft, problemIn(draft, a), { place: `Plek ${b}`, scaleCount: b }),
  setAffected: (draft, { a, b, yes }) => problems.setAffected(draft, problemIn(draft, a), `sh-${b % 3}`, yes),
  addSubQuestion: (draft, { a, b }) => problems.addSubQuestion(draft, problemIn(draft, a), `Deel ${b}`),
  moveSubQuestion: (draft, { a, b }) => problems.moveSubQuestion(draft, problemIn(draft, a), problemIn(draft, b)),
  removeSubQuestion: (draft, { a }) => problems.removeSubQuestion(draft, problemIn(draft, a)),
  takeUp: (draft, { a, b }) => problems.takeUp(draft, problemIn(draft, a), { perspective: `group-${b % 2}` }, null),
  addLink: (draft, { a, b }) =>
    problems.addLink(draft, problemIn(draft, a), problemIn(draft, b), some(linkTypes, b, 'overlaps')),
  remove: (draft, { a, b }) => {
    const list = some(['gaps', 'rules', 'assumptions', 'carriers', 'takenUpBy'] as const, b, 'links')
    return problems.remove(draft, list, rowIn(draft, list, a))
  },
  tieEvidence: (draft, { a, b, yes }) => {
    const list = some(['problems', 'lines', 'rules', 'causes', 'effects'] as const, b, 'problems')
    return problems.tieEvidence(draft, { list, id: rowIn(draft, list, a) }, `ev-${b % 3}`, yes)
  },
  addLine: (draft, { a, b, yes }) =>
    lines.addLine(draft, problemIn(draft, a), { world: yes ? 'lived' : 'system', text: `Punt ${b}` }),
  moveLine: (draft, { a, b, yes }) =>
    lines.moveLine(draft, rowIn(draft, 'lines', a), yes ? rowIn(draft, 'lines', b) : null),
  removeLine: (draft, { a }) => lines.removeLine(draft, rowIn(draft, 'lines', a)),
  addGap: (draft, { a, b }) =>
    lines.addGap(draft, problemIn(draft, 0), rowIn(draft, 'lines', a), rowIn(draft, 'lines', b)),
  addRule: (draft, { a, b }) => rules.addRule(draft, problemIn(draft, a), { name: `Regel ${b}` }),
  describeRule: (draft, { a, b }) =>
    rules.describeRule(draft, rowIn(draft, 'rules', a), { ownerId: `sh-${b % 3}`, kind: 'law' }),
  tieGap: (draft, { a, b, yes }) => rules.tieGap(draft, rowIn(draft, 'rules', a), rowIn(draft, 'gaps', b), yes),
  addAssumption: (draft, { a, b }) => assumptions.addAssumption(draft, problemIn(draft, a), { text: `Aanname ${b}` }),
  rateAssumption: (draft, { a, b, yes }) =>
    assumptions.rateAssumption(draft, rowIn(draft, 'assumptions', a), yes ? 'certainty' : 'importance', (b % 5) + 1),
  judgeAssumption: (draft, { a, yes }) =>
    assumptions.judgeAssumption(draft, rowIn(draft, 'assumptions', a), yes ? 'confirmed' : 'refuted'),
  addCarrier: (draft, { a, b, yes }) => carriers.addCarrier(draft, problemIn(draft, a), yes ? null : `sh-${b % 4}`),
  seat: (draft, { a, b, yes }) => carriers.seat(draft, rowIn(draft, 'carriers', a), yes ? null : `sh-${b % 4}`),
  addWhy: (draft, { a, b, yes }) => {
    const under = rowIn(draft, tree(yes), a)
    const place = b % 3 === 0 ? {} : b % 3 === 1 ? { parentId: under } : { behind: under }
    return whys.addWhy(draft, tree(yes), problemIn(draft, 0), { text: `Reden ${b}` }, place)
  },
  indent: (draft, { a, yes }) => whys.indent(draft, tree(yes), rowIn(draft, tree(yes), a)),
  outdent: (draft, { a, yes }) => whys.outdent(draft, tree(yes), rowIn(draft, tree(yes), a)),
  moveWhy: (draft, { a, b, yes }) => whys.moveWhy(draft, tree(yes), rowIn(draft, tree(yes), a), b % 2 === 0 ? -1 : 1),
  removeWhy: (draft, { a, yes }) => whys.removeWhy(draft, tree(yes), rowIn(draft, tree(yes), a)),
  writeFormulation: (draft, { a, b }) =>
    formulations.writeFormulation(
      draft,
      problemIn(draft, a),
      { form: some(forms, b, 'free'), perspective: `group-${b % 2}`, text: `Zin ${b}` },
      scribe,
    ),
  beginSentence: (draft, { a }) => formulations.beginSentence(draft, problemIn(draft, a)),
  copyFormulation: (draft, { a }) =>
    formulations.copyFormulation(draft, rowIn(draft, 'formulations', a), 'Anders', scribe),
  mergeFormulations: (draft, { a, b }) =>
    formulations.mergeFormulations(draft, [rowIn(draft, 'formulations', a), rowIn(draft, 'formulations', b)], 'Samen'),
  chooseFormulation: (draft, { a }) => formulations.chooseFormulation(draft, rowIn(draft, 'formulations', a)),
  dropFormulation: (draft, { a }) => formulations.dropFormulation(draft, rowIn(draft, 'formulations', a)),
  reopenFormulation: (draft, { a }) => formulations.reopenFormulation(draft, rowIn(draft, 'formulations', a)),
  setForm: (draft, { a, b }) =>
    formulations.setForm(draft, rowIn(draft, 'formulations', a), some(forms, b, 'hmw'), scribe),
  removeFormulation: (draft, { a }) => formulations.removeFormulation(draft, rowIn(draft, 'formulations', a), scribe),
}
const names = Object.keys(deeds)
const pick = fc.record({ a: fc.nat(9), b: fc.nat(9), yes: fc.boolean() })

test('no command is left out', () => {
  const modules = [assumptions, carriers, problems, formulations, lines, rules, whys]
  const commands = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  )
  // Asks, and changes nothing.
  expect(new Set([...names, 'mayWriteIn'])).toEqual(new Set(commands))
})

/** Two people who began with the same statement, and what they have when all has arrived. */
const meeting = (
  work: readonly { readonly who: number; readonly name: string; readonly pick: Pick; readonly meet: boolean }[],
) => {
  const { documents, settle } = createReplicas(shape, 2)
  documents[0]?.change({ perspective: 'resident' }, writeExample)
  settle()
  for (const { who, name, pick: chosen, meet } of work) {
    const perspective = who === 0 ? 'resident' : 'policy'
    documents[who]?.change({ perspective }, (draft) => deeds[name]?.(draft, chosen))
    if (meet) settle()
  }
  settle()
  const [one, two] = documents
  if (!one || !two) throw new Error('two replicas expected')
  return { one, two }
}

const context: CheckContext = {
  documentId: 'a-1',
  directory: createDirectory([]),
  evidence: { evidence: [] },
  decisions: [],
  explained: [],
  ballots: [],
  today: '2026-11-25',
}

/** What holds of any statement, whoever did what: it can be read whole, and nothing stands twice or nowhere. */
const expectWhole = (statement: ProblemStatement): void => {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted()
  expect(mainOf(statement)?.id).toBe('pr-main')
  expect(numbered(subQuestionsOf(statement)).length + 1).toBe(statement.problems.length)
  for (const problem of statement.problems) {
    for (const list of ['causes', 'effects'] as const) {
      const inTree = numbered(whyTreeOf(statement[list], problem.id)).map(({ row }) => row)
      expect(ids(inTree)).toEqual(ids(statement[list].filter(({ problemId }) => problemId === problem.id)))
    }
    const { chosen, open, merged, dropped } = formulationsByState(statement, problem.id)
    expect(chosen.length).toBeLessThanOrEqual(1)
    const own = statement.formulations.filter(({ problemId }) => problemId === problem.id)
    expect(ids([...chosen, ...open, ...merged, ...dropped])).toEqual(ids(own))
    if (chosen[0]) expect(sentenceOf(statement, problem.id)).toBe(chosen[0])
    gapPairsOf(statement, problem.id)
    voicesIn(statement, problem)
    progressOf(statement, problem)
  }
  const told = {
    locale: 'nl',
    directory: context.directory,
    perspectives: [],
    evidence: context.evidence,
    nameOf: () => '',
  } as const
  for (const level of [undefined, 'page'] as const) outline(statement, level ? { ...told, level } : told)
  checks.hits(statement, context)
  expect(ids(summary(statement)).length).toBe(new Set(ids(summary(statement))).size)
  for (const list of ownedLists) expect(ids(statement[list]).length).toBe(new Set(ids(statement[list])).size)
}

const step = fc.record({ who: fc.nat(1), name: fc.constantFrom(...names), pick, meet: fc.boolean() })

test.each(names)('law: %s beside anything that somebody else does ends the same for both', (name) => {
  fc.assert(
    fc.property(pick, fc.constantFrom(...names), pick, (mine, other, theirs) => {
      const { one, two } = meeting([
        { who: 0, name, pick: mine, meet: false },
        { who: 1, name: other, pick: theirs, meet: false },
      ])
      expect(one.content()).toEqual(two.content())
      expectWhole(one.content())
    }),
    { numRuns: lawRuns(8), verbose: 1 },
  )
})

test('law: long work of two people with breaks in between ends the same, also for who reads it anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (work) => {
      const { one, two } = meeting(work)
      expect(one.content()).toEqual(two.content())
      const fresh = openDocument(new Y.Doc(), shape)
      Y.applyUpdate(fresh.ydoc, Y.encodeStateAsUpdate(one.ydoc))
      expect(fresh.content()).toEqual(one.content())
      expectWhole(one.content())
    }),
    { numRuns: lawRuns(40), verbose: 1 },
  )
})
