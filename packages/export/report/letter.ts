import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import type { ToldWish } from './form.ts'
import { quotesOf } from './opening.ts'
import { actionsOf, decisionsOf, openPointsOf } from './records.ts'
import { listOf, type Teller } from './teller.ts'
import { outcomeSentences } from './voting.ts'

/** What those who took part want to know, in plain words: the question, what was heard, what was decided, what happens now, and what was answered. */
export const letterBlocks = (teller: Teller, { names, licence }: ToldWish): Outline => {
  const { snapshot, words } = teller
  const { influencePromise } = snapshot.workspace
  return [
    paragraph(words.letter.thanks),
    ...(influencePromise.trim() === '' ? [] : [heading(1, words.letter.promise), paragraph(influencePromise)]),
    ...heardPart(teller),
    ...chosenPart(teller),
    ...decidedPart(teller),
    ...nextPart(teller),
    ...answerPart(teller),
    ...openPart(teller),
    heading(1, words.letter.about),
    ...listOf([names ? words.namesOn : words.namesOff, words.votes, words.licences[licence]]),
  ]
}

const heardPart = (teller: Teller): Block[] => {
  const quotes = quotesOf(teller, 3)
  return quotes.length === 0 ? [] : [heading(1, teller.words.letter.heard), ...quotes]
}

const chosenPart = (teller: Teller): Block[] => {
  const sentences = outcomeSentences(teller)
  return sentences.length === 0 ? [] : [heading(1, teller.words.letter.chosen), ...listOf(sentences)]
}

const decidedPart = ({ snapshot, words }: Teller): Block[] => {
  const decisions = decisionsOf(snapshot)
  return [
    heading(1, words.letter.decided),
    ...(decisions.length === 0
      ? [paragraph(words.noDecision)]
      : decisions.flatMap(({ id, text, why }): Block[] => [
          { type: 'paragraph', runs: [{ text, bold: true }], from: id },
          ...(why.trim() === '' ? [] : [paragraph(words.letter.because(why))]),
        ])),
  ]
}

const nextPart = ({ snapshot, words, nameOf, day }: Teller): Block[] => {
  const open = actionsOf(snapshot).filter(({ status }) => status !== 'dropped')
  const items = open.map(({ id, text, ownerId, due, status }) => {
    const who = nameOf(ownerId ?? '')
    const said = [who === '' ? '' : words.letter.does(who), due === null ? '' : words.letter.before(day(due))]
    const state = status === 'done' ? words.letter.isDone : ''
    return { runs: [{ text: [ended(text), ...said, state].filter(Boolean).join(' ') }], from: id }
  })
  return [
    heading(1, words.letter.next),
    ...(items.length === 0 ? [paragraph(words.noNext)] : [{ type: 'list', ordered: false, items } as const]),
  ]
}

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`)

/** The answer of those who decide, decision by decision; until then what they said they would do and when. */
const answerPart = ({ snapshot, words, nameOf, day }: Teller): Block[] => {
  const decisions = decisionsOf(snapshot)
  if (decisions.length === 0) return []
  const answers = decisions.flatMap(({ text, response, responseBy }): Block[] => {
    if (response === null) {
      return responseBy === null
        ? []
        : [{ type: 'paragraph', runs: [{ text: `${text} `, bold: true }, { text: words.awaited(day(responseBy)) }] }]
    }
    const follows = response.followsAdvice === null ? '' : words.letter.follows[response.followsAdvice]
    const from = [nameOf(response.byId ?? ''), response.date === null ? '' : day(response.date)].filter(Boolean)
    return [
      { type: 'paragraph', runs: [{ text: `${text} `, bold: true }, { text: follows }] },
      { type: 'quote', runs: [{ text: response.text }], ...(from.length === 0 ? {} : { source: from.join(', ') }) },
    ]
  })
  return [heading(1, words.letter.answer), ...(answers.length === 0 ? [paragraph(words.noResponse)] : answers)]
}

const openPart = ({ snapshot, words }: Teller): Block[] => {
  const open = openPointsOf(snapshot).filter(({ status }) => status !== 'closed' && status !== 'done')
  return open.length === 0 ? [] : [heading(1, words.letter.open), ...listOf(open.map(({ text }) => text))]
}
