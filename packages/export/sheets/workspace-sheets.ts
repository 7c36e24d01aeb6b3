import { plainText } from '#crdt/prose.ts'
import { sheetKeys, sheetOf, type Sheet, type SheetCell } from '#domain/sheet.ts'
import type { Locale } from '#i18n/strings.ts'
import { modelEntries, sheetsOf, type Models } from '../any-model.ts'
import { actionsOf, ballotFacts, decisionsOf, openPointsOf } from '../report/records.ts'
import { contextOf } from '../report/sections.ts'
import { tellerOf, type Teller } from '../report/teller.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import type { ExportedBallot, WorkspaceSnapshot } from '../snapshot.ts'
import { sheetStrings } from './strings.ts'

/** All tables of a workspace in their order: those of its artefacts, its records, and what the columns mean. */
export const workspaceSheets = (snapshot: WorkspaceSnapshot, locale: Locale, models: Models): readonly Sheet[] => {
  const teller = tellerOf(snapshot, locale)
  const context = contextOf(teller)
  const ofArtefacts = modelEntries(models).flatMap(([kind, model]) =>
    snapshot.artefacts
      .filter((artefact) => artefact.kind === kind)
      .flatMap((artefact) => sheetsOf(model, artefact, context)),
  )
  const found = [...ofArtefacts, ...recordSheets(teller)]
  const sheets = sheetKeys.flatMap((key) => {
    const own = found.filter((sheet) => sheet.key === key)
    return own.length === 0 ? [] : [joined(own)]
  })
  return [...sheets, legendOf(sheets, locale)]
}

/** Tables of one name from several documents as one: columns by their titles, in the order in which they were met. */
const joined = (sheets: readonly Sheet[]): Sheet => {
  const [first, ...others] = sheets
  if (!first) throw new Error('there is no sheet to join')
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))]
  if (others.every((sheet) => sheet.columns.length === columns.length)) {
    return { ...first, rows: sheets.flatMap(({ rows }) => rows) }
  }
  const rows = sheets.flatMap((sheet) => {
    const places = columns.map((column) => sheet.columns.indexOf(column))
    return sheet.rows.map((row) => places.map((at): SheetCell => (at < 0 ? null : (row[at] ?? null))))
  })
  return { ...first, columns, rows }
}

const recordSheets = (teller: Teller): readonly Sheet[] => {
  const { snapshot, words, locale, nameOf } = teller
  const own = sheetStrings[locale]
  const named = (id: string | null) => (id === null ? '' : nameOf(id) || words.removed)
  const sessionOf = (id: string | null) => snapshot.workspace.sessions.find((session) => session.id === id)?.title ?? ''
  return [
    sheetOf('evidence', own.evidence, snapshot.evidence.evidence, [
      ['ID', ({ id }) => id],
      [own.kind, ({ kind }) => own.kinds[kind]],
      [own.text, ({ text }) => plainText(text)],
      [words.world, ({ world }) => (world === null ? '' : words.worlds[world])],
      [words.source, (row) => row.sourceLabel || (row.sourceKind === null ? '' : words.sources[row.sourceKind])],
      [own.about, ({ stakeholderId }) => named(stakeholderId)],
      [words.date, ({ collectedAt }) => collectedAt],
      [own.method, ({ method }) => (method === null ? '' : own.methods[method])],
      [own.strength, ({ reliability }) => reliability],
      [own.address, ({ url }) => url],
    ]),
    sheetOf(
      'ballots',
      own.ballots,
      snapshot.ballots.flatMap((ballot) => countsOf(ballot, teller)),
      [
        ['ID', ({ id }) => id],
        [own.question, ({ question }) => question],
        [words.method, ({ method }) => method],
        [own.round, ({ round }) => round],
        [own.option, ({ option }) => option],
        [own.group, ({ group }) => group],
        [own.voters, ({ n }) => n],
        [own.value, ({ value }) => value],
        [own.count, ({ count }) => count],
      ],
    ),
    sheetOf('decisions', own.decisions, decisionsOf(snapshot), [
      ['ID', ({ id }) => id],
      [words.decision, ({ text }) => text],
      [own.outcome, ({ outcome }) => (outcome === null ? '' : own.outcomes[outcome])],
      [words.why, ({ why }) => why],
      [words.session, ({ sessionId }) => sessionOf(sessionId)],
      [
        words.by,
        ({ decidedBy }) => (decidedBy?.kind === 'session' ? words.decidedBySession : named(decidedBy?.id ?? null)),
      ],
      [words.date, ({ date }) => date],
      [words.responseBy, ({ responseBy }) => responseBy],
      [words.followed, ({ response }) => (response?.followsAdvice ? words.follows[response.followsAdvice] : '')],
      [words.response, ({ response }) => response?.text ?? ''],
      [`${words.response}: ${words.date.toLowerCase()}`, ({ response }) => response?.date ?? null],
    ]),
    sheetOf('actions', own.actions, actionsOf(snapshot), [
      ['ID', ({ id }) => id],
      [words.action, ({ text }) => text],
      [words.owner, ({ ownerId }) => named(ownerId)],
      [words.due, ({ due }) => due],
      [own.priority, ({ priority }) => priority],
      [words.status, ({ status }) => words.statuses[status]],
    ]),
    sheetOf('openPoints', own.openPoints, openPointsOf(snapshot), [
      ['ID', ({ id }) => id],
      [own.text, ({ text }) => text],
      [own.kind, ({ kind }) => words.openKinds[kind]],
      [words.owner, ({ ownerId }) => named(ownerId)],
      [words.status, ({ status }) => (status === 'open' || status === '' ? words.statuses.open : words.statuses.done)],
    ]),
  ]
}

// One row for each value that was given to an option by a group; a vote that is still open has none.
const countsOf = ({ id, body, tally, history }: ExportedBallot, { words, groupName, nameOf }: Teller) => {
  const facts = ballotFacts(body)
  const methods: { readonly [code: string]: string } = words.methods
  const method = Object.hasOwn(methods, facts.method) ? (methods[facts.method] ?? facts.method) : facts.method
  const nameOfOption = new Map(
    facts.options.map((option) => [option.id, option.text || nameOf(option.refId ?? option.id) || words.removed]),
  )
  const rounds: readonly (Tally | null)[] = [...history.map((round) => round.tally), tally]
  return rounds.flatMap((counted, at) =>
    (counted ?? []).flatMap(({ perspectives, n, options }) =>
      Object.entries(options).flatMap(([option, values]) =>
        Object.entries(values).map(([value, count]) => ({
          id,
          question: facts.question,
          method,
          round: at + 1,
          option: nameOfOption.get(option) ?? words.removed,
          group: groupName(perspectives),
          n,
          value: wordFor(words.values, value),
          count,
        })),
      ),
    ),
  )
}

const wordFor = (values: { readonly [code: string]: string }, code: string): SheetCell => {
  if (Object.hasOwn(values, code)) return values[code] ?? code
  return /^-?\d+$/.test(code) ? Number(code) : code
}

const legendOf = (sheets: readonly Sheet[], locale: Locale): Sheet => {
  const own = sheetStrings[locale]
  const notes = Object.values(own.explained).map((sentence): SheetCell[] => [sentence, null, null])
  const tables = sheets.map(({ title, columns, rows }): SheetCell[] => [title, columns.join(', '), rows.length])
  return { key: 'legend', title: own.legend, columns: [own.sheet, own.column, own.rows], rows: [...notes, ...tables] }
}
