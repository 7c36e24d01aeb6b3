import { jsonObjects } from '#crdt/json.ts'
import { heading, paragraph, type Block } from '#domain/outline.ts'
import { gapOf } from '#domain/influence/gap.ts'
import { inBalance } from '#domain/influence/measures.ts'
import { formatNumber } from '#i18n/format.ts'
import { questionKey } from '../rows.ts'
import { listOf, type Teller } from './teller.ts'

/** Whether everybody had an equal say: who added something, the share of each group, and what people said of it themselves. */
export const equalSection = (teller: Teller): Block[] => {
  const { words } = teller
  const body = [...sharesOf(teller), ...tableOf(teller), ...answersOf(teller)]
  return [
    heading(1, words.sections.equal),
    ...(body.length === 0 ? [paragraph(words.noEqual)] : [paragraph(words.equalLead), ...body]),
    ...(body.length === 0 ? [] : listOf([words.equalLimits])),
  ]
}

const sharesOf = ({ snapshot, words, locale, groupName }: Teller): Block[] => {
  const { influence } = snapshot
  if (influence === null || influence.contributions === 0) return []
  const rows = influence.groups.map(({ perspectives, present, heard, contributions, parity, uptake, takenUp }) => [
    groupName(perspectives),
    words.ofPeople(heard, present),
    String(contributions),
    parity === null ? words.nothing : `${formatNumber(locale, parity)}: ${meaningOf(parity, words)}`,
    uptake === null ? words.nothing : words.ofPeople(takenUp, contributions),
  ])
  const head = [words.group, words.heardPeople, words.broughtItems, words.parity, words.uptake]
  const merged = influence.groups.some(({ perspectives }) => perspectives.length > 1)
  return [
    heading(2, words.heardTitle),
    { type: 'table', caption: words.heardTitle, head, rows },
    ...listOf([
      words.parityMeans,
      words.uptakeMeans,
      ...(influence.evenness === null ? [] : [words.evenness(formatNumber(locale, influence.evenness))]),
      ...(merged ? [words.merged] : []),
    ]),
  ]
}

const meaningOf = (parity: number, words: Teller['words']): string => {
  if (inBalance(parity)) return words.likeShare
  return parity < 1 ? words.lessThanShare : words.moreThanShare
}

// Who was missing by name stands where the report tells who was there.
const tableOf = ({ directory, words, locale }: Teller): Block[] => {
  const { onMap, atTable, worlds } = gapOf(directory.ofKind('stakeholder'))
  if (onMap === 0 || atTable === 0) return []
  const percent = (share: number) => `${formatNumber(locale, Math.round(share * 100))}%`
  const rows = worlds.map(({ world, ofMap, ofTable }) => [words.tableWorlds[world], percent(ofMap), percent(ofTable)])
  const head = [words.world, words.partOfMap, words.partOfTable]
  return [
    heading(2, words.tableTitle),
    paragraph(words.tableLead(onMap, atTable)),
    { type: 'table', caption: words.tableTitle, head, rows },
  ]
}

const answersOf = ({ snapshot, words, locale, groupName }: Teller): Block[] =>
  snapshot.workspace.sessions.flatMap(({ id, title }): Block[] => {
    const record = snapshot.records.find((each) => each.collection === 'sessions' && each.id === id)
    const rows = jsonObjects(record?.body['exitQuestions']).flatMap(({ id: question, text }) => {
      if (typeof question !== 'string') return []
      const found = snapshot.exitAnswers.get(questionKey(id, question))
      if (!found || found.median === null || found.min === null || found.max === null) return []
      const spread = words.middle(...([found.median, found.min, found.max].map(number) as [string, string, string]))
      const groups = snapshot.exitGroups.get(questionKey(id, question)) ?? []
      return [
        [typeof text === 'string' ? text : '', spread, String(found.n)],
        // Under it the groups, small ones together.
        ...groups.map(({ perspectives, n, median }) => [
          words.ofGroup(groupName(perspectives)),
          words.middleOnly(number(median)),
          String(n),
        ]),
      ]
    })
    if (rows.length === 0) return []
    const caption = words.answersOf(title || words.session)
    return [heading(2, caption), { type: 'table', caption, head: [words.question, words.answer, words.count], rows }]

    function number(value: number): string {
      return formatNumber(locale, value)
    }
  })
