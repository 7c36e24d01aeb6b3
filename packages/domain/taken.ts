import { longestTaken } from './session.ts'

/** Where the words of a card went: a document, the thing in it, the place by its name, and what that was under. */
export type Taken = {
  readonly document: string
  readonly item: string
  readonly place: string
  readonly under: string
}

/** Every place where a card was taken, the newest first, from how its row keeps them. */
export const takenOf = (takenInto: string): readonly Taken[] =>
  takenInto.split(' ').flatMap((each) => {
    const [document = '', item = '', place = '', under = ''] = each.split('/')
    return document === '' ? [] : [{ document, item, place, under }]
  })

const isSame = (a: Taken, b: Taken): boolean => a.document === b.document && a.item === b.item && a.place === b.place

const written = (places: readonly Taken[]): string =>
  places.map(({ document, item, place, under }) => [document, item, place, under].join('/')).join(' ')

/** The same with one place more, as its newest. */
export const withTaken = (takenInto: string, taken: Taken): string => {
  const all = [taken, ...takenOf(takenInto).filter((each) => !isSame(each, taken))]
  // The oldest fall away where there is no room for them; what was taken there stays.
  const fitting = all.filter((_, at) => written(all.slice(0, at + 1)).length <= longestTaken)
  return written(fitting)
}

/** The same without one place. */
export const withoutTaken = (takenInto: string, taken: Taken): string =>
  written(takenOf(takenInto).filter((each) => !isSame(each, taken)))
