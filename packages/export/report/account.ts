import { heading, paragraph, type Block } from '#domain/outline.ts'
import type { ToldWish } from './form.ts'
import { factsOf, listOf, type Teller } from './teller.ts'

/** How the report was made and what it is worth: method, numbers, limits, privacy, accessibility, licence, version. */
export const accountSection = ({ snapshot, words }: Teller, wish: ToldWish): Block[] => {
  const people = snapshot.joined.reduce((sum, { count }) => sum + count, 0)
  const { names, licence, date, version } = wish
  return [
    heading(1, words.sections.account),
    ...factsOf([
      [words.madeOn, date],
      [words.versionLabel, version],
      [words.counted, people === 0 ? '' : words.people(people)],
      [words.evidence, words.pieces(snapshot.evidence.evidence.length)],
      [words.licence, words.licences[licence]],
    ]),
    heading(2, words.howMade),
    paragraph(words.methodNote),
    heading(2, words.limitsTitle),
    ...listOf([words.limits, words.samples, ...(snapshot.withheld === 0 ? [] : [words.withheld(snapshot.withheld)])]),
    heading(2, words.privacy),
    ...listOf([names ? words.namesOn : words.namesOff, words.consented, words.votes, words.smallGroups]),
    heading(2, words.access),
    paragraph(words.accessNote),
  ]
}
