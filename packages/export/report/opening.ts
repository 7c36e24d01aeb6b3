import { plainText } from '#crdt/prose.ts'
import type { Evidence } from '#domain/evidence.ts'
import { heading, paragraph, sourceRuns, type Block } from '#domain/outline.ts'
import { formatList } from '#i18n/format.ts'
import { actionsOf, decisionsOf } from './records.ts'
import { factsOf, listOf, missingNames, peopleTable, type Teller } from './teller.ts'

/** The report on one page, under the question that is its opening: a voice, who was there and who was not, what was decided and what comes next. */
export const summarySection = (teller: Teller): Block[] => {
  const { snapshot, words, groupName, nameOf, day } = teller
  const there = snapshot.joined.map(({ perspectives, count }) => `${groupName(perspectives)}: ${words.people(count)}`)
  const decisions = decisionsOf(snapshot).map(({ id, text }) => ({ runs: [{ text }], from: id }))
  const next = actionsOf(snapshot)
    .filter(({ status }) => status === 'open' || status === 'late')
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))[0]
  const missing = missingNames(teller).slice(0, 5)
  return [
    heading(1, words.sections.summary),
    ...quoteOf(teller),
    ...(there.length === 0 ? [] : [heading(2, words.there), ...listOf(there)]),
    ...(missing.length === 0 ? [] : [heading(2, words.missing), ...listOf(missing)]),
    heading(2, words.decided),
    ...(decisions.length === 0
      ? [paragraph(words.noDecision)]
      : [{ type: 'list', ordered: false, items: decisions } as const]),
    heading(2, words.next),
    ...(next === undefined
      ? [paragraph(words.noNext)]
      : factsOf([
          [words.action, next.text],
          [words.owner, nameOf(next.ownerId ?? '')],
          [words.due, day(next.due)],
        ])),
  ]
}

// The strongest words that people gave to the report, and the strongest figure.
const quoteOf = (teller: Teller): Block[] => {
  const blocks = quotesOf(teller, 1)
  return blocks.length === 0 ? [] : [heading(2, teller.words.heard), ...blocks]
}

/** So many voices and the strongest figure; what is sensitive is not blown up. */
export const quotesOf = ({ snapshot }: Teller, voices: number): Block[] => {
  const strongest = (kind: Evidence['kind'], most: number) =>
    snapshot.evidence.evidence
      .filter((evidence) => evidence.kind === kind && !evidence.sensitive)
      .toSorted((a, b) => (b.reliability ?? 0) - (a.reliability ?? 0))
      .slice(0, most)
  return [...strongest('quote', voices), ...strongest('figure', 1)].map((evidence): Block => ({
    type: 'quote',
    runs: [{ text: plainText(evidence.text) }, ...sourceRuns([evidence.id], snapshot.evidence)],
    ...(evidence.sourceLabel === '' ? {} : { source: evidence.sourceLabel }),
  }))
}

/** Where it is about, what was promised, the agreements, and what each session did. */
export const aboutSection = (teller: Teller): Block[] => {
  const { snapshot, words, day } = teller
  const { place, startDate, participationLevel, influencePromise, groundRules, sessions } = snapshot.workspace
  const facts = factsOf([
    [words.place, place],
    [words.start, startDate === null ? '' : day(startDate)],
    [words.level, participationLevel === null ? '' : words.levels[participationLevel]],
    [words.promise, influencePromise],
  ])
  const rules = groundRules.map(({ text }) => text)
  const told = [...facts, ...(rules.length === 0 ? [] : [heading(2, words.rules), ...listOf(rules)])]
  const held = sessions.flatMap((session) => sessionBlocks(session, teller))
  return told.length + held.length === 0 ? [] : [heading(1, words.sections.about), ...told, ...held]
}

type Session = Teller['snapshot']['workspace']['sessions'][number]

const sessionBlocks = (session: Session, { snapshot, words, day }: Teller): Block[] => {
  const stages = snapshot.workspace.stages.filter(({ sessionId }) => sessionId === session.id)
  const steps = stages.flatMap(({ id }) => snapshot.workspace.activities.filter(({ stageId }) => stageId === id))
  const did = steps.map(({ title, minutes }) => (minutes === null ? title : `${title} (${words.minutes(minutes)})`))
  return [
    heading(2, session.title || words.session, session.id),
    ...factsOf([
      [words.date, session.date === null ? '' : day(session.date)],
      [words.time, [session.startTime, session.endTime].filter(Boolean).join(' – ')],
      [words.place, session.place],
      [words.mode, words.modes[session.mode]],
      [words.goal, session.goal],
      [words.level, session.participationLevel === null ? '' : words.levels[session.participationLevel]],
      [words.promise, session.influencePromise],
    ]),
    ...(session.groundRules.length === 0 ? [] : [heading(3, words.rules), ...listOf(session.groundRules)]),
    ...(did.length === 0 ? [] : [heading(3, words.agenda), ...listOf(did)]),
  ]
}

/** How many people of each group were there, and who was missing. */
export const presentSection = (teller: Teller): Block[] => {
  const { snapshot, words, locale } = teller
  const held = snapshot.workspace.sessions.flatMap(({ id, title }) =>
    peopleTable(teller, words.countCaption(title || words.session), snapshot.present.get(id) ?? []),
  )
  const tables = held.length > 0 ? held : peopleTable(teller, words.joined, snapshot.joined)
  const missing = missingNames(teller)
  const onMap = teller.directory.ofKind('stakeholder').length > 0
  const about = [
    ...tables,
    ...(tables.length === 0 ? [] : [paragraph(words.leaders)]),
    ...(onMap ? [heading(2, words.missing)] : []),
    ...(missing.length > 0 ? [paragraph(`${words.missingLead} ${formatList(locale, missing)}.`)] : []),
    ...(onMap && missing.length === 0 ? [paragraph(words.nobodyMissing)] : []),
  ]
  return about.length === 0 ? [] : [heading(1, words.sections.present), ...about]
}
