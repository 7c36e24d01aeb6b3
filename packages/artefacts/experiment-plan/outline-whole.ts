import type { OutlineContext } from '#domain/artefact.ts'
import { heading, sourced, type Block, type Cell } from '#domain/outline.ts'
import { compareText } from '#kernel/order.ts'
import { ethicsWords } from './ethics-words.ts'
import type { Teller } from './outline-care.ts'
import { wholeStrings } from './outline-words.ts'
import { resultsOf } from './verdict.ts'

/** What only the complete report of a plan tells: all assumptions, the chain, how is measured, steps, log and care. */
export const wholePart = (teller: Teller, { perspectives }: OutlineContext): Block[] => {
  const { plan, words, locale, evidence, day, figure, nameOf } = teller
  const more = wholeStrings[locale]
  const groupOf = (id: string) => perspectives.find((group) => group.id === id)?.title ?? ''
  return [
    ...tableUnder(
      words.assumptions,
      [words.assumption, more.category, words.importance, words.certainty, words.status],
      plan.assumptions,
      ({ text, category, importance, certainty, status, evidenceIds }) => [
        sourced(text, evidenceIds, evidence),
        category === null ? words.unknown : words.categories[category],
        figure(importance),
        figure(certainty),
        words.assumptionStatuses[status],
      ],
    ),
    ...tableUnder(more.chain, [more.category, more.chain], plan.changeChain, ({ kind, text }) => [
      more.chainKinds[kind],
      text,
    ]),
    ...tableUnder(
      more.measuring,
      [words.measure, more.instrument, more.method, more.frequency, more.forWhom, more.results],
      plan.measures,
      (measure) => [
        measure.name,
        measure.instrument,
        measure.method,
        measure.frequency,
        measure.forStakeholderId === null ? '' : nameOf(measure.forStakeholderId),
        resultsOf(plan, measure.id)
          .map(({ value, date, n }) => `${day(date)}: ${words.withCount(figure(value), n)}`)
          .join('; '),
      ],
    ),
    ...tableUnder(
      more.steps,
      [more.step, more.taker, more.start, more.end, words.status],
      plan.steps,
      ({ text, ownerId, start, end, done }) => [
        text,
        ownerId === null ? '' : nameOf(ownerId),
        start === null ? '' : day(start),
        end === null ? '' : day(end),
        done ? more.done : more.notDone,
      ],
    ),
    ...tableUnder(
      more.log,
      [more.date, more.category, more.entry, more.change, more.taker],
      plan.learningLog.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')),
      ({ date, kind, text, change, perspective }) => [
        date === null ? '' : day(date),
        more.logKinds[kind],
        text,
        change ?? '',
        groupOf(perspective),
      ],
    ),
    ...tableUnder(
      more.care,
      [more.question, more.answer, more.note],
      plan.ethics.filter(({ code }) => code !== null),
      ({ code, answer, note }) => [code === null ? '' : ethicsWords[code][locale], more.answers[answer], note],
    ),
  ]
}

const tableUnder = <Row extends { readonly id: string }>(
  title: string,
  head: readonly string[],
  found: readonly Row[],
  cellsOf: (row: Row) => readonly Cell[],
): Block[] =>
  found.length === 0
    ? []
    : [
        heading(3, title),
        { type: 'table', caption: title, head, rows: found.map(cellsOf), rowsFrom: found.map(({ id }) => id) },
      ]
