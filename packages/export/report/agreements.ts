import { heading, paragraph, type Block } from '#domain/outline.ts'
import { actionsOf, decisionsOf, openPointsOf, type Decision } from './records.ts'
import type { Teller } from './teller.ts'

/** What was decided and who does what, when. */
export const agreementsSection = (teller: Teller): Block[] => {
  const { snapshot, words, nameOf, day } = teller
  const decisions = decisionsOf(snapshot)
  const actions = actionsOf(snapshot)
  const decided: Block = {
    type: 'table',
    caption: words.decisions,
    head: [words.decision, words.why, words.by, words.date, words.responseBy],
    rowsFrom: decisions.map(({ id }) => id),
    rows: decisions.map((decision) => [
      decision.text,
      // The vote behind it stands in this report too.
      decision.ballotId === null
        ? decision.why || words.nothing
        : [{ text: decision.why || words.nothing }, { text: `[${words.vote}]`, to: decision.ballotId }],
      deciderOf(decision, teller),
      day(decision.date),
      day(decision.responseBy),
    ]),
  }
  const agreed: Block = {
    type: 'table',
    caption: words.actions,
    head: [words.action, words.owner, words.due, words.status],
    rowsFrom: actions.map(({ id }) => id),
    rows: actions.map(({ text, ownerId, due, status }) => [
      text,
      nameOf(ownerId ?? '') || words.nothing,
      day(due),
      words.statuses[status],
    ]),
  }
  return [
    heading(1, words.sections.agreements),
    heading(2, words.decisions),
    ...(decisions.length === 0 ? [paragraph(words.noDecisions)] : [decided]),
    heading(2, words.actions),
    ...(actions.length === 0 ? [paragraph(words.noActions)] : [agreed]),
  ]
}

const deciderOf = ({ decidedBy }: Decision, { words, nameOf }: Teller): string => {
  if (decidedBy === null) return words.nothing
  if (decidedBy.kind === 'session') return words.decidedBySession
  return nameOf(decidedBy.id ?? '') || words.nothing
}

/** What those who decide answered to each decision; it stays open until they do. */
export const responseSection = ({ snapshot, words, nameOf, day }: Teller): Block[] => {
  const decisions = decisionsOf(snapshot)
  if (decisions.length === 0) return []
  const rows = decisions.map(({ text, response, responseBy }) => {
    if (response === null) {
      const waiting = responseBy === null ? words.noResponse : words.awaited(day(responseBy))
      return [text, words.nothing, waiting, words.nothing, words.nothing]
    }
    const { followsAdvice, byId, date } = response
    return [
      text,
      followsAdvice === null ? words.nothing : words.follows[followsAdvice],
      response.text,
      nameOf(byId ?? '') || words.nothing,
      day(date),
    ]
  })
  const head = [words.decision, words.followed, words.response, words.owner, words.date]
  return [
    heading(1, words.sections.response),
    paragraph(words.responseLead),
    { type: 'table', caption: words.sections.response, head, rows, rowsFrom: decisions.map(({ id }) => id) },
  ]
}

/** Questions, ideas and disagreements that are left. */
export const openSection = ({ snapshot, words, nameOf }: Teller): Block[] => {
  const open = openPointsOf(snapshot).filter(({ status }) => status !== 'closed' && status !== 'done')
  const kinds = (['question', 'idea', 'disagreement'] as const).flatMap((kind): Block[] => {
    const own = open.filter((point) => point.kind === kind)
    if (own.length === 0) return []
    const items = own.map(({ id, text, ownerId }) => {
      const owner = nameOf(ownerId ?? '')
      return { runs: [{ text: owner === '' ? text : `${text} – ${owner}` }], from: id }
    })
    return [heading(2, words.openKinds[kind]), { type: 'list', ordered: false, items }]
  })
  return [heading(1, words.sections.open), ...(kinds.length === 0 ? [paragraph(words.noOpen)] : kinds)]
}
